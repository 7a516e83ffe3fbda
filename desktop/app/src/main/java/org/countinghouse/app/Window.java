package org.countinghouse.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.countinghouse.app.shell.PersonTile;
import org.countinghouse.app.shell.Pulses;
import org.countinghouse.app.shell.Screen;
import org.countinghouse.app.shell.Shell;
import org.countinghouse.app.shell.StationFault;

/// The station's window on this computer's screen, or on none at all.
final class Window {
    private static final long START_LIMIT_SECONDS = 30;

    private Window() {}

    /// Draws without a screen: for pictures, tests and machines that have none.
    static void headless() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }

    /// Whether there is a screen to open a window on.
    static boolean hasScreen() {
        boolean linux = System.getProperty("os.name").startsWith("Linux");
        return !linux || isSet("DISPLAY") || isHeadless();
    }

    private static boolean isHeadless() {
        return "Headless".equals(System.getProperty("glass.platform"));
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isBlank();
    }

    /// Opens the window and returns what it shows. Closing it ends the toolkit.
    static Shell open(Trading trading) {
        var opened = new CompletableFuture<Shell>();
        try {
            Platform.startup(() -> opened.completeAsync(() -> show(trading), new Screen()));
            return opened.get(START_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (UnsupportedOperationException e) {
            throw new StationFault(
                    "no window can be opened here (" + e.getMessage()
                            + "): start it on a desktop, or use demo --headless",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StationFault("interrupted while the window was opening", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new StationFault("the window did not open: " + e.getMessage(), e);
        }
    }

    private static Shell show(Trading trading) {
        Shell shell = Counter.open(trading.ports(), trading.language());
        var stage = new Stage();
        stage.setMaximized(!isHeadless());
        shell.show(stage);
        return shell;
    }

    /// Waits until a person of the shop can be chosen: until the first picture that shows one.
    static void awaitSignIn(Shell shell) {
        Pulses.of(shell.scene())
                .first(() -> shell.scene().lookup(".person-tile") instanceof PersonTile tile && !tile.isDisabled())
                .orTimeout(START_LIMIT_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /// Waits until the window was closed.
    static void awaitClosed(Shell shell) {
        var closed = new CompletableFuture<Void>();
        new Screen().execute(() -> shell.scene().getWindow().setOnHidden(_ -> closed.complete(null)));
        closed.join();
    }

    static void close(Shell shell) {
        CompletableFuture.runAsync(shell::close, new Screen())
                .orTimeout(START_LIMIT_SECONDS, TimeUnit.SECONDS)
                .join();
        Platform.exit();
    }
}
