package org.countinghouse.app;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
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

    private final CompletableFuture<Void> toolkit = new CompletableFuture<>();

    private Window() {}

    /// Begins to start the toolkit and returns at once. Half of a start is JavaFX's own: it goes on while the ledger is
    /// opened. It ends with [#end()], whatever windows were closed.
    static Window begin() {
        var window = new Window();
        Thread.ofPlatform().daemon().name("window-start").start(window::start);
        return window;
    }

    private void start() {
        try {
            Platform.startup(() -> prepared(toolkit));
            Platform.setImplicitExit(false);
        } catch (UnsupportedOperationException | IllegalStateException e) {
            toolkit.completeExceptionally(e);
        }
    }

    /// What fails here fails again when the window is opened, and is told then.
    private static void prepared(CompletableFuture<Void> toolkit) {
        CompletableFuture.runAsync(Shell::prepare, new Screen()).whenComplete((done, _) -> toolkit.complete(done));
    }

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

    /// Opens the counter's window and returns what it shows.
    Shell open(Trading trading) {
        return shown(() -> show(trading));
    }

    private <T> T shown(Supplier<T> show) {
        try {
            return toolkit.thenApplyAsync(_ -> show.get(), new Screen()).get(START_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StationFault("interrupted while the window was opening", e);
        } catch (ExecutionException e) {
            throw unopened(Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException e) {
            throw new StationFault("the window did not open within " + START_LIMIT_SECONDS + " s", e);
        }
    }

    private static StationFault unopened(Throwable why) {
        return why instanceof UnsupportedOperationException
                ? new StationFault(
                        "no window can be opened here (" + why.getMessage()
                                + "): start it on a desktop, or use demo --headless",
                        why)
                : new StationFault("the window did not open: " + why.getMessage(), why);
    }

    static void end() {
        Platform.exit();
    }

    /// Shows the questions of the first start and waits for their end.
    ///
    /// @return whether there is a shop now
    boolean ask(Supplier<FirstRun> questions) {
        var asked = shown(() -> {
            var made = questions.get();
            var stage = new Stage();
            stage.setMaximized(!isHeadless());
            stage.setOnHidden(_ -> made.closed());
            made.window().show(stage);
            return made;
        });
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
        leave(shell);
        end();
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
