package org.countinghouse.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.Devices.Connection;
import org.countinghouse.device.DrawerState;
import org.countinghouse.device.Opening;
import org.countinghouse.device.PrinterState;
import org.countinghouse.device.Printing;
import org.countinghouse.device.Slip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscPosDriverTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp://host:port",
                "tcp://host:99999",
                "tcp://a/b",
                "tcp://host?columns=wide",
                "tcp://host?columns=4",
                "tcp://host?page=utf8",
                "tcp://host?sense=maybe",
                "tcp://host?colour=red",
                "tcp://host?paper=70",
                "tcp://host?paper=58&columns=48",
                "tcp://host?font=c",
                "tcp://host?asb=often",
                "file:lp0",
                "serial:/dev/ttyUSB0?baud=fast",
                "serial:/dev/ttyUSB0?parity=both"
            })
    void anAddressThatMakesNoSenseIsRefusedWithTheReason(String address) {
        assertThat(Devices.open(DeviceAddress.of(address), LIMIT))
                .isInstanceOfSatisfying(
                        Connection.Refused.class,
                        refused -> assertThat(refused.reason()).isNotBlank());
    }

    @Test
    void anUnknownWayOfSpeakingIsAnsweredWithTheKnownOnes() {
        assertThat(Devices.open(DeviceAddress.of("usb:4b8:202"), LIMIT))
                .isInstanceOfSatisfying(
                        Connection.NotFound.class,
                        notFound -> assertThat(notFound.known()).contains("tcp://192.168.1.40:9100"));
    }

    @Test
    void wherePrinterIsMissingTheReasonNamesIt() throws IOException {
        int port = freePort();
        try (var devices = open("tcp://127.0.0.1:" + port)) {
            assertThat(devices.printer().orElseThrow().state()).isEqualTo(PrinterState.NO_ANSWER);
            assertThat(devices.drawer().orElseThrow().open())
                    .isEqualTo(new Opening.NoAnswer("nothing listens at 127.0.0.1:" + port));
        }
        try (var devices = open("serial:/dev/no-such-port")) {
            assertThat(devices.drawer().orElseThrow().state()).isEqualTo(DrawerState.UNKNOWN);
            assertThat(devices.printer()
                            .orElseThrow()
                            .print(Slip.titled("x").text("x").build()))
                    .isInstanceOf(Printing.NoAnswer.class);
        }
    }

    @Test
    void aPrinterThatNeverAnswersStillGetsItsPulse() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var devices = open("tcp://127.0.0.1:" + silent.getLocalPort() + "?answers=no")) {
            assertThat(devices.drawer().orElseThrow().open())
                    .isEqualTo(new Opening.Unconfirmed(Opening.Why.NO_SENSE_WIRE));
            try (var socket = silent.accept()) {
                assertThat(socket.getInputStream().readNBytes(5)).containsExactly(0x1B, 'p', 0, 25, 250);
            }
            assertThat(devices.printer()
                            .orElseThrow()
                            .print(Slip.titled("x").text("x").build()))
                    .isInstanceOfAny(Printing.Unknown.class, Printing.NoAnswer.class);
        }
    }

    private static Devices open(String address) {
        return ((Connection.Connected) Devices.open(DeviceAddress.of(address), LIMIT)).devices();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
