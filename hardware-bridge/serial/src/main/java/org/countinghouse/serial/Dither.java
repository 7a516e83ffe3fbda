package org.countinghouse.serial;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.countinghouse.device.Png;

/// Makes a coloured picture black and white for paper: every dot is black or white, and what that is
/// wrong by is passed on to its neighbours (Floyd and Steinberg, 1976).
final class Dither {
    /// A logo twice as high as this is no logo.
    private static final int MOST_ROWS = 400;

    private static final int WHITE = 255;

    private final int width;
    private final int rows;
    private final int[] grey;

    private Dither(int width, int rows, int[] grey) {
        this.width = width;
        this.rows = rows;
        this.grey = grey;
    }

    /// Rows of `dots / 8` bytes with the picture in the middle; none when the file cannot be read.
    ///
    /// @param dots the paper's width
    static byte[] of(Png png, int dots) {
        try {
            var image = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(png.bytes())));
            return image == null ? new byte[0] : fitted(image, dots).dithered(dots);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException _) {
            // A damaged file; the slip matters more than its logo.
            return new byte[0];
        }
    }

    /// Never larger than it is, and on white, where the file is transparent.
    private static Dither fitted(BufferedImage image, int dots) {
        double scale =
                Math.min(1.0, Math.min((double) dots / image.getWidth(), (double) MOST_ROWS / image.getHeight()));
        int width = Math.max(1, (int) (image.getWidth() * scale));
        int rows = Math.max(1, (int) (image.getHeight() * scale));
        var canvas = new BufferedImage(width, rows, BufferedImage.TYPE_BYTE_GRAY);
        var g = canvas.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(image, 0, 0, width, rows, Color.WHITE, null);
        g.dispose();
        byte[] bytes = ((DataBufferByte) canvas.getRaster().getDataBuffer()).getData();
        var grey = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            grey[i] = bytes[i] & 0xFF;
        }
        return new Dither(width, rows, grey);
    }

    private byte[] dithered(int dots) {
        int bytesPerRow = dots / 8;
        int left = (dots - width) / 2;
        var packed = new byte[bytesPerRow * rows];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < width; x++) {
                int wish = grey[y * width + x];
                boolean black = wish < WHITE / 2;
                if (black) {
                    packed[y * bytesPerRow + (left + x) / 8] |= (byte) (0x80 >> (left + x) % 8);
                }
                pass(x, y, wish - (black ? 0 : WHITE));
            }
        }
        return packed;
    }

    private void pass(int x, int y, int error) {
        add(x + 1, y, error * 7 / 16);
        add(x - 1, y + 1, error * 3 / 16);
        add(x, y + 1, error * 5 / 16);
        add(x + 1, y + 1, error / 16);
    }

    private void add(int x, int y, int error) {
        if (x >= 0 && x < width && y < rows) {
            grey[y * width + x] += error;
        }
    }
}
