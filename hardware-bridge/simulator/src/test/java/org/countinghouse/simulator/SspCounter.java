package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.CashMachinePeer;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.device.spi.MoneyProtocol;
import org.countinghouse.device.spi.MoneyProtocol.Begun;
import org.countinghouse.device.spi.MoneyProtocol.Progress;
import org.countinghouse.device.spi.MoneyProtocol.Testimony;
import org.countinghouse.device.spi.SimulatedPeers;

/// A counter with a simulated SSP machine, and our driver at its cable.
final class SspCounter implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(5);
    static final Denomination FIVE = new Denomination("EUR", 500);
    static final Denomination TEN = new Denomination("EUR", 1000);
    static final Denomination TWENTY = new Denomination("EUR", 2000);
    static final Pieces FILLING = Pieces.of(Map.of(FIVE, 10, TEN, 10, TWENTY, 10));

    final CashMachinePeer peer;
    final MoneyProtocol machine;
    private final Devices devices;

    private SspCounter(CashMachinePeer peer, Devices devices) {
        this.peer = peer;
        this.devices = devices;
        machine = devices.cashMachine().orElseThrow();
    }

    static SspCounter with(String kind, Pieces filling, String settings) throws IOException {
        return with(kind, filling, settings, Duration.ofMillis(3));
    }

    static SspCounter with(String kind, Pieces filling, String settings, Duration pieceEvery) throws IOException {
        var peer = SimulatedPeers.find().orElseThrow().startCashMachine(kind, "till machine", filling, pieceEvery);
        String address = peer.address().toString();
        var ours = DeviceAddress.of(address + (address.contains("?") ? "&" : "?") + settings);
        var devices = ((Devices.Connection.Connected) Devices.open(ours, LIMIT)).devices();
        var counter = new SspCounter(peer, devices);
        counter.machine.greet(LIMIT);
        return counter;
    }

    /// A machine that has paid before, so that its counters say something.
    static SspCounter worked(String settings) throws IOException {
        var counter = with("ssp", FILLING, settings);
        counter.peer.play(CashMachinePeer.Scene.SECOND_HOST);
        counter.peer.refill(Pieces.of(FIVE, 1));
        return counter;
    }

    static Intent pay(long amount) {
        return intent(Intent.Purpose.PAY, new Intent.Ask.Worth("EUR", amount));
    }

    static Intent pay(Pieces pieces) {
        return intent(Intent.Purpose.PAY, new Intent.Ask.Exactly("EUR", pieces));
    }

    static Intent open(Intent.Purpose purpose) {
        return intent(purpose, new Intent.Ask.Open("EUR"));
    }

    Begun begin(Intent intent) throws IOException {
        return begin(intent, machine.look());
    }

    Begun begin(Intent intent, Sight baseline) throws IOException {
        return machine.begin(intent, baseline, LIMIT, _ -> {});
    }

    /// Looks, begins, follows to the end.
    Progress.Ended whole(Intent intent) throws IOException {
        assertThat(begin(intent)).isEqualTo(new Begun.Accepted());
        return ended();
    }

    Progress.Ended ended() throws IOException {
        var by = Deadline.in(LIMIT);
        while (!by.isOver()) {
            if (machine.follow(by.left()) instanceof Progress.Ended ended) {
                return ended;
            }
        }
        throw new AssertionError("it did not end");
    }

    /// Greets anew and asks what became of an intent, until the machine is at rest.
    Testimony testimony(Intent intent, Sight baseline) throws IOException {
        machine.greet(LIMIT);
        var by = Deadline.in(LIMIT);
        var testimony = machine.testify(intent, baseline, Optional.empty(), false, LIMIT);
        while (testimony instanceof Testimony.StillMoving && !by.isOver()) {
            testimony = machine.testify(intent, baseline, Optional.empty(), false, LIMIT);
        }
        return testimony;
    }

    static Pieces of(Object... denominationsAndCounts) {
        var pieces = new TreeMap<Denomination, Integer>();
        for (int i = 0; i < denominationsAndCounts.length; i += 2) {
            pieces.put((Denomination) denominationsAndCounts[i], (Integer) denominationsAndCounts[i + 1]);
        }
        return new Pieces(pieces);
    }

    static void await(BooleanSupplier condition) {
        var by = Deadline.in(LIMIT);
        while (!condition.getAsBoolean()) {
            assertThat(by.isOver()).as("waited too long").isFalse();
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public void close() {
        devices.close();
        peer.close();
    }

    private static Intent intent(Intent.Purpose purpose, Intent.Ask ask) {
        return new Intent(UUID.randomUUID(), purpose, ask, "change", Optional.empty());
    }
}
