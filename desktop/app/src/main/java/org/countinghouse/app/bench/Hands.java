package org.countinghouse.app.bench;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.countinghouse.app.shell.Pulses;
import org.countinghouse.app.shell.Screen;
import org.jspecify.annotations.Nullable;

/// Works at the station's window. Runs on any thread but the screen's.
final class Hands {
    /// A screen that has not come by then will not come; the lock of a station left alone comes after two minutes.
    private static final long PATIENCE_SECONDS = 180;

    private static final double SMALL = 240;

    private final Scene scene;
    private final Screen screen = new Screen();

    Hands(Scene scene) {
        this.scene = scene;
    }

    /// Presses a button as soon as it can be pressed.
    void press(String selector) {
        until(() -> find(selector) instanceof ButtonBase button && !button.isDisabled());
        at(() -> {
            if (find(selector) instanceof ButtonBase button) {
                button.fire();
            }
        });
    }

    /// Waits for the first picture that shows it.
    ///
    /// @return the monotonic clock's nanoseconds at that picture
    long until(BooleanSupplier shown) {
        return await(Pulses.of(scene).first(shown));
    }

    /// Looks at the screen for so many pictures.
    void look(int pictures) {
        var left = new AtomicInteger(pictures);
        until(() -> left.decrementAndGet() <= 0);
    }

    /// Does nothing for a while.
    void rest(Duration time) {
        await(CompletableFuture.runAsync(
                () -> {}, CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)));
    }

    /// Makes the window so small that drawing it is little work.
    void shrink() {
        at(() -> {
            scene.getWindow().setWidth(SMALL);
            scene.getWindow().setHeight(SMALL);
        });
        look(1);
    }

    /// Does something on the screen thread and waits until it is done.
    void at(Runnable act) {
        await(CompletableFuture.runAsync(act, screen));
    }

    /// The node of this selector; only on the screen thread.
    @Nullable
    Node find(String selector) {
        return scene.lookup(selector);
    }

    boolean isShown(String selector) {
        Node node = find(selector);
        return node != null && node.isVisible();
    }

    static <T> T await(CompletableFuture<T> coming) {
        return coming.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /// Types characters; only on the screen thread.
    void type(String text) {
        text.chars()
                .mapToObj(Character::toString)
                .forEach(each ->
                        key(new KeyEvent(KeyEvent.KEY_TYPED, each, "", KeyCode.UNDEFINED, false, false, false, false)));
    }

    /// Presses Enter and lets it go; only on the screen thread.
    void enter() {
        key(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        key(new KeyEvent(KeyEvent.KEY_RELEASED, "", "", KeyCode.ENTER, false, false, false, false));
    }

    private void key(KeyEvent event) {
        Event.fireEvent(scene.getFocusOwner() == null ? scene : scene.getFocusOwner(), event);
    }
}
