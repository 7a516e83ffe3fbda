package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.Devices;
import org.countinghouse.device.Devices.Connection;
import org.countinghouse.device.LineDisplay;
import org.countinghouse.device.LineDisplay.Showing;
import org.countinghouse.device.LineDisplay.State;
import org.countinghouse.device.spi.LineDisplayPeer.Scene;
import org.countinghouse.device.spi.SimulatedPeers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoleDisplayTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    @Test
    void theCustomerReadsWhatWasShownAndNothingElse() throws IOException {
        try (var peer = SimulatedPeers.find().orElseThrow().startLineDisplay("pole", 2, 20);
                var devices = open(peer.address())) {
            var display = devices.lineDisplay().orElseThrow();

            assertThat(display.rows()).isEqualTo(2);
            assertThat(display.show(List.of("Crème brûlée", "TOTAL          73.50")))
                    .isEqualTo(new Showing.Shown());
            Eventually.is(peer::rows, List.of("Crème brûlée        ", "TOTAL          73.50"));
            assertThat(display.show(List.of("thank you"))).isEqualTo(new Showing.Shown());
            Eventually.is(peer::rows, List.of("thank you           ", " ".repeat(20)));
            display.clear();
            Eventually.is(peer::rows, List.of(" ".repeat(20), " ".repeat(20)));
        }
    }

    @Test
    void aNameCannotCommandTheDisplay() throws IOException {
        try (var peer = SimulatedPeers.find().orElseThrow().startLineDisplay("pole", 2, 20);
                var devices = open(peer.address())) {
            var shown = display(devices).show(List.of("first", "Bob\u001B@\u001F$\u0001\u0001\f\u0018x"));

            assertThat(shown).isInstanceOf(Showing.Shown.class);
            Eventually.is(peer::rows, List.of("first               ", "Bob¿@¿$¿¿¿¿x        "));
        }
    }

    @Test
    void aNameInKhmerIsShownAsSubstitutesAndTheCallerLearnsIt() throws IOException {
        try (var peer = SimulatedPeers.find().orElseThrow().startLineDisplay("pole", 2, 20);
                var devices = open(peer.address())) {
            assertThat(display(devices).show(List.of("ក", "៥០០០៛"))).isEqualTo(new Showing.Shown("ក"));
            Eventually.is(peer::rows, List.of("¿" + " ".repeat(19), "5000KHR             "));
        }
    }

    @Test
    void aDisplayThatWasSwitchedOffOrPulledShowsAgain() throws IOException {
        try (var peer = SimulatedPeers.find().orElseThrow().startLineDisplay("pole", 2, 20);
                var devices = open(peer.address().with("page", "858"))) {
            display(devices).show(List.of("€ 5"));
            peer.play(Scene.POWER_CYCLE);
            display(devices).show(List.of("€ 6"));
            Eventually.is(() -> peer.rows().getFirst().strip(), "€ 6");

            peer.play(Scene.CABLE_CUT);
            assertThat(display(devices).show(List.of("€ 7"))).isEqualTo(new Showing.Shown());
            Eventually.is(() -> peer.rows().getFirst().strip(), "€ 7");
            assertThat(display(devices).state()).isEqualTo(State.READY);
        }
    }

    @Test
    void aDisplayThatIsNotThereSaysSoInTime() throws IOException {
        DeviceAddress gone;
        try (var peer = SimulatedPeers.find().orElseThrow().startLineDisplay("pole", 2, 20)) {
            gone = peer.address();
        }
        try (var devices = open(gone)) {
            assertThat(display(devices).show(List.of("x"))).isInstanceOf(Showing.NoAnswer.class);
            assertThat(devices.health().getFirst().fault()).contains(DeviceFault.NO_ANSWER);
            assertThat(display(devices).show(List.of("x", "y", "z"))).isInstanceOf(Showing.Refused.class);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theSameAtASerialCable() throws IOException {
        var far = new PseudoTerminal("pole");
        try (var peer = SimulatedDisplay.started("pole", far, 2, 20);
                var devices = open(peer.address().with("baud", "19200"))) {
            display(devices).show(List.of("one", "two"));
            Eventually.is(() -> peer.rows().getLast().strip(), "two");
            peer.play(Scene.CABLE_CUT);
            assertThat(display(devices).show(List.of("three"))).isEqualTo(new Showing.Shown());
            Eventually.is(() -> peer.rows().getFirst().strip(), "three");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "display:front",
                "display:pigeon:loft",
                "display:tcp://a/b",
                "display:serial:/dev/ttyS0?baud=fast",
                "display:serial:/dev/ttyS0?rows=9",
                "display:serial:/dev/ttyS0?columns=4",
                "display:serial:/dev/ttyS0?page=utf8",
                "display:serial:/dev/ttyS0?sense=low"
            })
    void anAddressThatMakesNoSenseIsRefused(String address) {
        assertThat(Devices.open(DeviceAddress.of(address), LIMIT))
                .isInstanceOfSatisfying(
                        Connection.Refused.class,
                        refused -> assertThat(refused.reason()).isNotBlank());
    }

    private static Devices open(DeviceAddress address) {
        return ((Connection.Connected) Devices.open(address, LIMIT)).devices();
    }

    private static LineDisplay display(Devices devices) {
        return devices.lineDisplay().orElseThrow();
    }
}
