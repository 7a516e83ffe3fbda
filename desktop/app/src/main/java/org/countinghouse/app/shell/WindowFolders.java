package org.countinghouse.app.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks with the windows this computer's desktop has for it.
public final class WindowFolders implements Folders {
    @Override
    public Optional<Path> folder(String title) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return path(chooser.showDialog(ours()));
    }

    @Override
    public Optional<Path> file(String title) {
        return path(chooser(title).showOpenDialog(ours()));
    }

    @Override
    public Optional<Path> newFile(String title, String name) {
        var chooser = chooser(title);
        chooser.setInitialFileName(name);
        return path(chooser.showSaveDialog(ours()));
    }

    private static FileChooser chooser(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        return chooser;
    }

    private static @Nullable Window ours() {
        return Window.getWindows().stream().findFirst().orElse(null);
    }

    private static Optional<Path> path(@Nullable File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }
}
