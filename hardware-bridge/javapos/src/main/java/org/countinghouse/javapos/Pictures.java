package org.countinghouse.javapos;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.countinghouse.device.Png;

/// Our PNG pictures as the bitmaps JavaPOS services take (UPOS 1.15, POS Printer, printMemoryBitmap),
/// both ways.
final class Pictures {
    private Pictures() {}

    /// @throws IOException when the picture is damaged
    static byte[] bmp(Png png) throws IOException {
        BufferedImage image = read(png.bytes());
        var plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var g = plain.createGraphics();
        g.drawImage(image, 0, 0, Color.WHITE, null);
        g.dispose();
        return written(plain, "bmp");
    }

    /// @param file BMP, JPEG, GIF or PNG
    /// @throws IOException when it is none of these, or damaged
    /// @throws IllegalArgumentException when it is too large
    static Png png(byte[] file) throws IOException {
        return Png.of(written(read(file), "png"));
    }

    private static BufferedImage read(byte[] file) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
        if (image == null) {
            throw new IOException("this picture is none that is known here");
        }
        return image;
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }
}
