package org.countinghouse.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Where an embedded PostgreSQL keeps what is its own, and what the cloud remembers about it: beside each other in the
/// data
/// folder. Held by one process at a time.
///
///     DATA/cloud.lock                  held while a cloud runs
///     DATA/postgres/postgresql-18.6    the programs, unpacked
///     DATA/postgres/cluster            the data
///     DATA/postgres/log
///     DATA/postgres-port               the port, the same again where it is free
///     DATA/postgres-{super,owner}      passwords, for our eyes only
///     DATA/postgres-location           in place of DATA/postgres, where the account of PostgreSQL cannot go there
final class PostgresPlace implements AutoCloseable {
    private static final Path ELSEWHERE = Path.of("/var/lib/countinghouse");
    private static final int PASSWORD_BYTES = 24;
    private static final int LOG_LINES = 10;
    private static final FileAttribute<?> OURS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path data;
    private final Path folder;
    private final Unprivileged account;
    private final FileChannel lock;

    private PostgresPlace(Path data, Path folder, Unprivileged account, FileChannel lock) {
        this.data = data;
        this.folder = folder;
        this.account = account;
        this.lock = lock;
    }

    static PostgresPlace in(Path given) {
        try {
            Files.createDirectories(given);
            var data = given.toRealPath();
            var lock = lock(data);
            var account = Unprivileged.account();
            return new PostgresPlace(data, folder(data, account), account, lock);
        } catch (IOException e) {
            throw new CloudException("the data folder " + given + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static FileChannel lock(Path data) throws IOException {
        var channel = FileChannel.open(data.resolve("cloud.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new CloudException("another cloud runs in " + data + ": stop it, or give another --data folder");
        }
        return channel;
    }

    private static Path folder(Path data, Unprivileged account) throws IOException {
        var moved = data.resolve("postgres-location");
        if (Files.exists(moved)) {
            return Path.of(Files.readString(moved, UTF_8).strip());
        }
        var inside = data.resolve("postgres");
        Files.createDirectories(inside);
        PostgresBinaries.open(inside);
        if (account.reaches(inside)) {
            return inside;
        }
        var outside = ELSEWHERE.resolve(secret());
        Files.createDirectories(outside);
        PostgresBinaries.open(ELSEWHERE);
        PostgresBinaries.open(outside);
        if (!account.reaches(outside)) {
            throw new CloudException("PostgreSQL does not run as root, and another account can reach neither " + inside
                    + " nor " + outside + ": give a --data folder it can enter");
        }
        writeForUs(moved, outside.toString());
        return outside;
    }

    Unprivileged account() {
        return account;
    }

    Path folder() {
        return folder;
    }

    Path cluster() {
        return folder.resolve("cluster");
    }

    Path log() {
        return folder.resolve("log");
    }

    String endOfLog() throws IOException {
        if (!Files.exists(log())) {
            return "(no log)";
        }
        List<String> lines = Files.readAllLines(log(), UTF_8);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    }

    /// A new folder of the account; what was there is deleted.
    Path emptyFolder(String name) throws IOException {
        var empty = folder.resolve(name);
        if (Files.exists(empty)) {
            try (var old = Files.walk(empty)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectory(empty);
        account.own(empty);
        return empty;
    }

    /// What a cloud that runs, or ran, in a data folder wrote down there.
    static Optional<String> remembered(Path data, String name) {
        try {
            var file = data.resolve(name);
            return Files.exists(file)
                    ? Optional.of(Files.readString(file, UTF_8).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw new CloudException(name + " in " + data + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// A password made once and kept.
    String password(String whose) {
        var file = data.resolve("postgres-" + whose);
        try {
            if (!Files.exists(file)) {
                writeForUs(file, secret());
            }
            return Files.readString(file, UTF_8).strip();
        } catch (IOException e) {
            throw new CloudException("the password in " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// The password in a file the account can read; the caller deletes it.
    Path passwordFile(String whose) throws IOException {
        var file = Files.createTempFile(folder, "password", "", OURS);
        Files.writeString(file, password(whose), UTF_8);
        account.own(file);
        return file;
    }

    /// The port of last time where it is free, or another one that is.
    int port(boolean another) throws IOException {
        var file = data.resolve("postgres-port");
        if (!another && Files.exists(file)) {
            int port = Integer.parseInt(Files.readString(file, UTF_8).strip());
            if (isFree(port)) {
                return port;
            }
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(file, String.valueOf(socket.getLocalPort()), UTF_8);
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static void writeForUs(Path file, String text) throws IOException {
        var unfinished = Files.createTempFile(file.getParent(), "unfinished", "", OURS);
        Files.writeString(unfinished, text, UTF_8, StandardOpenOption.SYNC, StandardOpenOption.WRITE);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String secret() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new CloudException("the lock on " + data + " cannot be given up", e);
        }
    }
}
