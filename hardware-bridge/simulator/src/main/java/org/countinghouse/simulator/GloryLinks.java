package org.countinghouse.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// The event links of a simulated controller: it opens them, to whoever registered. Frames end with
/// NUL, come in two packets each, and have a stray EOT in front, as real ones were seen to.
final class GloryLinks implements AutoCloseable {
    private static final int MOST = 4;
    private static final int REACH_MILLIS = 1000;

    private final boolean onLoopback;
    private final Map<InetSocketAddress, Socket> links = new LinkedHashMap<>();

    /// @param onLoopback whether it stands on this computer; a real one refuses 127.0.0.1, which would
    ///        be itself
    GloryLinks(boolean onLoopback) {
        this.onLoopback = onLoopback;
    }

    /// @return the result code
    synchronized int register(String host, String port) {
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535 || !host.matches("[0-9a-fA-F.:]+")) {
            return 98;
        }
        try {
            var address = InetAddress.getByName(host);
            var to = new InetSocketAddress(address, Integer.parseInt(port));
            if (address.isLoopbackAddress() && !onLoopback || links.size() >= MOST && !links.containsKey(to)) {
                return 98;
            }
            hangUp(links.get(to));
            links.put(to, reach(to));
            return 0;
        } catch (IOException _) {
            // Whoever registered does not listen: it simply hears nothing.
            return 0;
        }
    }

    synchronized int unregister(String host, String port) {
        links.entrySet().removeIf(each -> {
            boolean it = each.getKey().getHostString().equals(host)
                    && Integer.toString(each.getKey().getPort()).equals(port);
            if (it) {
                hangUp(each.getValue());
            }
            return it;
        });
        return 0;
    }

    synchronized void tell(String event) {
        byte[] bytes = ("\u0004<BbxEventRequest>" + event + "</BbxEventRequest>\0").getBytes(StandardCharsets.UTF_8);
        links.values().removeIf(link -> !tell(link, bytes));
    }

    synchronized void cut() {
        links.values().forEach(GloryLinks::hangUp);
        links.clear();
    }

    @Override
    public void close() {
        cut();
    }

    private static Socket reach(InetSocketAddress to) throws IOException {
        var link = new Socket();
        try {
            link.connect(to, REACH_MILLIS);
            link.setTcpNoDelay(true);
            return link;
        } catch (IOException e) {
            hangUp(link);
            throw e;
        }
    }

    private static boolean tell(Socket link, byte[] bytes) {
        try {
            OutputStream out = link.getOutputStream();
            out.write(bytes, 0, bytes.length / 2);
            out.flush();
            out.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
            out.flush();
            return true;
        } catch (IOException _) {
            hangUp(link);
            return false;
        }
    }

    private static void hangUp(@org.jspecify.annotations.Nullable Socket link) {
        try {
            if (link != null) {
                link.close();
            }
        } catch (IOException _) {
            // It is gone either way.
        }
    }
}
