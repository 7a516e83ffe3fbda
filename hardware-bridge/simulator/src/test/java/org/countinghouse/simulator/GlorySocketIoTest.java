package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countinghouse.simulator.GloryCounter.FILLED;
import static org.countinghouse.simulator.GloryCounter.LIMIT;
import static org.countinghouse.simulator.GloryCounter.ONE;
import static org.countinghouse.simulator.GloryCounter.SHORT;
import static org.countinghouse.simulator.GloryCounter.TEN;
import static org.countinghouse.simulator.GloryCounter.pay;
import static org.countinghouse.simulator.GloryCounter.until;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.CashMachinePeer.Scene;
import org.countinghouse.device.spi.MoneyProtocol;
import org.countinghouse.device.spi.MoneyProtocol.Begun;
import org.countinghouse.device.spi.MoneyProtocol.Testimony;
import org.countinghouse.serial.glory.FastGlory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What only socket.io has: logins, signs of life, and everything on one connection.
class GlorySocketIoTest {
    private static final Pieces TWELVE = Pieces.of(Map.of(TEN, 1, ONE, 2));
    private static final Duration SIGNS = Duration.ofMillis(300);

    @Test
    void whoeverGivesSignsOfLifeStaysConnected() throws IOException {
        var peer = GloryWay.SOCKET_IO.machine(FILLED, Duration.ofMillis(400));
        peer.wantsSigns(SIGNS, Duration.ofMillis(1500));
        try (var counter = new GloryCounter(peer)) {
            var over = counter.paid(pay(Pieces.of(ONE, 8)));

            assertThat(over.moved().minorUnits()).isEqualTo(800);
        }
    }

    @Test
    void aMachineThatAnswersNoSignsOfLifeIsGone() throws IOException {
        var peer = GloryWay.SOCKET_IO.machine(FILLED, Duration.ofMillis(5));
        peer.wantsSigns(SIGNS, SIGNS);
        try (var counter = new GloryCounter(peer)) {
            peer.play(Scene.DEAD);

            assertThatThrownBy(() -> until(() -> !looks(counter.machine)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("said nothing");
        }
    }

    @Test
    void aMachineThatChecksUsersLetsInWhoHasThePassword() throws IOException {
        var peer = GloryWay.SOCKET_IO.machine(FILLED, Duration.ofMillis(5));
        peer.wantsPassword("1234");
        try (peer;
                var stranger = FastGlory.at(peer.address());
                var clerk = FastGlory.at(peer.address().with("user", "till-1").with("password", "1234"))) {
            assertThatThrownBy(() -> stranger.greet(LIMIT))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the user or the password");

            clerk.greet(LIMIT);
            assertThat(clerk.look().state()).isEqualTo(Sight.State.READY);
        }
    }

    @Test
    void overTlsThePinnedCertificateIsTrustedAndNoOther(@TempDir Path folder) throws Exception {
        var peer = GloryWay.SOCKET_IO.machine(FILLED, Duration.ofMillis(5));
        try (peer;
                var front = new TlsFront(folder, port(peer));
                var ours = FastGlory.at(safe(front, front.pin()));
                var fooled = FastGlory.at(safe(front, "ab".repeat(32)))) {
            ours.greet(LIMIT);
            var over = ours.begin(pay(TWELVE), ours.look(), LIMIT, _ -> {});
            assertThat(over).isEqualTo(new Begun.Accepted());
            until(() -> peer.paidOut().equals(TWELVE));

            assertThatThrownBy(() -> fooled.greet(LIMIT)).isInstanceOf(IOException.class);

            peer.play(Scene.CABLE_CUT);
            assertThatThrownBy(() -> until(() -> !looks(ours))).hasCauseInstanceOf(IOException.class);
        }
    }

    /// Over SOAP the event link tells it a second time; here there is no second way.
    @Test
    void aDamagedAnswerIsUnknownAndNothingIsPaidAgain() throws IOException {
        try (var counter = GloryWay.SOCKET_IO.open()) {
            counter.peer.play(Scene.DAMAGE_NEXT_REPLY);

            assertThatThrownBy(() -> counter.paid(pay(TWELVE))).isInstanceOf(IOException.class);

            assertThat(counter.afterwards()).isInstanceOf(Testimony.Silent.class);
            assertThat(counter.peer.paidOut()).isEqualTo(TWELVE);
        }
    }

    @Test
    void anAnswerToAnotherHostIsNotTakenForOurs() throws IOException {
        try (var counter = GloryWay.SOCKET_IO.filled(FILLED, Duration.ofMillis(30));
                var other = FastGlory.at(counter.peer.address())) {
            other.greet(LIMIT);
            var seen = other.look();
            other.begin(pay(TWELVE), seen, LIMIT, _ -> {});
            counter.machine.greet(LIMIT);
            until(() -> counter.peer.paidOut().equals(TWELVE));

            assertThat(counter.paid(pay(Pieces.of(ONE, 1))).moved()).isEqualTo(Cash.of("EUR", Pieces.of(ONE, 1)));
        }
    }

    @Test
    void aConnectionThatIsCutIsNotTakenForARefusal() throws IOException {
        try (var counter = GloryWay.SOCKET_IO.impatient()) {
            counter.peer.play(Scene.DROP_NEXT_COMMAND);

            assertThatThrownBy(() -> counter.begin(pay(TWELVE))).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> counter.machine.look()).isInstanceOf(IOException.class);

            counter.machine.greet(LIMIT);
            assertThat(counter.paid(pay(TWELVE)).moved().minorUnits()).isEqualTo(1200);
            assertThat(SHORT).isLessThan(LIMIT);
        }
    }

    private static int port(SimulatedGlory peer) {
        return URI.create(peer.address().target()).getPort();
    }

    private static DeviceAddress safe(TlsFront front, String pin) {
        return DeviceAddress.of("glory:tcp://127.0.0.1:" + front.port() + "?channel=socket.io&pin=" + pin);
    }

    private static boolean looks(MoneyProtocol machine) {
        try {
            machine.look();
            return true;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
