package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.Devices.Connection;
import org.countinghouse.device.Scanner;
import org.countinghouse.device.Scanner.Scan;
import org.countinghouse.device.Scanner.State;
import org.countinghouse.device.spi.SimulatedPeers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CableScannerTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final List<Scan> heard = new CopyOnWriteArrayList<>();

    @Test
    void whatIsScannedIsTold() throws IOException {
        try (var peer = SimulatedPeers.find().orElseThrow().startScanner("hand");
                var devices = open(peer.address())) {
            var scanner = listening(devices);
            assertThat(scanner.state()).isEqualTo(State.READY);

            peer.scan("4006381333931");
            peer.scan("]Q0https://example.org/ក");

            Eventually.is(
                    () -> List.copyOf(heard),
                    List.of(new Scan("4006381333931", ""), new Scan("https://example.org/ក", "QR code")));
        }
    }

    @Test
    void aScannerThatIsPluggedInAgainWorksAndTheHalfOfBeforeIsGone() throws IOException {
        try (var peer = SimulatedPeers.find().orElseThrow().startScanner("hand");
                var devices = open(peer.address())) {
            var scanner = listening(devices);
            assertThat(scanner.state()).isEqualTo(State.READY);
            peer.scanWithoutEnd("40063");
            peer.cutCable();
            Eventually.is(scanner::state, State.NO_ANSWER);
            Eventually.is(scanner::state, State.READY);
            peer.scan("81333931");

            Eventually.is(() -> List.copyOf(heard), List.of(new Scan("81333931", "")));
        }
    }

    @Test
    void theSameThroughTheNetworkWithAPrefix() throws IOException {
        try (var peer = SimulatedScanner.started("hand", new Outlet());
                var devices = open(peer.address().with("prefix", "%02").with("end", "etx"))) {
            var scanner = listening(devices);
            assertThat(scanner.state()).isEqualTo(State.READY);
            peer.dress("\u0002", "\u0003");
            // The outlet learns a moment later than we that somebody is there; what it says before is lost.
            Eventually.is(
                    () -> {
                        peer.scan("4711");
                        return heard.isEmpty();
                    },
                    false);

            assertThat(heard).containsOnly(new Scan("4711", ""));
        }
    }

    @Test
    void aListenerThatFailsDoesNotEndTheListening() throws IOException {
        try (var peer = SimulatedPeers.find().orElseThrow().startScanner("hand");
                var devices = open(peer.address())) {
            devices.scanner().orElseThrow().whenScanned(scan -> {
                heard.add(scan);
                throw new IllegalStateException("not our day");
            });
            assertThat(devices.scanner().orElseThrow().state()).isEqualTo(State.READY);
            peer.scan("1");
            peer.scan("2");

            Eventually.is(heard::size, 2);
        }
    }

    @Test
    void aScannerThatIsNotThereSaysSo() {
        try (var devices = open(DeviceAddress.of("scanner:serial:/dev/no-such-port"))) {
            assertThat(devices.scanner().orElseThrow().state()).isEqualTo(State.NO_ANSWER);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scanner:hand",
                "scanner:serial:/dev/ttyACM0?end=bell",
                "scanner:serial:/dev/ttyACM0?longest=0",
                "scanner:serial:/dev/ttyACM0?pause=never",
                "scanner:serial:/dev/ttyACM0?prefix=ក",
                "scanner:serial:/dev/ttyACM0?columns=20"
            })
    void anAddressThatMakesNoSenseIsRefused(String address) {
        assertThat(Devices.open(DeviceAddress.of(address), LIMIT)).isInstanceOf(Connection.Refused.class);
    }

    private Scanner listening(Devices devices) {
        var scanner = devices.scanner().orElseThrow();
        scanner.whenScanned(heard::add);
        return scanner;
    }

    private static Devices open(DeviceAddress address) {
        return ((Connection.Connected) Devices.open(address, LIMIT)).devices();
    }
}
