package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countinghouse.simulator.GloryCounter.FILLED;
import static org.countinghouse.simulator.GloryCounter.LIMIT;
import static org.countinghouse.simulator.GloryCounter.ONE;
import static org.countinghouse.simulator.GloryCounter.TEN;
import static org.countinghouse.simulator.GloryCounter.TWENTY;
import static org.countinghouse.simulator.GloryCounter.pay;
import static org.countinghouse.simulator.GloryCounter.take;
import static org.countinghouse.simulator.GloryCounter.until;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Alarm;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.spi.CashMachinePeer.Scene;
import org.countinghouse.device.spi.MoneyProtocol;
import org.countinghouse.device.spi.MoneyProtocol.Begun;
import org.countinghouse.device.spi.MoneyProtocol.Progress;
import org.countinghouse.serial.glory.FastGlory;
import org.junit.jupiter.api.Test;

/// What only SOAP has: a second way for events, and answers that come by both.
class GloryEventLinkTest {
    private static final Pieces TWELVE = Pieces.of(Map.of(TEN, 1, ONE, 2));
    private static final Cash ALL = Cash.of("EUR", TWELVE);

    @Test
    void aBrokenEventLinkIsLaidAnew() throws IOException {
        try (var counter = GloryWay.SOAP.filled(FILLED, Duration.ofMillis(60))) {
            counter.begin(pay(Pieces.of(ONE, 12)));
            counter.peer.cutEvents();

            var over = counter.ended();

            assertThat(over.moved().minorUnits()).isEqualTo(1200);
            assertThat(counter.running).isNotEmpty();
            assertThat(counter.machine.look().alarms()).noneMatch(alarm -> alarm.kind() == Alarm.Kind.FAULT);
        }
    }

    @Test
    void aMachineThatCannotReachUsPaysAllTheSame() throws IOException {
        var peer = new SimulatedGlory("front", FILLED, Duration.ofMillis(40), false, false);
        try (peer;
                var machine = FastGlory.at(peer.address())) {
            machine.greet(LIMIT);
            var baseline = machine.look();
            assertThat(baseline.alarms()).anyMatch(alarm -> alarm.kind() == Alarm.Kind.FAULT);

            assertThat(machine.begin(pay(TWELVE), baseline, LIMIT, _ -> {})).isEqualTo(new Begun.Accepted());
            until(() -> follow(machine) instanceof Progress.Ended(var moved, var _, var _, var _, var _)
                    && moved.equals(Cash.of("EUR", TWELVE)));
        }
    }

    @Test
    void aDamagedAnswerIsReadFromTheEventLinkInstead() throws IOException {
        try (var counter = GloryWay.SOAP.open()) {
            counter.peer.play(Scene.DAMAGE_NEXT_REPLY);

            assertThat(counter.paid(pay(TWELVE)).moved()).isEqualTo(ALL);
        }
    }

    @Test
    void aDamagedAnswerToTheEndOfADepositIsReadFromTheEventLink() throws IOException {
        try (var counter = GloryWay.SOAP.open()) {
            counter.begin(take());
            counter.peer.insert(TWENTY);
            counter.peer.play(Scene.DAMAGE_NEXT_REPLY);

            counter.machine.finish(false, LIMIT);

            assertThat(counter.ended().moved().minorUnits()).isEqualTo(2000);
        }
    }

    private static Progress follow(MoneyProtocol machine) {
        try {
            return machine.follow(Duration.ofMillis(200));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
