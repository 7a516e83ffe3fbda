package org.countinghouse.app.shell;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// A scene as a PNG file (W3C PNG, 8 bits per sample, RGB), written without AWT.
public final class Picture {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int BITS = 8;
    private static final int RGB = 2;
    private static final int SAMPLES = 3;

    private Picture() {}

    /// Takes the picture of a scene as it is laid out now. Only on the screen thread.
    public static Image of(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return scene.snapshot(new WritableImage((int) scene.getWidth(), (int) scene.getHeight()));
    }

    /// @throws UncheckedIOException when the file cannot be written
    public static Path save(Image image, Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return Files.write(file, png(image));
        } catch (IOException e) {
            throw new UncheckedIOException("the picture " + file + " cannot be written", e);
        }
    }

    static byte[] png(Image image) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var file = new ByteArrayOutputStream();
        file.write(SIGNATURE);
        var head = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(head)) {
            out.writeInt(width);
            out.writeInt(height);
            out.write(new byte[] {BITS, RGB, 0, 0, 0});
        }
        chunk(file, "IHDR", head.toByteArray());
        chunk(file, "IDAT", rows(image, width, height));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    /// Every row with filter type 0 in front, deflated.
    private static byte[] rows(Image image, int width, int height) throws IOException {
        var packed = new ByteArrayOutputStream();
        var line = new int[width];
        try (var out = new DeflaterOutputStream(packed)) {
            for (int y = 0; y < height; y++) {
                image.getPixelReader().getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), line, 0, width);
                var row = new byte[1 + width * SAMPLES];
                for (int x = 0; x < width; x++) {
                    row[1 + x * SAMPLES] = (byte) (line[x] >> 16);
                    row[2 + x * SAMPLES] = (byte) (line[x] >> 8);
                    row[3 + x * SAMPLES] = (byte) line[x];
                }
                out.write(row);
            }
        }
        return packed.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data);
        try (var out = new DataOutputStream(file)) {
            out.writeInt(data.length);
            out.write(name);
            out.write(data);
            out.writeInt((int) crc.getValue());
        }
    }
}
