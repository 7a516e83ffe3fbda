package org.countinghouse.serial;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.countinghouse.device.spi.Cable;
import org.jspecify.annotations.Nullable;

/// One laid cable with a printer at its end. Printer and drawer share it command by command, in the
/// order they came, so
/// a pulse waits for one command at most. Any fault kills it: a late answer must not pass for the
/// answer to a later question.
final class Wire implements AutoCloseable {
    static final Duration ANSWER_LIMIT = Duration.ofMillis(700);
    private static final Duration WRITE_LIMIT = Duration.ofSeconds(4);
    private static final Duration TURN_LIMIT = Duration.ofSeconds(2);
    private static final Duration LISTEN_SLICE = Duration.ofMillis(500);

    private final Cable cable;
    private final Answers answers;
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile boolean dead;
    private volatile @Nullable Asb lastTold;

    /// @param whenTold gets what the printer tells unasked, on the thread that listens
    Wire(String name, Cable cable, Consumer<Asb> whenTold) {
        this.cable = cable;
        answers = new Answers(told -> {
            lastTold = told;
            whenTold.accept(told);
        });
        Thread.ofPlatform().name("listening to " + name).daemon().start(this::listen);
    }

    boolean isDead() {
        return dead;
    }

    /// What the printer last told unasked; null when it has not, or the wire is dead.
    @Nullable
    Asb lastTold() {
        return dead ? null : lastTold;
    }

    void send(byte[] command) throws IOException {
        inTurn(() -> {
            cable.write(command, WRITE_LIMIT);
            return 0;
        });
    }

    /// The state byte for a subject.
    ///
    /// @throws IOException when it does not come within [#ANSWER_LIMIT]
    int ask(EscPos.Subject subject) throws IOException {
        return inTurn(() -> {
            answers.forgetStates();
            cable.write(EscPos.ask(subject), WRITE_LIMIT);
            Integer state = answers.state(ANSWER_LIMIT.toMillis());
            if (state == null) {
                throw new Silence();
            }
            return state;
        });
    }

    /// The id of the next slip that is on paper, or null when none came within the limit.
    @Nullable
    String confirmation(Duration limit) throws IOException {
        try {
            return answers.confirmation(limit.toMillis());
        } catch (InterruptedException _) {
            throw interrupted();
        }
    }

    @Override
    public void close() {
        dead = true;
        cable.close();
    }

    private int inTurn(Exchange exchange) throws IOException {
        try {
            if (!turn.tryLock(TURN_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("the printer takes no more bytes");
            }
            try {
                if (dead) {
                    throw new IOException("the connection broke");
                }
                return exchange.run();
            } finally {
                turn.unlock();
            }
        } catch (InterruptedException _) {
            close();
            throw interrupted();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void listen() {
        var bytes = new byte[256];
        try {
            while (!dead) {
                answers.heard(bytes, cable.read(bytes, LISTEN_SLICE));
            }
        } catch (IOException _) {
            close();
        }
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new IOException("given up");
    }

    /// The bytes were taken and no answer came.
    static final class Silence extends IOException {
        Silence() {
            super("connected, but no answer within " + ANSWER_LIMIT.toMillis() + " ms");
        }
    }

    @FunctionalInterface
    private interface Exchange {
        int run() throws IOException, InterruptedException;
    }
}
