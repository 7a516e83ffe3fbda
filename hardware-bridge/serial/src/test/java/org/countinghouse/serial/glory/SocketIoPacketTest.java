package org.countinghouse.serial.glory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.countinghouse.serial.network.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Packets as a socket.io server of version 2 (2.5.1, with Engine.IO 3) was seen to send them, and as
/// the public client of this machine does.
class SocketIoPacketTest {
    @Test
    void anOpeningTellsHowOftenToGiveSignsOfLife() throws IOException {
        assertThat(SocketIoPacket.read(
                        "0{\"sid\":\"mDpx5ubfue1pbREXAAAA\",\"upgrades\":[],\"pingInterval\":300,\"pingTimeout\":200}"))
                .isEqualTo(new SocketIoPacket.Opened(Duration.ofMillis(300), Duration.ofMillis(200)));
        assertThat(SocketIoPacket.read("0{\"sid\":\"testSocketId\", \"pingInterval\": 5000}"))
                .isEqualTo(new SocketIoPacket.Opened(Duration.ofSeconds(5), SocketIoPacket.USUAL_PONG));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "99999999", "\"soon\"", "null", "[1]", "1e9"})
    void aWaitThatMakesNoSenseIsNotBelieved(String millis) throws IOException {
        assertThat(SocketIoPacket.read("0{\"pingInterval\":" + millis + "}"))
                .isInstanceOfSatisfying(
                        SocketIoPacket.Opened.class,
                        opened -> assertThat(opened.pingEvery())
                                .isBetween(Duration.ofMillis(50), SocketIoPacket.USUAL_PING));
    }

    @Test
    void packetsOfTheConnectionItself() throws IOException {
        assertThat(SocketIoPacket.read("1")).isEqualTo(new SocketIoPacket.Closed());
        assertThat(SocketIoPacket.read("2probe")).isEqualTo(new SocketIoPacket.Ping("probe"));
        assertThat(SocketIoPacket.read("3")).isEqualTo(new SocketIoPacket.Pong());
        assertThat(SocketIoPacket.read("6")).isEqualTo(new SocketIoPacket.Other());
        assertThat(SocketIoPacket.read("40")).isEqualTo(new SocketIoPacket.Connected());
        assertThat(SocketIoPacket.read("41")).isEqualTo(new SocketIoPacket.Closed());
        assertThat(SocketIoPacket.read("44\"no\u0007\"")).isEqualTo(new SocketIoPacket.Refused("\"no \""));
        assertThat(SocketIoPacket.read("40/logs,")).isEqualTo(new SocketIoPacket.Other());
    }

    @Test
    void eventsHaveANameAndArguments() throws IOException {
        assertThat(SocketIoPacket.read("42[\"credential ok\"]")).isEqualTo(event("credential ok"));
        assertThat(SocketIoPacket.read("4217[\"test message\"]")).isEqualTo(event("test message"));
        assertThat(SocketIoPacket.read("42[\"sendSessionID\",{\"SessionID\":\"S1\"}]"))
                .isInstanceOfSatisfying(
                        SocketIoPacket.Event.class,
                        event -> assertThat(JsonText.words(event.argument(0).path("SessionID")))
                                .isEqualTo("S1"));
        assertThat(event("none").argument(0).isMissingNode()).isTrue();
    }

    @Test
    void anEventWithBytesSaysHowManyMessagesFollow() throws IOException {
        assertThat(SocketIoPacket.read("451-[\"recv\",{\"_placeholder\":true,\"num\":0}]"))
                .isEqualTo(new SocketIoPacket.Announced(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4",
                "7",
                "x",
                "0",
                "0[]",
                "0{\"sid\":",
                "42",
                "42[]",
                "42\"not an array\"",
                "42[1]",
                "42[\"a\"",
                "42[\"a\"]]",
                "42{}",
                "45",
                "45[\"a\"]",
                "450-[\"a\"]",
                "459999999999-[\"a\"]",
                "47",
                "42[\"a\",[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
            })
    void whatIsNoPacketIsSaid(String text) {
        assertThatThrownBy(() -> SocketIoPacket.read(text)).isInstanceOf(IOException.class);
    }

    @Test
    void aPacketThatIsTooLongIsNotRead() {
        assertThatThrownBy(() -> SocketIoPacket.read("42[\"" + "a".repeat(SocketIoPacket.LONGEST) + "\"]"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void whatWeSay() {
        var words = JsonText.newList();
        assertThat(SocketIoPacket.event("getFunctionSetting")).isEqualTo("42[\"getFunctionSetting\"]");
        assertThat(SocketIoPacket.event("check credential", words.nullNode()))
                .isEqualTo("42[\"check credential\",null]");
        assertThat(SocketIoPacket.event("login request", words.stringNode("till \"1\""), words.stringNode("é")))
                .isEqualTo("42[\"login request\",\"till \\\"1\\\"\",\"é\"]");
    }

    @Test
    void aRequestIsXmlWithoutNameSpacesAndEndsWithNul() {
        assertThat(SocketIoChannel.packet(FccRequest.status().dressed("00000000007", java.util.Optional.of("S1"))))
                .isEqualTo("42[\"xml send\",\"<StatusRequest><Id>Countinghouse</Id><SeqNo>00000000007</SeqNo>"
                        + "<SessionID>S1</SessionID><Option type=\\\"0\\\"></Option>"
                        + "<RequireVerification type=\\\"1\\\"></RequireVerification></StatusRequest>\\u0000\"]");
    }

    private static SocketIoPacket.Event event(String name) {
        return new SocketIoPacket.Event(name, java.util.List.of());
    }
}
