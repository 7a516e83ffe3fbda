package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
import org.countinghouse.device.money.Alarm;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.CashMachinePeer;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.device.spi.MoneyProtocol;
import org.countinghouse.device.spi.MoneyProtocol.Begun;
import org.countinghouse.device.spi.MoneyProtocol.Progress;
import org.countinghouse.device.spi.MoneyProtocol.Testimony;

/// A counter with a simulated ccTalk bus and our driver on its cable, and somebody who works with it as
/// the book asks: look, write down, begin, follow; and after a dead link greet anew and ask what became
/// of it.
final class CcTalkCounter implements AutoCloseable {
    static final Denomination QUARTER = new Denomination("USD", 25);
    static final Denomination DOLLAR = new Denomination("USD", 100);
    static final Denomination FIVE = new Denomination("USD", 500);
    static final Denomination TEN = new Denomination("USD", 1000);
    static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration PIECE = Duration.ofMillis(8);
    private static final Duration SLICE = Duration.ofMillis(60);

    final SimulatedCcTalk peer;
    final MoneyProtocol money;
    final Devices devices;
    Sight baseline = new Sight(Sight.State.READY, Optional.empty(), new TreeMap<>(), Optional.empty(), List.of());
    Optional<String> kept = Optional.empty();
    Optional<Intent> asked = Optional.empty();

    private CcTalkCounter(SimulatedCcTalk peer, String settings) throws IOException {
        this.peer = peer;
        var address = DeviceAddress.of(peer.address() + "&reply=60&poll=5&settle=80" + settings);
        devices = ((Devices.Connection.Connected) Devices.open(address, LIMIT)).devices();
        money = devices.cashMachine().orElseThrow();
        money.greet(LIMIT);
    }

    static CcTalkCounter open(Pieces filledWith) throws IOException {
        return open(filledWith, CcTalkBench.Ways.USUAL);
    }

    /// A bus that has worked for years: its counters do not stand at 0.
    static CcTalkCounter open(Pieces filledWith, CcTalkBench.Ways ways) throws IOException {
        var peer = SimulatedCcTalk.started("bus", filledWith, PIECE, ways);
        peer.worn(77);
        return new CcTalkCounter(peer, "");
    }

    static CcTalkCounter openNew(Pieces filledWith, CcTalkBench.Ways ways) throws IOException {
        return new CcTalkCounter(SimulatedCcTalk.started("bus", filledWith, PIECE, ways), "");
    }

    /// @param settings more of the address, beginning with an ampersand
    static CcTalkCounter openWith(Pieces filledWith, String settings) throws IOException {
        return new CcTalkCounter(SimulatedCcTalk.started("bus", filledWith, PIECE), settings);
    }

    /// The same through a serial server in the network.
    static CcTalkCounter openAtASocket(Pieces filledWith) throws IOException {
        return new CcTalkCounter(
                SimulatedCcTalk.started("bus", new Outlet(), filledWith, PIECE, CcTalkBench.Ways.USUAL), "");
    }

    static Pieces coins(int quarters, int dollars) {
        return Pieces.of(Map.of(QUARTER, quarters, DOLLAR, dollars));
    }

    /// Pays, the way a payout ends when nothing unusual happens.
    Progress.Ended pay(Pieces pieces) throws IOException {
        assertThat(begin(exactly(pieces))).isEqualTo(new Begun.Accepted());
        return follow();
    }

    static Intent exactly(Pieces pieces) {
        return intent(Intent.Purpose.PAY, new Intent.Ask.Exactly("USD", pieces));
    }

    static Intent intent(Intent.Purpose purpose, Intent.Ask ask) {
        return new Intent(UUID.randomUUID(), purpose, ask, "test", Optional.empty());
    }

    Begun begin(Intent intent) throws IOException {
        baseline = money.look();
        kept = Optional.empty();
        asked = Optional.of(intent);
        return money.begin(intent, baseline, LIMIT, number -> kept = Optional.of(number));
    }

    Progress.Ended follow() throws IOException {
        long soFar = 0;
        var limit = Deadline.in(LIMIT);
        while (!limit.isOver()) {
            switch (money.follow(SLICE)) {
                case Progress.Quiet() -> {}
                case Progress.Unclear(var words) -> throw new AssertionError(words);
                case Progress.Moving(var cash, var _) -> {
                    assertThat(cash.minorUnits()).isGreaterThanOrEqualTo(soFar);
                    soFar = cash.minorUnits();
                }
                case Progress.Ended ended -> {
                    return ended;
                }
            }
        }
        throw new AssertionError("it did not end");
    }

    /// What the machine knows of the last intent, over a new connection, once nothing moves any more.
    Testimony testimony() throws IOException {
        greet();
        var limit = Deadline.in(LIMIT);
        while (true) {
            var testimony = money.testify(asked.orElseThrow(), baseline, kept, false, LIMIT);
            if (!(testimony instanceof Testimony.StillMoving) || limit.isOver()) {
                return testimony;
            }
            rest();
        }
    }

    void greet() throws IOException {
        money.greet(LIMIT);
    }

    /// Begins and follows; when the link dies on the way, asks what became of it. In words, for tables.
    String work(Intent intent) throws IOException {
        try {
            return switch (begin(intent)) {
                case Begun.Accepted() -> words(follow());
                case Begun.Refused _ -> "refused";
                case Begun.NotEnough _ -> "not enough";
                case Begun.Silence(var words) -> throw new IOException(words);
            };
        } catch (IOException _) {
            peer.play(CashMachinePeer.Scene.ALIVE);
            return words(testimony());
        }
    }

    static String words(Progress.Ended ended) {
        return "paid " + ended.moved().minorUnits()
                + ended.fault().map(fault -> " " + fault).orElse("");
    }

    static String words(Testimony testimony) {
        return switch (testimony) {
            case Testimony.Knows knows -> "knows " + knows.moved().minorUnits();
            case Testimony.StillMoving _ -> "still moving";
            case Testimony.NeverHeard _ -> "never heard";
            case Testimony.Silent _ -> "silent";
            case Testimony.Contradicts _ -> "contradicts";
        };
    }

    long paidOut() {
        return peer.paidOut().total("USD");
    }

    static void eventually(BooleanSupplier claim) {
        var limit = Deadline.in(LIMIT);
        while (!claim.getAsBoolean()) {
            assertThat(limit.isOver()).as("it did not come true").isFalse();
            rest();
        }
    }

    private static void rest() {
        LockSupport.parkNanos(2_000_000);
    }

    /// The alarms of a look.
    List<Alarm.Kind> alarms() throws IOException {
        var kinds = new ArrayList<Alarm.Kind>();
        money.look().alarms().forEach(alarm -> kinds.add(alarm.kind()));
        return kinds;
    }

    @Override
    public void close() {
        devices.close();
        peer.close();
    }
}
