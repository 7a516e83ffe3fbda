package org.countinghouse.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// What is done with whole folders.
final class Folders {
    private Folders() {}

    /// The files of a folder whose names end so, by name: the order is the same on every machine.
    static List<Path> filesIn(Path folder, String... endings) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> endsWithOneOf(file, endings)).sorted().toList();
        }
    }

    /// The folder, made if it was missing, with nothing in it.
    static Path emptied(Path folder) throws IOException {
        delete(folder);
        return Files.createDirectories(folder);
    }

    static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    static long megabytes(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).mapToLong(Folders::size).sum() >> 20;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean endsWithOneOf(Path file, String... endings) {
        for (var ending : endings) {
            if (file.getFileName().toString().endsWith(ending)) {
                return true;
            }
        }
        return false;
    }
}
