package org.countinghouse.app.shell;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries work away from the screen thread and brings the answer back to it. The desk, the PINs and the devices are
/// only ever asked through here.
public final class Background {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final int REFERENCE_LENGTH = 8;

    private final Executor worker;
    private final Executor screen;

    /// @param worker where work may wait for the disk and for cables
    /// @param screen the screen thread; tests hand in one that runs at once
    public Background(Executor worker, Executor screen) {
        this.worker = worker;
        this.screen = screen;
    }

    /// Works elsewhere, then shows here. Exactly one of `then` and `broken` is called; neither when the station is
    /// being closed, where nobody waits for an answer.
    ///
    /// @param broken what to tell when the machine failed us; the failure is already in the log
    public <T> void run(Supplier<T> work, Consumer<T> then, Consumer<Notice> broken) {
        try {
            worker.execute(() -> answer(work, then, broken));
        } catch (RejectedExecutionException _) {
            LOG.debug("the station is being closed; the screen's work is not begun");
        }
    }

    private <T> void answer(Supplier<T> work, Consumer<T> then, Consumer<Notice> broken) {
        T answer;
        try {
            answer = work.get();
        } catch (RuntimeException | Error e) {
            Notice notice = failed(e);
            show(() -> broken.accept(notice));
            return;
        }
        show(() -> then.accept(answer));
    }

    /// Shows something on the screen thread, from whatever thread tells it.
    public void show(Runnable something) {
        try {
            screen.execute(something);
        } catch (RejectedExecutionException _) {
            LOG.debug("the screen is gone; nobody is told any more");
        }
    }

    /// Logs what failed elsewhere, and says so.
    public static Notice failed(Throwable failure) {
        String reference = UUID.randomUUID().toString().substring(0, REFERENCE_LENGTH);
        LOG.error("the screen's work failed, reference {}", reference, failure);
        return new Notice(Notice.Tone.DANGER, "shell.error.unknown", Map.of("reference", reference));
    }
}
