package org.countinghouse.app.shell;

import java.nio.file.Path;
import java.util.Optional;

/// Asks the person which folder or file they mean. Only on the screen thread; empty when they changed their mind.
public interface Folders {
    Optional<Path> folder(String title);

    Optional<Path> file(String title);

    /// @param name proposed for the new file
    Optional<Path> newFile(String title, String name);
}
