package org.countinghouse.serial;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.spi.Cable;
import org.countinghouse.device.spi.Cables;
import org.countinghouse.device.spi.NoCable;

/// Cables through the network: `tcp://host:port`, port 9100 when none is given.
public final class TcpCables implements Cables {
    private static final int RAW_PRINT_PORT = 9100;

    /// Found by ServiceLoader.
    public TcpCables() {}

    @Override
    public boolean reaches(DeviceAddress address) {
        return address.scheme().equals("tcp");
    }

    @Override
    public List<DeviceAddress> ports() {
        return List.of();
    }

    @Override
    public Optional<String> problem(DeviceAddress address) {
        return farEnd(address).isPresent()
                ? Optional.empty()
                : Optional.of("\"" + address.target() + "\" is not host:port");
    }

    @Override
    public Cable lay(DeviceAddress address, Duration limit) throws IOException {
        var farEnd = farEnd(address)
                .orElseThrow(() -> new NoCable(DeviceFault.REFUSED, "\"" + address + "\" is not host:port"));
        try {
            var host = InetAddress.getByName(farEnd.getHostString());
            return TcpCable.to(new InetSocketAddress(host, farEnd.getPort()), limit);
        } catch (UnknownHostException e) {
            throw new NoCable(DeviceFault.NOT_FOUND, "no computer or printer is called " + farEnd.getHostString(), e);
        } catch (SocketTimeoutException e) {
            throw new NoCable(DeviceFault.NO_ANSWER, farEnd + " did not answer within " + limit.toMillis() + " ms", e);
        } catch (ConnectException e) {
            throw new NoCable(
                    DeviceFault.NO_ANSWER, "nothing listens at " + farEnd.getHostString() + ":" + farEnd.getPort(), e);
        }
    }

    /// The host and port of an address; empty when it names none.
    static Optional<InetSocketAddress> farEnd(DeviceAddress address) {
        try {
            var uri = URI.create("tcp://" + address.target());
            boolean bare = uri.getHost() != null && uri.getPath().isEmpty() && uri.getPort() <= 65_535;
            int port = uri.getPort() < 0 ? RAW_PRINT_PORT : uri.getPort();
            return bare ? Optional.of(InetSocketAddress.createUnresolved(uri.getHost(), port)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
