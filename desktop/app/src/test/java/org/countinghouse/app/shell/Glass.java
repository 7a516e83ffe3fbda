package org.countinghouse.app.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.countinghouse.app.Counter;
import org.countinghouse.resources.Language;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;

/// A station's window on the headless platform, for tests that look at what is really on the screen.
public final class Glass implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;
    private static boolean started;

    public final Shell shell;
    private final UnaryOperator<String> pins;
    private final ExecutorService worker = Executors.newVirtualThreadPerTaskExecutor();
    private final Stage stage;

    public Glass(SampleStation station, Language language) {
        this(station::ports, station::pin, language);
    }

    /// @param ports of the station, which works at this worker or at one of its own
    /// @param pins the PIN of an employee
    public Glass(Function<Executor, Counter.Ports> ports, UnaryOperator<String> pins, Language language) {
        start();
        this.pins = pins;
        shell = on(() -> Counter.open(ports.apply(worker), language));
        stage = on(() -> {
            var window = new Stage();
            shell.show(window);
            window.requestFocus();
            return window;
        });
    }

    /// Starts the toolkit, once.
    public static synchronized void start() {
        if (!started) {
            var up = new CompletableFuture<Void>();
            try {
                Platform.startup(() -> up.complete(null));
            } catch (IllegalStateException already) {
                up.complete(null);
            }
            up.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
            Platform.setImplicitExit(false);
            on(() -> {
                toleratePicturesBeyondTheSheet(Thread.currentThread());
                return true;
            });
            started = true;
        }
    }

    /// JavaFX's headless platform draws on a sheet of 1000 rows and throws where a window reaches beyond it, as a
    /// pop-over does until it has found its place. That tells nothing of us; whatever else is thrown fails a test.
    private static void toleratePicturesBeyondTheSheet(Thread screen) {
        screen.setUncaughtExceptionHandler((thread, thrown) -> {
            if (!(thrown instanceof IndexOutOfBoundsException)
                    || Stream.of(thrown.getStackTrace())
                            .noneMatch(frame -> frame.getClassName().endsWith(".HeadlessWindow"))) {
                thread.getThreadGroup().uncaughtException(thread, thrown);
            }
        });
    }

    /// Signs somebody in without the PIN pad.
    public void signIn(String employee) {
        press("#person-" + employee);
        for (char digit : pins.apply(employee).toCharArray()) {
            press("#key-" + digit);
        }
        press("#action");
    }

    /// Signs somebody in without a mouse.
    ///
    /// @param name the beginning of it, as it is typed
    public void signInByKeyboard(String name, String employee) {
        var robot = new FxRobot();
        until(() -> isFocused("#employee"));
        robot.write(name).push(KeyCode.ENTER);
        robot.write(pins.apply(employee)).push(KeyCode.ENTER);
        until(() -> find("#employee") == null);
    }

    /// Only on the screen thread.
    public boolean isFocused(String selector) {
        return find(selector) instanceof Node node && node.isFocused();
    }

    public void go(Destination destination, String mark) {
        on(() -> {
            shell.go(destination);
            return true;
        });
        until(() -> find(mark) != null);
    }

    public void press(String selector) {
        until(() -> find(selector) instanceof ButtonBase button && !button.isDisabled());
        on(() -> {
            ((ButtonBase) find(selector)).fire();
            return true;
        });
    }

    public void type(String selector, String text) {
        until(() -> find(selector) != null);
        on(() -> {
            ((TextInputControl) find(selector)).setText(text);
            return true;
        });
    }

    public void await(String selector) {
        until(() -> find(selector) != null);
    }

    public void until(BooleanSupplier claim) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!on(claim::getAsBoolean)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it did not come true; on the screen is " + seen());
            }
            try {
                TimeUnit.MILLISECONDS.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public void picture(String name) {
        save(Path.of("target", "pictures", "states", name + ".png"));
    }

    public void save(Path file) {
        Picture.save(on(() -> Picture.of(shell.scene())), file);
    }

    /// The topmost node of this selector that can be seen; only on the screen thread.
    public Node find(String selector) {
        return shell.scene().getRoot().lookupAll(selector).stream()
                .filter(Glass::isSeen)
                .reduce((_, later) -> later)
                .orElse(null);
    }

    private static boolean isSeen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /// Controls a person can come to whose purpose a screen reader could not say.
    public List<String> nameless() {
        return on(() -> all(shell.scene().getRoot())
                .filter(node -> node.isFocusTraversable() && isSeen(node))
                .filter(node -> node.getAccessibleText() == null)
                .filter(node -> switch (node) {
                    case Labeled labeled ->
                        labeled.getText() == null || labeled.getText().isBlank();
                    case TextInputControl input ->
                        input.getPromptText() == null || input.getPromptText().isBlank();
                    default -> true;
                })
                .map(Node::toString)
                .toList());
    }

    /// Words of ours that a person sees only a part of. What lies in the cells of a table may be wider than its column.
    public List<String> clipped() {
        return on(() -> {
            shell.scene().getRoot().applyCss();
            shell.scene().getRoot().layout();
            return cutOff();
        });
    }

    private List<String> cutOff() {
        return all(shell.scene().getRoot())
                .filter(node -> node instanceof Labeled && !(node instanceof IndexedCell<?>) && isSeen(node))
                .map(Labeled.class::cast)
                .filter(labeled -> !labeled.getText().isBlank() && isClipped(labeled))
                .map(Labeled::getText)
                .toList();
    }

    private static boolean isClipped(Labeled labeled) {
        return all(labeled)
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .anyMatch(shown -> shown.getStyleClass().contains("text")
                        && !(shown instanceof FontIcon)
                        && !shown.getText().equals(labeled.getText()));
    }

    /// Every word on the screen, hidden nodes and hints for screen readers included.
    public List<String> words() {
        return on(() -> {
            var words = new ArrayList<String>();
            collect(shell.scene().getRoot(), words);
            words.removeIf(word -> word == null || word.isBlank());
            return words;
        });
    }

    /// The words a person sees.
    private List<String> seen() {
        return on(() -> all(shell.scene().getRoot())
                .filter(Glass::isSeen)
                .map(node -> switch (node) {
                    case Labeled labeled -> labeled.getText();
                    case WrappedLabel wrapped -> wrapped.getText();
                    default -> "";
                })
                .filter(text -> text != null && !text.isBlank())
                .distinct()
                .toList());
    }

    /// A node and everything in it. A selector with a comma finds nothing.
    public static Stream<Node> all(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(Glass::all))
                : Stream.of(node);
    }

    private static void collect(Node node, List<String> words) {
        switch (node) {
            case Labeled labeled -> words.add(labeled.getText());
            case TextInputControl input -> words.add(input.getText() + " " + input.getPromptText());
            case Text text -> words.add(text.getText());
            case WrappedLabel wrapped -> words.add(wrapped.getText());
            default -> {}
        }
        if (node instanceof Control control && control.getTooltip() != null) {
            words.add(control.getTooltip().getText());
        }
        words.add(node.getAccessibleText());
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
        }
    }

    public static <T> T on(Supplier<T> act) {
        return CompletableFuture.supplyAsync(act, new Screen())
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void close() {
        on(() -> {
            shell.close();
            stage.close();
            return true;
        });
        worker.shutdownNow();
    }
}
