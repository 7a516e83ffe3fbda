package org.countinghouse.app.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.countinghouse.app.shell.StationFile;
import org.countinghouse.store.Durable;

/// A zip for whoever helps from afar: versions, settings, devices, how the ledger does, and the newest lines of the
/// log.
/// Whatever goes in passes the redaction; receipts, PINs, keys and the ledger itself never go in at all.
public final class SupportBundle {
    /// A mail takes it, and a phone's line too.
    static final int LARGEST_BYTES = 2 << 20;

    /// Of each log, from its end.
    static final int LARGEST_LOG_BYTES = 256 << 10;

    private final Path data;
    private final Supplier<List<Page>> pages;
    private final boolean redacts;

    /// A page somebody wrote for this.
    ///
    /// @param name of its file
    public record Page(String name, String text) {}

    /// What will be in the zip.
    ///
    /// @param name of its file
    record Part(String name, byte[] content) {}

    /// @param data the station's data folder, whose logs go in
    /// @param pages written when they are asked for; may wait
    public SupportBundle(Path data, Supplier<List<Page>> pages) {
        this(data, pages, true);
    }

    /// @param redacts false only to see what a redaction is for
    SupportBundle(Path data, Supplier<List<Page>> pages, boolean redacts) {
        this.data = data;
        this.pages = pages;
        this.redacts = redacts;
    }

    /// Exactly what [#save] writes, for a person to read first. Waits for the disk.
    List<Part> preview() {
        UnaryOperator<String> clean = redacts ? new Redaction(secrets()) : UnaryOperator.identity();
        var parts = new ArrayList<Part>();
        int room = LARGEST_BYTES;
        for (Page page : allPages()) {
            byte[] content = tail(clean.apply(page.text()).getBytes(UTF_8), room);
            room -= content.length;
            if (content.length > 0) {
                parts.add(new Part(page.name(), content));
            }
        }
        return List.copyOf(parts);
    }

    private List<Page> allPages() {
        var all = new ArrayList<>(pages.get());
        for (Path log : logs()) {
            all.add(new Page("logs/" + log.getFileName(), end(log)));
        }
        return all;
    }

    /// The newest first, so that the oldest is what there is no room for.
    private List<Path> logs() {
        Path folder = data.resolve("logs");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(".log"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the logs in " + folder + " cannot be read", e);
        }
    }

    /// The first line may be half a secret that no pattern knows any more, so it is left out.
    private static String end(Path log) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - LARGEST_LOG_BYTES);
            file.seek(from);
            var bytes = new byte[(int) (file.length() - from)];
            file.readFully(bytes);
            var text = new String(bytes, UTF_8);
            return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
        } catch (IOException e) {
            return "this log cannot be read: " + e.getMessage() + "\n";
        }
    }

    private static byte[] tail(byte[] content, int room) {
        if (content.length <= room) {
            return content;
        }
        var end = new byte[Math.max(0, room)];
        System.arraycopy(content, content.length - end.length, end, 0, end.length);
        return end;
    }

    private List<String> secrets() {
        var secrets = new ArrayList<String>();
        StationFile.in(data).code().ifPresent(secrets::add);
        Path key = data.resolve("station.key");
        if (Files.exists(key)) {
            try {
                secrets.addAll(Files.readAllLines(key, UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("what must not go into the bundle cannot be read: " + key, e);
            }
        }
        return secrets;
    }

    /// Writes what was shown. Waits for the disk.
    ///
    /// @throws IOException when it cannot be written; what the file held stays
    void save(List<Part> parts, Path file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, UTF_8)) {
            for (Part part : parts) {
                zip.putNextEntry(new ZipEntry(part.name()));
                zip.write(part.content());
                zip.closeEntry();
            }
        }
        Durable.write(file, bytes.toByteArray());
    }
}
