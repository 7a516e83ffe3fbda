package org.countinghouse.app;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Stage;
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
        return first(() -> show(trading));
    }

    /// Shows the first window of this program.
    private static <T> T first(Supplier<T> show) {
        var opened = new CompletableFuture<T>();
        try {
            Platform.startup(() -> opened.completeAsync(show, new Screen()));
        } catch (UnsupportedOperationException e) {
            throw new StationFault(
                    "no window can be opened here (" + e.getMessage()
                            + "): start it on a desktop, or use demo --headless",
                    e);
        }
        return awaited(opened);
    }

    private static <T> T awaited(CompletableFuture<T> opened) {
        try {
            return opened.get(START_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StationFault("interrupted while the window was opening", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new StationFault("the window did not open: " + e.getMessage(), e);
        }
    }

    /// Starts the toolkit for windows that follow each other; it ends with [#end()].
    static void begin() {
        first(() -> {
            Platform.setImplicitExit(false);
            return true;
        });
    }

    static void end() {
        Platform.exit();
    }

    /// The counter, after [#begin()].
    static Shell next(Trading trading) {
        return awaited(CompletableFuture.supplyAsync(() -> show(trading), new Screen()));
    }

    /// Shows the questions of the first start, after [#begin()], and waits for their end.
    ///
    /// @return whether there is a shop now
    static boolean ask(Supplier<FirstRun> questions) {
        var asked = awaited(CompletableFuture.supplyAsync(
                () -> {
                    var made = questions.get();
                    var stage = new Stage();
                    stage.setMaximized(!isHeadless());
                    stage.setOnHidden(_ -> made.closed());
                    made.window().show(stage);
                    return made;
                },
                new Screen()));
        boolean done = asked.isSetUp();
        CompletableFuture.runAsync(
                        () -> {
                            asked.window().close();
                            asked.window().scene().getWindow().hide();
                        },
                        new Screen())
                .orTimeout(START_LIMIT_SECONDS, TimeUnit.SECONDS)
                .join();
        return done;
    }

    private static Shell show(Trading trading) {
        Shell shell = Counter.open(trading.ports(), trading.language());
        var stage = new Stage();
        stage.setMaximized(!isHeadless());
        shell.show(stage);
        return shell;
    }

    /// Waits until the window was closed.
    static void awaitClosed(Shell shell) {
        var closed = new CompletableFuture<Void>();
        new Screen().execute(() -> shell.scene().getWindow().setOnHidden(_ -> closed.complete(null)));
        closed.join();
    }

    static void close(Shell shell) {
        leave(shell);
        Platform.exit();
    }

    /// Closes the window of this program. Only on the screen thread.
    static void hide() {
        List.copyOf(javafx.stage.Window.getWindows()).forEach(javafx.stage.Window::hide);
    }

    /// Ends what the window showed, and not the toolkit.
    static void leave(Shell shell) {
        CompletableFuture.runAsync(
                        () -> {
                            shell.close();
                            shell.scene().getWindow().hide();
                        },
                        new Screen())
                .orTimeout(START_LIMIT_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
