package org.countinghouse.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// TLS in front of a machine that speaks none, with a certificate it signed itself.
final class TlsFront implements AutoCloseable {
    private static final String SECRET = "changeit";
    private static final int MAKING_SECONDS = 30;

    private final ServerSocket door;
    private final String pin;
    private final int behind;

    TlsFront(Path folder, int behind) throws IOException, GeneralSecurityException, InterruptedException {
        this.behind = behind;
        var keys = selfSigned(folder.resolve("machine.p12"));
        pin = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(keys.getCertificate("machine").getEncoded()));
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, SECRET.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        door = context.getServerSocketFactory().createServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /// The SHA-256 of its certificate.
    String pin() {
        return pin;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var near = door.accept();
                var far = new Socket(InetAddress.getLoopbackAddress(), behind);
                Thread.ofVirtual().start(() -> pour(near, far));
                Thread.ofVirtual().start(() -> pour(far, near));
            } catch (IOException _) {
                // Closed, or somebody who left at the door.
            }
        }
    }

    private static void pour(Socket from, Socket into) {
        try (from;
                into) {
            from.getInputStream().transferTo(into.getOutputStream());
        } catch (IOException _) {
            // One of the two has gone, and so does the other.
        }
    }

    private static KeyStore selfSigned(Path file) throws IOException, GeneralSecurityException, InterruptedException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        (keytool + " -genkeypair -alias machine -keyalg EC -dname CN=cash -storetype PKCS12"
                                        + " -keystore " + file + " -storepass " + SECRET)
                                .split(" "))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!made.waitFor(MAKING_SECONDS, TimeUnit.SECONDS)) {
            made.destroyForcibly();
            throw new IOException("no certificate was made");
        }
        return KeyStore.getInstance(file.toFile(), SECRET.toCharArray());
    }
}
