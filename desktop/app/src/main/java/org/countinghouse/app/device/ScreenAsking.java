package org.countinghouse.app.device;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.countinghouse.app.shell.Background;
import org.countinghouse.device.setup.Asking;
import org.countinghouse.device.setup.Phrase;

/// Asks the person at the screen. The test waits on its own thread, for as long as [#PATIENCE]; one that is given up is
/// told that nobody is there.
final class ScreenAsking implements Asking {
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<Phrase>> question = new ReadOnlyObjectWrapper<>(Optional.empty());
    private volatile boolean givenUp;
    private volatile CompletableFuture<Answer> waiting = new CompletableFuture<>();

    ScreenAsking(Background background) {
        this.background = background;
    }

    /// What is asked now.
    ReadOnlyObjectProperty<Optional<Phrase>> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /// A new test: what was given up before does not count.
    void begin() {
        givenUp = false;
    }

    @Override
    public Answer ask(Phrase asked) {
        var answer = new CompletableFuture<Answer>();
        waiting = answer;
        if (givenUp) {
            return Answer.NONE;
        }
        background.show(() -> question.set(Optional.of(asked)));
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Answer.NONE;
        } catch (ExecutionException | TimeoutException _) {
            return Answer.NONE;
        } finally {
            background.show(() -> question.set(Optional.empty()));
        }
    }

    void answer(Answer answer) {
        waiting.complete(answer);
    }

    void giveUp() {
        givenUp = true;
        answer(Answer.NONE);
    }
}
