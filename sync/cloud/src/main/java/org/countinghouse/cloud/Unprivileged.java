package org.countinghouse.cloud;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// PostgreSQL refuses to run as root. When we are root, its programs run as an account that may do little, and its
/// folders belong to that account.
final class Unprivileged {
    private static final String ACCOUNT = "nobody";

    private final List<String> prefix;

    private Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    /// As whoever we are, or as `nobody` when we are root.
    static Unprivileged account() {
        if (!isRoot()) {
            return new Unprivileged(List.of());
        }
        var setpriv = onPath("setpriv");
        if (setpriv.isPresent()) {
            return new Unprivileged(
                    List.of(setpriv.get(), "--reuid=" + id("-u"), "--regid=" + id("-g"), "--clear-groups", "--"));
        }
        var runuser = onPath("runuser");
        if (runuser.isPresent()) {
            return new Unprivileged(List.of(runuser.get(), "-u", ACCOUNT, "--"));
        }
        throw new CloudException("PostgreSQL does not run as root, and neither setpriv nor runuser is here to change"
                + " the account: start the cloud as another user, or install util-linux");
    }

    private static boolean isRoot() {
        try {
            return Files.exists(Path.of("/proc/self"))
                    && Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            throw new CloudException("who runs this program cannot be found out", e);
        }
    }

    private static Optional<String> onPath(String program) {
        return Stream.concat(
                        Stream.of(System.getenv("PATH").split(File.pathSeparator)), Stream.of("/usr/sbin", "/sbin"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    private static String id(String option) {
        return Commands.output(List.of("id", option, ACCOUNT)).strip();
    }

    boolean isSomebodyElse() {
        return !prefix.isEmpty();
    }

    List<String> command(List<String> command) {
        var all = new ArrayList<>(prefix);
        all.addAll(command);
        return all;
    }

    /// Gives a folder and all in it to the account.
    void own(Path folder) {
        if (!isSomebodyElse()) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            var account = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(ACCOUNT);
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.setAttribute(path, "posix:owner", account, LinkOption.NOFOLLOW_LINKS);
            }
        } catch (IOException e) {
            throw new CloudException(folder + " cannot be given to " + ACCOUNT, e);
        }
    }

    /// Whether the account can come to the folder, which a folder within /root or a private home does not allow.
    boolean reaches(Path folder) {
        return !isSomebodyElse() || Commands.succeeds(command(List.of("test", "-x", folder.toString())));
    }
}
