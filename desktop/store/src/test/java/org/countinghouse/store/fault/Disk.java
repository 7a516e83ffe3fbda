package org.countinghouse.store.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.countinghouse.store.fault.Recording.Event;

/// A disk as it may be found after a power cut. What was synchronised is there. Of what was written since, any of it
/// may be: each write whole, in part, or not at all, in whatever order. A name is only there once its folder was
/// synchronised; synchronising a file does nothing for its name.
///
/// After a synchronisation that failed, what it was to write is there or not, and no later one makes up for it: the
/// kernel holds those pages for clean.
final class Disk {
    /// What a power cut leaves of what was not synchronised.
    enum Luck {
        NOTHING,
        EVERYTHING,
        /// What came first, the last of it perhaps in part.
        THE_BEGINNING,
        SOME,
        /// Some, and of those some sectors.
        SECTORS
    }

    private static final int SECTOR = 512;

    /// A change to a file's bytes.
    private sealed interface Change {
        void apply(Content content);
    }

    private record Write(int place, byte[] bytes) implements Change {
        @Override
        public void apply(Content content) {
            content.write(place, bytes, 0, bytes.length);
        }
    }

    private record Length(int length) implements Change {
        @Override
        public void apply(Content content) {
            content.cut(length);
        }
    }

    /// A change to a folder: from now on this name is that node, or nothing.
    private record Naming(Map<String, Optional<Node>> names) {
        void apply(Map<String, Node> folder) {
            names.forEach((name, node) -> {
                if (node.isPresent()) {
                    folder.put(name, node.get());
                } else {
                    folder.remove(name);
                }
            });
        }
    }

    /// A file or a folder.
    private static final class Node {
        private final boolean folder;
        private final Content durable = new Content();
        private final List<Change> changes = new ArrayList<>();
        private final Map<String, Node> names = new HashMap<>();
        private final Map<String, Node> durableNames = new HashMap<>();
        private final List<Naming> namings = new ArrayList<>();

        Node(boolean folder) {
            this.folder = folder;
        }

        void sync() {
            changes.forEach(change -> change.apply(durable));
            changes.clear();
            namings.forEach(naming -> naming.apply(durableNames));
            namings.clear();
        }

        void name(Map<String, Optional<Node>> changed) {
            var naming = new Naming(changed);
            naming.apply(names);
            namings.add(naming);
        }
    }

    private final Path root;
    private final Random random;
    private final Node top = new Node(true);
    private final Map<Integer, Node> open = new HashMap<>();

    /// @param root the folder the recording was made of; it was there and empty
    Disk(Path root, Random random) {
        this.root = root;
        this.random = random;
    }

    void apply(Event event) {
        switch (event) {
            case Recording.ProgramBegan _ -> open.clear();
            case Recording.Opened opened -> open(opened);
            case Recording.Written(int handle, int place, byte[] bytes) ->
                node(handle).changes.add(new Write(place, bytes));
            case Recording.Cut(int handle, int length) -> node(handle).changes.add(new Length(length));
            case Recording.Synced(int handle) -> node(handle).sync();
            case Recording.SyncFailed(int handle) -> lose(node(handle));
            case Recording.Renamed(String from, String to) -> rename(Path.of(from), Path.of(to));
            case Recording.Removed(String path) -> parent(Path.of(path)).name(Map.of(name(path), Optional.empty()));
            case Recording.FolderMade(String path) ->
                parent(Path.of(path)).name(Map.of(name(path), Optional.of(new Node(true))));
            case Recording.Acknowledged _ -> {}
        }
    }

    private void open(Recording.Opened opened) {
        Path path = Path.of(opened.path());
        if (opened.made()) {
            parent(path).name(Map.of(name(opened.path()), Optional.of(new Node(false))));
        }
        Node node = find(path);
        if (opened.emptied()) {
            node.changes.add(new Length(0));
        }
        open.put(opened.handle(), node);
    }

    private void rename(Path from, Path to) {
        Node folder = parent(from);
        if (folder != parent(to)) {
            throw new IllegalArgumentException("from one folder to another: " + from + " to " + to);
        }
        var changed = new HashMap<String, Optional<Node>>();
        changed.put(name(from.toString()), Optional.empty());
        changed.put(name(to.toString()), Optional.of(find(from)));
        folder.name(changed);
    }

    private void lose(Node node) {
        node.changes.removeIf(_ -> random.nextBoolean());
        node.changes.forEach(change -> change.apply(node.durable));
        node.changes.clear();
    }

    private Node node(int handle) {
        return Objects.requireNonNull(open.get(handle), () -> "handle " + handle + " was never opened");
    }

    private Node parent(Path path) {
        return find(Objects.requireNonNull(path.getParent()));
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private Node find(Path path) {
        Node node = top;
        if (!path.equals(root)) {
            for (Path each : root.relativize(path)) {
                node = Objects.requireNonNull(node.names.get(each.toString()), () -> "there is no " + path);
            }
        }
        return node;
    }

    /// Lays out what a power cut now may leave.
    ///
    /// @param target an empty folder, in the place of the recorded one
    void cut(Path target) throws IOException {
        lay(top, target);
    }

    private void lay(Node folder, Path target) throws IOException {
        var names = new HashMap<>(folder.durableNames);
        for (Naming naming : folder.namings.subList(0, prefix(folder.namings.size()))) {
            naming.apply(names);
        }
        for (var each : names.entrySet()) {
            Path path = target.resolve(each.getKey());
            if (each.getValue().folder) {
                Files.createDirectory(path);
                lay(each.getValue(), path);
            } else {
                Files.write(path, left(each.getValue()));
            }
        }
    }

    /// A file system keeps the order of names: it writes them through a journal.
    private int prefix(int size) {
        return switch (random.nextInt(3)) {
            case 0 -> 0;
            case 1 -> size;
            default -> random.nextInt(size + 1);
        };
    }

    private byte[] left(Node file) {
        var content = file.durable.copy();
        Luck luck = Luck.values()[random.nextInt(Luck.values().length)];
        int size = file.changes.size();
        int first = luck == Luck.THE_BEGINNING ? random.nextInt(size + 1) : size;
        for (int i = 0; i < first; i++) {
            Change change = file.changes.get(i);
            switch (luck) {
                case NOTHING -> {}
                case EVERYTHING -> change.apply(content);
                case THE_BEGINNING -> apply(change, content, i == first - 1 && random.nextBoolean());
                case SOME -> applySome(change, content, false);
                case SECTORS -> applySome(change, content, random.nextBoolean());
            }
        }
        return content.bytes();
    }

    private void applySome(Change change, Content content, boolean torn) {
        if (random.nextBoolean()) {
            apply(change, content, torn);
        }
    }

    private void apply(Change change, Content content, boolean torn) {
        if (torn && change instanceof Write(int place, byte[] bytes)) {
            for (int from = 0; from < bytes.length; ) {
                // Sectors lie where the disk has them, not where a write begins.
                int count = Math.min(SECTOR - (place + from) % SECTOR, bytes.length - from);
                if (random.nextBoolean()) {
                    content.write(place + from, bytes, from, count);
                }
                from += count;
            }
        } else {
            change.apply(content);
        }
    }
}
