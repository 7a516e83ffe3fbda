package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.spi.Cables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is no ccTalk, and the example frames of the manuals at the devices' end of the bus.
class CcTalkNoiseTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /// Suzohapp Flow manual, pp. 12-21, ccTalk4j's CRC tests.
    @ParameterizedTest
    @CsvSource({
        "false, 03 00 01 A3 59,             3, 163, ''",
        "false, 03 01 01 A4 A5 B2,          3, 164, A5",
        "false, 03 04 01 A7 DF D7 0A 01 90, 3, 167, DFD70A01",
        "false, 03 00 01 EC 10,             3, 236, ''",
        "false, 03 00 01 A6 56,             3, 166, ''",
        "false, 02 00 01 FE FF,             2, 254, ''",
        "true,  28 00 46 01 3F,            40,   1, ''",
        "true,  28 00 B6 FE 21,            40, 254, ''",
    })
    void devicesHearTheManualsCommands(boolean crc, String bytes, int to, int header, String data) {
        byte[] frame = bytes(bytes);

        assertThat(new CcTalkEar(crc).hear(frame, frame.length, 0))
                .singleElement()
                .satisfies(heard -> {
                    assertThat(heard.to()).isEqualTo(to);
                    assertThat(heard.header()).isEqualTo(header);
                    assertThat(heard.data()).isEqualTo(HexFormat.of().parseHex(data));
                });
    }

    @ParameterizedTest
    @CsvSource({
        "8080, 01 02 03 00 80 80 FA",
        "'',   01 00 03 00 FC",
        "01,   01 01 03 00 01 FA",
        "03,   01 01 03 00 03 F8",
    })
    void devicesSpeakTheManualsReplies(String data, String bytes) {
        var say = new CcTalkSlave.Say(CcTalkSlave.REPLY, HexFormat.of().parseHex(data));

        assertThat(new CcTalkEar(false).spoken(1, 3, say)).isEqualTo(bytes(bytes));
    }

    @Test
    void aWrongChecksumIsNotHeard() {
        byte[] frame = bytes("01 01 03 00 03 7A");

        assertThat(new CcTalkEar(false).hear(frame, frame.length, 0)).isEmpty();
    }

    @Test
    void noiseOnTheBusMovesNothingAndIsForgottenAfterASilence() throws IOException {
        try (var counter = CcTalkCounter.open(CcTalkCounter.coins(40, 40))) {
            counter.devices.close();
            var random = new Random(99);
            var cableAddress = counter.peer.address().inner().orElseThrow();
            try (var cable = Cables.reaching(cableAddress).orElseThrow().lay(cableAddress, LIMIT)) {
                for (int i = 0; i < 60; i++) {
                    var noise = new byte[random.nextInt(30)];
                    random.nextBytes(noise);
                    cable.write(noise, LIMIT);
                }
            }
            assertThat(counter.paidOut()).isZero();
            var devices = ((Devices.Connection.Connected)
                            Devices.open(DeviceAddress.of(counter.peer.address() + "&reply=60"), LIMIT))
                    .devices();
            try (devices) {
                assertThat(devices.cashMachine().orElseThrow().greet(LIMIT).slots())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void aFarEndThatTalksNonsenseIsNoMachineAndEndsInTime() throws IOException {
        try (var far = new Outlet()) {
            Thread.ofPlatform().daemon().start(() -> babble(far));
            var address = DeviceAddress.of("cctalk:" + far.cable() + "?hoppers=3:USD25&coins=2&reply=40");
            var devices = ((Devices.Connection.Connected) Devices.open(address, LIMIT)).devices();
            try (devices) {
                var machine = devices.cashMachine().orElseThrow();
                assertThatThrownBy(() -> machine.greet(LIMIT)).isInstanceOf(IOException.class);
                assertThatThrownBy(machine::look).isInstanceOf(IOException.class);
            }
        }
    }

    private static void babble(Outlet far) {
        var random = new Random(7);
        var heard = new byte[64];
        try {
            while (true) {
                far.read(heard);
                var noise = new byte[1 + random.nextInt(300)];
                random.nextBytes(noise);
                far.write(noise);
            }
        } catch (IOException _) {
            // The test is over.
        }
    }

    private static byte[] bytes(String hex) {
        return HexFormat.ofDelimiter(" ").parseHex(hex);
    }
}
