package org.countinghouse.app.shell;

import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;

/// The pictures a window draws, one after the other, for whoever waits until something is on one of them.
public final class Pulses {
    private final Scene scene;

    private Pulses(Scene scene) {
        this.scene = scene;
    }

    public static Pulses of(Scene scene) {
        return new Pulses(scene);
    }

    /// When the first picture is drawn that shows it: it is laid out then and on its way to the screen.
    ///
    /// @param shown asked on the screen thread, at every picture
    /// @return the monotonic clock's nanoseconds at that picture
    public CompletableFuture<Long> first(BooleanSupplier shown) {
        var seen = new CompletableFuture<Long>();
        new Screen().execute(() -> watch(shown, seen));
        return seen;
    }

    private void watch(BooleanSupplier shown, CompletableFuture<Long> seen) {
        Runnable look = () -> {
            if (shown.getAsBoolean()) {
                seen.complete(System.nanoTime());
            } else {
                Platform.requestNextPulse();
            }
        };
        scene.addPostLayoutPulseListener(look);
        seen.whenCompleteAsync((_, _) -> scene.removePostLayoutPulseListener(look), new Screen());
        Platform.requestNextPulse();
    }
}
