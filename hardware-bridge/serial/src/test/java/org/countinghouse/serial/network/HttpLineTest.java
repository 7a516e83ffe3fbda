package org.countinghouse.serial.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.countinghouse.device.DeviceAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpLineTest {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final HttpLine.Call GET = HttpLine.Call.get("/?password=hidden");
    private static final HttpLine.Call POST =
            new HttpLine.Call("/", Optional.empty(), Optional.of("{}".getBytes(StandardCharsets.UTF_8)));

    private final AtomicInteger calls = new AtomicInteger();
    private Optional<ServerSocket> door = Optional.empty();

    @AfterEach
    void shut() throws IOException {
        if (door.isPresent()) {
            door.get().close();
        }
    }

    @Test
    void anOrderThatBreaksIsNotSentAgainByJavasOwnClient() throws IOException {
        try (var line = line(serving(""), "")) {
            assertThatThrownBy(() -> line.order(GET, LIMIT)).isInstanceOf(IOException.class);
            assertThat(calls).hasValue(1);
            assertThatThrownBy(() -> line.order(POST, LIMIT)).isInstanceOf(IOException.class);
            assertThat(calls).hasValue(2);
        }
    }

    /// The negative control: without the guard Java sends a GET a second time. When this fails, the guard may go.
    @Test
    void withoutTheGuardJavaSendsAgain() throws IOException {
        try (var line = line(serving(""), "")) {
            assertThatThrownBy(() -> line.ask(GET, LIMIT)).isInstanceOf(IOException.class);
            assertThat(calls.get()).isGreaterThan(1);
        }
    }

    @Test
    void anAnswerIsReadAndNoMessageTellsTheQuery() throws IOException {
        try (var line = line(serving("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"), "")) {
            assertThat(line.order(GET, LIMIT).body()).isEqualTo("{}".getBytes(StandardCharsets.UTF_8));
            assertThat(line.ask(POST, LIMIT).status()).isEqualTo(200);
        }
        try (var line = line(serving(""), "")) {
            assertThatThrownBy(() -> line.ask(GET, LIMIT)).hasMessageNotContaining("hidden").hasNoCause();
        }
        assertThat(GET).hasToString("a call");
    }

    @Test
    void anAnswerThatNeverEndsIsCutOff() throws IOException {
        String endless = "x".repeat(1000).repeat(400);
        try (var line = line(serving("HTTP/1.1 200 OK\r\n\r\n" + endless), "")) {
            assertThatThrownBy(() -> line.ask(GET, LIMIT)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aSilentMachineIsWaitedForNoLongerThanItsLimit() throws IOException {
        try (var line = line(serving("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", true), "&answer=150")) {
            long begun = System.nanoTime();
            assertThatThrownBy(() -> line.ask(GET, LIMIT)).hasMessageContaining("no answer in time");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void nobodyThereIsProvablyNothingSent() throws IOException {
        int port = serving("");
        shut();
        try (var line = line(port, "")) {
            assertThatThrownBy(() -> line.order(GET, LIMIT)).isInstanceOf(HttpLine.Unreachable.class);
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws IOException {
        String elsewhere = "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n";
        try (var line = line(serving(elsewhere), "")) {
            assertThat(line.ask(GET, LIMIT).status()).isEqualTo(302);
        }
    }

    @Test
    void theMachinesOwnCertificateIsTrustedByItsFingerprintOnly(@TempDir Path folder) throws Exception {
        var store = selfSigned(folder);
        int port = tlsServing(store);
        String pin = HexFormat.ofDelimiter(":")
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(store.getCertificate("machine").getEncoded()));
        try (var right = tlsLine(port, "?pin=" + pin);
                var wrong = tlsLine(port, "?pin=" + "00".repeat(32));
                var none = tlsLine(port, "")) {
            assertThat(right.order(GET, LIMIT).status()).isEqualTo(200);
            assertThatThrownBy(() -> wrong.order(GET, LIMIT)).hasMessageContaining("not the machine it should be");
            assertThatThrownBy(() -> none.ask(GET, LIMIT)).hasMessageContaining("not the machine it should be");
        }
    }

    private int serving(String answer) throws IOException {
        return serving(answer, false);
    }

    private int serving(String answer, boolean staysOpen) throws IOException {
        return serve(new ServerSocket(0, 8, InetAddress.getLoopbackAddress()), answer, staysOpen);
    }

    private int tlsServing(KeyStore store) throws Exception {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "changeit".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return serve(
                context.getServerSocketFactory().createServerSocket(0, 8, InetAddress.getLoopbackAddress()),
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
                false);
    }

    private int serve(ServerSocket socket, String answer, boolean staysOpen) {
        door = Optional.of(socket);
        Thread.ofPlatform().daemon().start(() -> {
            while (!socket.isClosed()) {
                try {
                    var caller = socket.accept();
                    if (caller.getInputStream().read(new byte[4000]) > 0) {
                        calls.incrementAndGet();
                    }
                    caller.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                    if (!staysOpen) {
                        caller.close();
                    }
                } catch (IOException _) {
                    // The next caller.
                }
            }
        });
        return socket.getLocalPort();
    }

    private static HttpLine line(int port, String more) {
        return new HttpLine(settings("cashdro:tcp://127.0.0.1:" + port + "?tls=no" + more));
    }

    private static HttpLine tlsLine(int port, String more) {
        return new HttpLine(settings("cashdro:tcp://127.0.0.1:" + port + more));
    }

    private static HttpSettings settings(String address) {
        return HttpSettings.of(
                new AddressSettings(DeviceAddress.of(address), Set.copyOf(HttpSettings.NAMES)), 443, 80);
    }

    private static KeyStore selfSigned(Path folder) throws Exception {
        var file = folder.resolve("machine.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool, "-genkeypair", "-alias", "machine", "-keyalg", "EC", "-dname", "CN=cash",
                        "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", "changeit")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(made.waitFor(30, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        return KeyStore.getInstance(file.toFile(), "changeit".toCharArray());
    }
}
