package org.countinghouse.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.device.spi.MoneyProtocol;
import org.countinghouse.device.spi.MoneyProtocol.Begun;
import org.countinghouse.device.spi.MoneyProtocol.Progress;
import org.countinghouse.device.spi.MoneyProtocol.Testimony;
import org.countinghouse.serial.glory.FastGlory;

/// A counter with a simulated Glory machine and its driver.
final class GloryCounter implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(15);
    static final Duration SHORT = Duration.ofMillis(1200);
    static final Denomination TWENTY = euro(2000);
    static final Denomination TEN = euro(1000);
    static final Denomination FIVE = euro(500);
    static final Denomination ONE = euro(100);
    static final Pieces FILLED = Pieces.of(Map.of(TWENTY, 10, TEN, 10, FIVE, 10, ONE, 20));

    final SimulatedGlory peer;
    final MoneyProtocol machine;
    final List<Cash> running = new ArrayList<>();
    Optional<String> kept = Optional.empty();
    /// For beginnings; tests of silence wait no longer than they have to.
    Duration limit = LIMIT;

    Sight baseline;
    Intent intent;

    GloryCounter(SimulatedGlory peer) throws IOException {
        this.peer = peer;
        machine = FastGlory.at(peer.address());
        machine.greet(LIMIT);
        baseline = machine.look();
        intent = take();
    }

    static Denomination euro(long minorUnits) {
        return new Denomination("EUR", minorUnits);
    }

    static Intent pay(Pieces pieces) {
        return intent(Intent.Purpose.PAY, new Intent.Ask.Exactly("EUR", pieces));
    }

    static Intent pay(long amount) {
        return intent(Intent.Purpose.PAY, new Intent.Ask.Worth("EUR", amount));
    }

    static Intent take() {
        return intent(Intent.Purpose.TAKE, new Intent.Ask.Open("EUR"));
    }

    static Intent intent(Intent.Purpose purpose, Intent.Ask ask) {
        return new Intent(UUID.randomUUID(), purpose, ask, "test", Optional.empty());
    }

    Begun begin(Intent what) throws IOException {
        intent = what;
        baseline = machine.look();
        running.clear();
        return machine.begin(what, baseline, limit, number -> kept = Optional.of(number));
    }

    /// Follows to the end.
    Progress.Ended ended() throws IOException {
        var deadline = Deadline.in(LIMIT);
        while (!deadline.isOver()) {
            switch (machine.follow(Duration.ofMillis(200))) {
                case Progress.Ended over -> {
                    return over;
                }
                case Progress.Moving(var soFar, var _) -> running.add(soFar);
                case Progress.Quiet _ -> {}
                case Progress.Unclear(var words) -> throw new AssertionError(words);
            }
        }
        throw new AssertionError("it did not end");
    }

    /// Pays, and tells how it ended.
    Progress.Ended paid(Intent what) throws IOException {
        var begun = begin(what);
        if (!(begun instanceof Begun.Accepted)) {
            throw new AssertionError(begun.toString());
        }
        return ended();
    }

    Testimony afterwards() throws IOException {
        machine.greet(LIMIT);
        return machine.testify(intent, baseline, kept, false, LIMIT);
    }

    static void until(BooleanSupplier condition) {
        var deadline = Deadline.in(LIMIT);
        while (!condition.getAsBoolean()) {
            if (deadline.isOver()) {
                throw new AssertionError("it did not happen");
            }
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public void close() {
        machine.close();
        peer.close();
    }
}
