package org.countinghouse.simulator;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The strip of paper that hangs out of the printer: what stands on it as dots, and the same as text.
final class Paper {
    static final int DOTS = 576;
    static final int NARROW_DOTS = 384;
    private static final int LETTER_WIDTH = 12;
    private static final int SMALL_LETTER_WIDTH = 9;
    private static final int LETTER_HEIGHT = 24;
    private static final int LINE_HEIGHT = 30;
    private static final int MARGIN = 16;
    private static final int QUIET_ZONE = 8;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    /// Three metres: the longest slip anybody prints. What is printed after that is lost, as at the end
    /// of a roll.
    static final int LONGEST = 24_000;

    private static final Font FONT = new Font(Font.MONOSPACED, Font.PLAIN, 20);
    private static final Font SMALL_FONT = FONT.deriveFont(15f);

    /// A letter and how it was asked for.
    ///
    /// @param small whether it is of font B
    record Letter(String text, boolean bold, boolean small, int width, int height) {
        int dots() {
            return width * (small ? SMALL_LETTER_WIDTH : LETTER_WIDTH);
        }

        Font font() {
            Font font = small ? SMALL_FONT : FONT;
            return bold ? font.deriveFont(Font.BOLD) : font;
        }
    }

    private final int dots;

    private final List<BufferedImage> strips = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int pictureRows;
    private int length;

    Paper(int dots) {
        this.dots = dots;
    }

    boolean isBlank() {
        return strips.isEmpty();
    }

    /// @param align 0 left, 1 middle, 2 right
    void line(List<Letter> letters, int align) {
        endPicture();
        if (length >= LONGEST) {
            return;
        }
        int left = write(letters, align);
        int cell = letters.stream().anyMatch(Letter::small) ? SMALL_LETTER_WIDTH : LETTER_WIDTH;
        text.append(" ".repeat(letters.isEmpty() ? 0 : left / cell))
                .append(letters.stream().map(Letter::text).collect(Collectors.joining()))
                .append('\n');
    }

    /// @return where it begins
    private int write(List<Letter> letters, int align) {
        int width = letters.stream().mapToInt(Letter::dots).sum();
        int height = letters.stream().mapToInt(Letter::height).max().orElse(1);
        var strip = strip((height - 1) * LETTER_HEIGHT + LINE_HEIGHT);
        int start = left(width, align);
        int left = start;
        Graphics2D g = pen(strip);
        for (Letter letter : letters) {
            draw(g, letter, left, height);
            left += letter.dots();
        }
        g.dispose();
        return start;
    }

    void feedDots(int dots) {
        if (dots > 0 && length < LONGEST) {
            endPicture();
            strip(dots);
        }
    }

    void picture(int bytesPerRow, byte[] dots, int align) {
        int rows = Math.min(dots.length / bytesPerRow, LONGEST - length);
        if (rows <= 0) {
            return;
        }
        pictureRows += rows;
        var strip = strip(rows);
        int left = left(Math.min(this.dots, bytesPerRow * 8), align);
        for (int i = 0; i < strip.getHeight() * bytesPerRow * 8; i++) {
            int x = left + i % (bytesPerRow * 8);
            if ((dots[i / 8] >> 7 - i % 8 & 1) == 1 && x < this.dots) {
                strip.setRGB(x, i / (bytesPerRow * 8), 0);
            }
        }
    }

    void qr(String data, int dotsPerModule, int align) {
        if (length >= LONGEST) {
            endPicture();
            return;
        }
        label("[QR " + data + "]", align);
        try {
            var hints = Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION, "M");
            var modules = new QRCodeWriter().encode(data, BarcodeFormat.QR_CODE, 0, 0, hints);
            draw(modules, dotsPerModule, dotsPerModule, align);
        } catch (WriterException | IllegalArgumentException _) {
            // Too long or empty: a printer leaves the place blank.
        }
    }

    String text() {
        endPicture();
        return text.toString();
    }

    BufferedImage image() {
        int height = strips.stream().mapToInt(BufferedImage::getHeight).sum();
        var image = blank(dots + 2 * MARGIN, height + 2 * MARGIN);
        Graphics2D g = image.createGraphics();
        int top = MARGIN;
        for (BufferedImage strip : strips) {
            g.drawImage(strip, MARGIN, top, null);
            top += strip.getHeight();
        }
        g.dispose();
        return image;
    }

    /// @param words 0 when the data is not written below
    void bars(BarCodes code, int height, int dotsPerBar, int words, int align) {
        if (code.bars().getWidth() * dotsPerBar > dots) {
            // A printer leaves out what does not fit.
            return;
        }
        label("[" + code.name() + " " + code.data() + "]", align);
        draw(code.bars(), dotsPerBar, height, align);
        if (words != 0) {
            var letters = code.data()
                    .chars()
                    .mapToObj(letter -> new Letter(Character.toString(letter), false, false, 1, 1))
                    .toList();
            write(letters, align);
        }
    }

    /// What a code says may be any bytes; on paper nothing is a command.
    private void label(String says, int align) {
        String label = CONTROL.matcher(says).replaceAll("¿");
        endPicture();
        text.append(" ".repeat(left(label.length() * LETTER_WIDTH, align) / LETTER_WIDTH))
                .append(label)
                .append('\n');
    }

    private void draw(BitMatrix modules, int width, int height, int align) {
        int size = modules.getWidth() * width;
        var strip = strip(modules.getHeight() * height + QUIET_ZONE);
        int left = left(size, align);
        Graphics2D g = pen(strip);
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    g.fillRect(left + x * width, y * height, width, height);
                }
            }
        }
        g.dispose();
    }

    private static void draw(Graphics2D g, Letter letter, int left, int lineHeight) {
        var upright = g.getTransform();
        g.translate(left, (lineHeight - letter.height()) * LETTER_HEIGHT);
        g.scale(letter.width(), letter.height());
        if (letter.text().equals("─")) {
            // The printer's own line letters touch each other.
            g.fillRect(0, LETTER_HEIGHT / 2, letter.dots(), 2);
        } else {
            g.setFont(letter.font());
            g.drawString(letter.text(), 0, LETTER_HEIGHT - 5);
        }
        g.setTransform(upright);
    }

    private void endPicture() {
        if (pictureRows > 0) {
            text.append("[picture ").append(pictureRows).append(" rows]\n");
            pictureRows = 0;
        }
    }

    private BufferedImage strip(int height) {
        var strip = blank(dots, Math.max(1, height));
        strips.add(strip);
        length += strip.getHeight();
        return strip;
    }

    private static Graphics2D pen(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setColor(Color.BLACK);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        return g;
    }

    private static BufferedImage blank(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        g.dispose();
        return image;
    }

    private int left(int width, int align) {
        int free = Math.max(0, dots - width);
        return switch (align) {
            case 1 -> free / 2;
            case 2 -> free;
            default -> 0;
        };
    }
}
