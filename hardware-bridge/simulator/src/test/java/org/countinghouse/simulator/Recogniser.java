package org.countinghouse.simulator;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import javax.imageio.ImageIO;

/// Reads what was printed with Tesseract, which is not ours and has never heard of our fonts.
final class Recogniser {
    private Recogniser() {}

    /// @param folder for what the program is given
    static String read(Path folder, Path png, String language) throws IOException, InterruptedException {
        return read(folder, ImageIO.read(png.toFile()), language);
    }

    /// @param small a picture of what was printed, 1 dot = 1 pixel
    static String read(Path folder, BufferedImage small, String language) throws IOException, InterruptedException {
        // Tesseract wants letters twice as high as a receipt has.
        var large = new BufferedImage(small.getWidth() * 2, small.getHeight() * 2, BufferedImage.TYPE_BYTE_GRAY);
        var g = large.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(small, 0, 0, large.getWidth(), large.getHeight(), null);
        g.dispose();
        Path file = folder.resolve("large.png");
        ImageIO.write(large, "png", file.toFile());
        return new OutsideProgram("tesseract", "tesseract-ocr, tesseract-ocr-khm, -vie, -tha")
                .read(folder, file.toString(), "stdout", "-l", language, "--psm", "6");
    }

    /// 1 for the same letters, 0 for none in common: one minus the edits it takes, blanks not counted.
    static double likeness(String read, String printed) {
        int[] a = letters(read);
        int[] b = letters(printed);
        int[] edits = new int[b.length + 1];
        for (int j = 0; j <= b.length; j++) {
            edits[j] = j;
        }
        for (int i = 1; i <= a.length; i++) {
            int diagonal = edits[0];
            edits[0] = i;
            for (int j = 1; j <= b.length; j++) {
                int same = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = edits[j];
                edits[j] = Math.min(same, Math.min(edits[j], edits[j - 1]) + 1);
            }
        }
        return 1 - (double) edits[b.length] / Math.max(a.length, b.length);
    }

    private static int[] letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(letter -> !Character.isWhitespace(letter) && Character.getType(letter) != Character.FORMAT)
                .toArray();
    }
}
