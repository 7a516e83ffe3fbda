package org.countinghouse.store.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// What programs asked of a disk, in order, and what they acknowledged in between.
///
/// @param events as `disk.c` wrote them
record Recording(List<Event> events) {
    /// A file is named by the number it got when it was opened.
    sealed interface Event {}

    record ProgramBegan() implements Event {}

    record Opened(int handle, String path, boolean made, boolean emptied, boolean folder) implements Event {}

    record Written(int handle, int place, byte[] bytes) implements Event {}

    record Cut(int handle, int length) implements Event {}

    record Synced(int handle) implements Event {}

    record SyncFailed(int handle) implements Event {}

    record Renamed(String from, String to) implements Event {}

    record Removed(String path) implements Event {}

    record FolderMade(String path) implements Event {}

    record Acknowledged(long order) implements Event {}

    Recording {
        events = List.copyOf(events);
    }

    static Recording read(Path log) throws IOException {
        var in = ByteBuffer.wrap(Files.readAllBytes(log)).order(ByteOrder.nativeOrder());
        var events = new ArrayList<Event>();
        while (in.hasRemaining()) {
            char what = (char) in.get();
            int handle = in.getInt();
            int place = Math.toIntExact(in.getLong());
            byte[] bytes = new byte[in.getInt()];
            in.get(bytes);
            events.add(event(what, handle, place, bytes));
        }
        return new Recording(events);
    }

    private static Event event(char what, int handle, int place, byte[] bytes) {
        String text = new String(bytes, UTF_8);
        return switch (what) {
            case 'P' -> new ProgramBegan();
            case 'O', 'D' -> new Opened(handle, text, place == 1, place == 2, what == 'D');
            case 'W' -> new Written(handle, place, bytes);
            case 'T' -> new Cut(handle, place);
            case 'S' -> new Synced(handle);
            case 'F' -> new SyncFailed(handle);
            case 'R' -> new Renamed(text.substring(0, text.indexOf(0)), text.substring(text.indexOf(0) + 1));
            case 'U', 'X' -> new Removed(text);
            case 'M' -> new FolderMade(text);
            case 'A' -> new Acknowledged(Long.parseLong(text.strip()));
            default -> throw new IllegalArgumentException("a record of kind " + what);
        };
    }

    /// The same with every synchronisation skipped.
    Recording neverSynced() {
        return new Recording(
                events.stream().filter(event -> !(event instanceof Synced)).toList());
    }

    /// The same with the synchronisation of folders skipped: names are then never durable.
    Recording foldersNeverSynced() {
        var folders = new HashSet<Integer>();
        var kept = new ArrayList<Event>();
        for (Event event : events) {
            switch (event) {
                case ProgramBegan _ -> folders.clear();
                case Opened opened when opened.folder() -> folders.add(opened.handle());
                default -> {}
            }
            if (!(event instanceof Synced synced && folders.contains(synced.handle()))) {
                kept.add(event);
            }
        }
        return new Recording(kept);
    }
}
