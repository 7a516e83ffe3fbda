package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.serial.glory.FastGlory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever stands at the socket.io port and is no machine: the driver says so in time, and keeps no
/// more of it than it may.
@Timeout(20)
class HostileSocketIoTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Duration IN_TIME = Duration.ofSeconds(8);
    private static final String OPENED = "0{\"sid\":\"a\",\"pingInterval\":25000,\"pingTimeout\":5000}";

    @Test
    void whatIsNoWebSocketIsRefused() throws IOException {
        refused((near, _) ->
                write(near, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi".getBytes(StandardCharsets.US_ASCII)));
        refused((near, _) -> write(near, "220 mail.example.com ESMTP\r\n".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void whoeverTakesTheConnectionAndSaysNothingIsGivenUp() throws IOException {
        refused((near, _) -> near.getInputStream().skip(Long.MAX_VALUE));
        refused(spoken(end -> {}));
        refused(spoken(end -> end.send(OPENED)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"40", "42[\"credential ok\"]", "0{", "0[]", "hello", "9", "44\"not you\"", "1", "41"})
    void aBeginningThatIsNoneIsRefused(String packet) throws IOException {
        refused(spoken(end -> end.send(packet)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "42{}",
                "42[]",
                "42[1]",
                "45",
                "4",
                "\u0000",
                "42[\"credential ng\"]",
                "42[\"sendSessionID\",{\"SessionID\":\"S1\"}]"
            })
    void aConversationThatIsNoneIsRefused(String packet) throws IOException {
        refused(greeted(end -> end.send(packet)));
    }

    @Test
    void bytesThatAreNoXmlAreNoAnswer() throws IOException {
        refused(greeted(end -> {
            end.send(new byte[0]);
            end.send(new byte[] {4});
            end.send("\u0004<BbxEventRequest><OpenResponse".getBytes(StandardCharsets.US_ASCII));
            end.send("\u0004<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>\0"
                    .getBytes(StandardCharsets.US_ASCII));
        }));
    }

    @ParameterizedTest
    @ValueSource(ints = {WebSocketFrame.TEXT, WebSocketFrame.BYTES})
    void aMessageWithoutEndIsNotKept(int kind) throws IOException {
        refused((near, end) -> {
            end.send(OPENED);
            end.send("40");
            var part = new byte[32_000];
            Arrays.fill(part, (byte) '4');
            write(near, new WebSocketFrame(false, kind, part).bare());
            for (int i = 0; i < 100_000; i++) {
                write(near, new WebSocketFrame(false, WebSocketFrame.MORE, part).bare());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A frame of 2^62 bytes, half a frame, reserved bits, a kind that is none, a masked one, letters that
                // are none.
                "817f4000000000000000",
                "810a3432",
                "f10232",
                "8300",
                "818000000000",
                "8103ffffff",
                "0003343232"
            })
    void framesThatMayNotBeEndTheConnection(String hex) throws IOException {
        refused((near, end) -> {
            end.send(OPENED);
            end.send("40");
            write(near, java.util.HexFormat.of().parseHex(hex));
        });
    }

    @FunctionalInterface
    private interface Far {
        void play(Socket near, WebSocketEnd end) throws IOException;
    }

    @FunctionalInterface
    private interface Speaker {
        void speak(WebSocketEnd end) throws IOException;
    }

    /// Lets the driver in, and listens after it has spoken.
    private static Far spoken(Speaker speaker) {
        return (_, end) -> {
            speaker.speak(end);
            while (true) {
                end.next();
            }
        };
    }

    private static Far greeted(Speaker speaker) {
        return spoken(end -> {
            end.send(OPENED);
            end.send("40");
            speaker.speak(end);
        });
    }

    private static void refused(Far far) throws IOException {
        try (var door = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
                var machine = FastGlory.at(
                        DeviceAddress.of("glory:127.0.0.1:" + door.getLocalPort() + "?channel=socket.io"))) {
            Thread.ofVirtual().start(() -> serve(door, far));
            long before = System.nanoTime();

            assertThatThrownBy(() -> machine.greet(LIMIT)).isInstanceOf(IOException.class);

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(IN_TIME);
        }
    }

    private static void serve(ServerSocket door, Far far) {
        try (var near = door.accept();
                var end = new WebSocketEnd(near)) {
            var asked = end.asks();
            if (asked.header("upgrade").isEmpty()) {
                return;
            }
            end.letIn(asked);
            far.play(near, end);
        } catch (IOException _) {
            // The driver has gone, as it should.
        }
    }

    private static void write(Socket near, byte[] bytes) throws IOException {
        OutputStream out = near.getOutputStream();
        out.write(bytes);
        out.flush();
    }
}
