package org.countinghouse.serial.glory;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.MoneyProtocol;
import org.jspecify.annotations.Nullable;

/// A Glory cash recycler behind its controller. It is told what to do by calls that are answered when
/// all is over, and tells meanwhile how it goes on by events. This lays the cable; [Epoch] is what goes
/// on as long as it holds.
final class GloryMachine implements MoneyProtocol {
    private final GlorySettings settings;
    private final GloryTimings timings;
    private final Clock clock;
    private final SequenceNumbers numbers = new SequenceNumbers();
    private final Object ends = new Object();
    private volatile @Nullable Epoch epoch;
    private boolean closed;

    GloryMachine(GlorySettings settings, GloryTimings timings, Clock clock) {
        this.settings = settings;
        this.timings = timings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public Greeting greet(Duration limit) throws IOException {
        var old = cutOld();
        var fresh = new Epoch(
                new FccSession(channel(), settings, timings, numbers),
                settings,
                timings,
                Optional.ofNullable(old).flatMap(Epoch::doubt));
        synchronized (ends) {
            if (closed) {
                fresh.cut();
                throw new IOException("this machine has been closed");
            }
            epoch = fresh;
        }
        return fresh.greet(Optional.ofNullable(old).flatMap(Epoch::sessionId), clock, limit);
    }

    @Override
    public Sight look() throws IOException {
        return current().look();
    }

    @Override
    public Begun begin(Intent intent, Sight baseline, Duration limit, Consumer<String> keep) throws IOException {
        return new Beginning(current(), intent, baseline, keep).begun(limit);
    }

    @Override
    public Progress follow(Duration limit) throws IOException {
        return current().follow(limit);
    }

    @Override
    public void finish(boolean giveBack, Duration limit) throws IOException {
        current().finish(giveBack, limit);
    }

    @Override
    public void halt(Duration limit) throws IOException {
        current().halt(limit);
    }

    @Override
    public Testimony testify(
            Intent intent, Sight baseline, Optional<String> reference, boolean sameEpoch, Duration limit)
            throws IOException {
        return new Witness(current()).testify(intent, baseline, limit);
    }

    @Override
    public void close() {
        Epoch last;
        synchronized (ends) {
            closed = true;
            last = epoch;
            epoch = null;
        }
        if (last != null) {
            last.leave();
        }
    }

    private FccChannel channel() throws IOException {
        return switch (settings.channel()) {
            case SOAP -> new SoapChannel(settings, timings);
            case SOCKET_IO -> new SocketIoChannel(settings, timings);
        };
    }

    /// Ends the connection that is, if there is one.
    private @Nullable Epoch cutOld() {
        Epoch old;
        synchronized (ends) {
            old = epoch;
            epoch = null;
        }
        if (old != null) {
            old.cut();
        }
        return old;
    }

    private Epoch current() throws IOException {
        var now = epoch;
        if (now == null) {
            throw new IOException("the machine has not been greeted");
        }
        return now;
    }
}
