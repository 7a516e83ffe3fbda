package org.countinghouse.serial.glory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.countinghouse.device.DeviceAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whatever stands at the address and is no machine: the driver says so in time, and keeps neither memory nor threads.
@Timeout(20)
class HostileMachineTest {
    private static final Duration LIMIT = Duration.ofMillis(800);
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n";

    @Test
    void anAnswerWithoutEndIsGivenUp() throws IOException {
        refused(out -> {
            out.write((HEAD + "\r\n<a>").getBytes(StandardCharsets.US_ASCII));
            var flood = new byte[1 << 16];
            Arrays.fill(flood, (byte) 'a');
            for (int i = 0; i < 1000; i++) {
                out.write(flood);
            }
        });
    }

    @Test
    void anAnswerThatNeverGoesOnIsGivenUp() throws IOException {
        refused(out -> {
            out.write((HEAD + "Content-Length: 500\r\n\r\n<a>").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            Thread.currentThread().join(Duration.ofSeconds(5));
        });
    }

    @Test
    void whatIsNotHttpIsRefused() throws IOException {
        refused(out -> out.write("220 mail.example.com ESMTP\r\n".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void aWebPageIsRefused() throws IOException {
        refused(out -> out.write(page("<html><body>Welcome</body></html>")));
    }

    @Test
    void aDocumentTypeIsRefused() throws IOException {
        refused(out -> out.write(page("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>")));
    }

    @Test
    void aMovedMachineIsNotFollowed() throws IOException {
        refused(out -> out.write("HTTP/1.1 307 Moved\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void nobodyThereIsSaid() throws IOException {
        int port;
        try (var nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = nobody.getLocalPort();
        }
        try (var machine = machine(port)) {
            assertThatThrownBy(() -> machine.greet(LIMIT)).isInstanceOf(IOException.class);
        }
    }

    @FunctionalInterface
    private interface Answer {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    private static void refused(Answer answer) throws IOException {
        try (var door = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
                var machine = machine(door.getLocalPort())) {
            Thread.ofVirtual().start(() -> serve(door, answer));
            long before = System.nanoTime();

            assertThatThrownBy(() -> machine.greet(LIMIT)).isInstanceOf(IOException.class);

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(6));
        }
    }

    private static void serve(ServerSocket door, Answer answer) {
        while (!door.isClosed()) {
            try {
                var near = door.accept();
                Thread.ofVirtual().start(() -> answer(near, answer));
            } catch (IOException _) {
                return;
            }
        }
    }

    private static void answer(Socket near, Answer answer) {
        try (near) {
            var _ = near.getInputStream().read(new byte[4096]);
            answer.write(near.getOutputStream());
        } catch (IOException _) {
            // The driver has gone, as it should.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] page(String body) {
        return (HEAD + "Content-Length: " + body.length() + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII);
    }

    private static GloryMachine machine(int port) {
        return new GloryMachine(
                GlorySettings.of(DeviceAddress.of("glory:127.0.0.1:" + port + "?events=0")),
                GloryTimings.USUAL,
                Clock.systemUTC());
    }
}
