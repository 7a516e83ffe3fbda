package org.countinghouse.reports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Writes a zip again without the hour it was packed in, so that the same papers are the same file.
final class SteadyZip {
    /// The first time a zip can tell.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    /// A reader knows an XLSX file by this part, and expects it first.
    private static final String FIRST = "[Content_Types].xml";

    private SteadyZip() {}

    static void copy(byte[] zip, OutputStream out) throws IOException {
        var parts = new TreeMap<String, byte[]>(
                Comparator.comparing((String name) -> !name.equals(FIRST)).thenComparing(Comparator.naturalOrder()));
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        var again = new ZipOutputStream(out);
        for (var part : parts.entrySet()) {
            write(again, part.getKey(), part.getValue());
        }
        again.finish();
    }

    private static void write(ZipOutputStream out, String name, byte[] bytes) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
    }
}
