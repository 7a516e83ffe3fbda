package org.countinghouse.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.IntentJournal;
import org.countinghouse.device.money.IntentRecord;
import org.countinghouse.device.money.IntentState;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.money.Step;
import org.countinghouse.device.spi.MoneyProtocol;

/// A journal and a cable of a program that dies at a given step: from then on nothing is written and
/// nothing is sent.
final class MortalHost implements IntentJournal {
    private final IntentJournal journal;
    private final Optional<FaultMatrix.Kill> kill;
    private volatile boolean dead;
    private volatile boolean dying;
    private Optional<IntentState> awaited = Optional.empty();
    private Runnable then = () -> {};

    MortalHost(IntentJournal journal, Optional<FaultMatrix.Kill> kill) {
        this.journal = journal;
        this.kill = kill;
    }

    /// Ends the thread it is thrown on, as a kill ends the program.
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        Killed() {
            super("killed", null, false, false);
        }
    }

    boolean isDead() {
        return dead;
    }

    /// Does something once, as soon as this step is written.
    void whenWritten(IntentState state, Runnable then) {
        awaited = Optional.of(state);
        this.then = then;
    }

    @Override
    public void plan(String machine, Intent intent) {
        around(IntentState.PLANNED, () -> journal.plan(machine, intent));
    }

    @Override
    public void keep(String machine, Step step) {
        around(step.state(), () -> journal.keep(machine, step));
    }

    @Override
    public List<IntentRecord> open(String machine) {
        return journal.open(machine);
    }

    @Override
    public Optional<IntentRecord> find(UUID intent) {
        return journal.find(intent);
    }

    private void around(IntentState state, Runnable write) {
        if (dead || dying) {
            throw die();
        }
        var now = kill.filter(each -> each.state() == state);
        if (now.isPresent() && now.get().moment() == FaultMatrix.Moment.BEFORE) {
            throw die();
        }
        write.run();
        if (awaited.equals(Optional.of(state))) {
            awaited = Optional.empty();
            then.run();
        }
        if (now.isPresent() && now.get().moment() == FaultMatrix.Moment.AT) {
            throw die();
        }
        dying = now.isPresent();
    }

    private Killed die() {
        dead = true;
        Thread.currentThread().setUncaughtExceptionHandler((_, _) -> {});
        return new Killed();
    }

    /// The cable; the program dies as soon as it has done one thing more after its hour has come.
    MoneyProtocol watching(MoneyProtocol protocol) {
        return new MoneyProtocol() {
            @Override
            public String name() {
                return protocol.name();
            }

            @Override
            public Greeting greet(Duration limit) throws IOException {
                return alive(() -> protocol.greet(limit));
            }

            @Override
            public Sight look() throws IOException {
                return alive(protocol::look);
            }

            @Override
            public Begun begin(Intent intent, Sight baseline, Duration limit, Consumer<String> keep)
                    throws IOException {
                return alive(() -> protocol.begin(intent, baseline, limit, keep));
            }

            @Override
            public Progress follow(Duration limit) throws IOException {
                return alive(() -> protocol.follow(limit));
            }

            @Override
            public void finish(boolean giveBack, Duration limit) throws IOException {
                alive(() -> {
                    protocol.finish(giveBack, limit);
                    return "";
                });
            }

            @Override
            public void halt(Duration limit) throws IOException {
                alive(() -> {
                    protocol.halt(limit);
                    return "";
                });
            }

            @Override
            public Testimony testify(
                    Intent intent, Sight baseline, Optional<String> reference, boolean sameEpoch, Duration limit)
                    throws IOException {
                return alive(() -> protocol.testify(intent, baseline, reference, sameEpoch, limit));
            }

            @Override
            public void close() {
                protocol.close();
            }
        };
    }

    private <T> T alive(Doing<T> doing) throws IOException {
        if (dead) {
            throw die();
        }
        boolean last = dying;
        try {
            return doing.run();
        } finally {
            if (last) {
                throw die();
            }
        }
    }

    @FunctionalInterface
    private interface Doing<T> {
        T run() throws IOException;
    }
}
