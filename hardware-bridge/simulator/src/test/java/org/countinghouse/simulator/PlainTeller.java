package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Intent.Ask;
import org.countinghouse.device.money.Intent.Purpose;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.CashMachinePeer;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.device.spi.MoneyProtocol;
import org.countinghouse.device.spi.MoneyProtocol.Begun;
import org.countinghouse.device.spi.MoneyProtocol.Progress;
import org.countinghouse.device.spi.MoneyProtocol.Testimony;

/// Somebody who carries one intent at a time through a protocol, by the rules of the contract: looks,
/// begins, follows, and after a broken link greets anew and asks for testimony. It never sends a
/// command again.
final class PlainTeller implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(20);

    final CashMachinePeer machine;
    final MoneyProtocol protocol;
    final List<String> kept = new ArrayList<>();
    final List<Cash> soFar = new ArrayList<>();

    PlainTeller(CashMachinePeer machine, DeviceAddress address) {
        this.machine = machine;
        protocol = switch (Devices.open(address, LIMIT)) {
            case Devices.Connection.Connected(var devices) ->
                devices.cashMachine().orElseThrow();
            case Devices.Connection other -> throw new AssertionError(other);
        };
    }

    static Pieces euros(int... centsAndCounts) {
        var pieces = new TreeMap<Denomination, Integer>();
        for (int i = 0; i < centsAndCounts.length; i += 2) {
            pieces.merge(euro(centsAndCounts[i]), centsAndCounts[i + 1], Integer::sum);
        }
        return Pieces.of(pieces);
    }

    static Denomination euro(long cents) {
        return new Denomination("EUR", cents);
    }

    static Intent intent(Purpose purpose, Ask ask) {
        return new Intent(UUID.randomUUID(), purpose, ask, "test", Optional.empty());
    }

    static Intent payment(long cents) {
        return intent(Purpose.PAY, new Ask.Worth("EUR", cents));
    }

    /// What an intent came to.
    sealed interface Outcome {
        record Refused(Begun answer) implements Outcome {}

        record Ended(Progress.Ended progress) implements Outcome {}

        record Told(Testimony testimony) implements Outcome {}

        default long moved() {
            return switch (this) {
                case Refused _ -> 0;
                case Ended(var progress) -> progress.moved().minorUnits();
                case Told(Testimony.Knows knows) -> knows.moved().minorUnits();
                case Told _ -> throw new AssertionError("nobody knows: " + this);
            };
        }
    }

    Sight greetAndLook() throws IOException {
        protocol.greet(LIMIT);
        return protocol.look();
    }

    Outcome carry(Intent intent) throws IOException {
        return carry(intent, protocol.look());
    }

    Outcome carry(Intent intent, Sight baseline) throws IOException {
        kept.clear();
        soFar.clear();
        try {
            var begun = protocol.begin(intent, baseline, LIMIT, kept::add);
            return begun instanceof Begun.Accepted ? new Outcome.Ended(followToTheEnd()) : new Outcome.Refused(begun);
        } catch (IOException _) {
            machine.play(CashMachinePeer.Scene.ALIVE);
            protocol.greet(LIMIT);
            return new Outcome.Told(testimony(intent, baseline));
        }
    }

    Testimony testimony(Intent intent, Sight baseline) throws IOException {
        var deadline = Deadline.in(LIMIT);
        while (true) {
            var reference = kept.stream().reduce((_, last) -> last);
            var told = protocol.testify(intent, baseline, reference, false, LIMIT);
            if (!(told instanceof Testimony.StillMoving) || deadline.isOver()) {
                return told;
            }
        }
    }

    Progress.Ended followToTheEnd() throws IOException {
        var deadline = Deadline.in(LIMIT);
        while (!deadline.isOver()) {
            switch (protocol.follow(Duration.ofMillis(200))) {
                case Progress.Quiet _ -> {
                    // It goes on.
                }
                case Progress.Moving moving -> soFar.add(moving.soFar());
                case Progress.Unclear(var words) -> throw new AssertionError(words);
                case Progress.Ended ended -> {
                    return ended;
                }
            }
        }
        throw new AssertionError("it never ended; so far " + soFar);
    }

    /// Follows until so much came in.
    void followUntil(long cents) throws IOException {
        var deadline = Deadline.in(LIMIT);
        while (!deadline.isOver()) {
            if (protocol.follow(Duration.ofMillis(200)) instanceof Progress.Moving moving) {
                soFar.add(moving.soFar());
                if (moving.soFar().minorUnits() == cents) {
                    return;
                }
            }
        }
        throw new AssertionError("never " + cents + "; so far " + soFar);
    }

    void insert(long... cents) {
        for (long each : cents) {
            assertThat(machine.insert(euro(each))).as("takes " + each).isTrue();
        }
    }

    static void await(BooleanSupplier condition) {
        var deadline = Deadline.in(LIMIT);
        while (!condition.getAsBoolean()) {
            if (deadline.isOver()) {
                throw new AssertionError("waited in vain");
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    @Override
    public void close() {
        protocol.close();
        machine.close();
    }
}
