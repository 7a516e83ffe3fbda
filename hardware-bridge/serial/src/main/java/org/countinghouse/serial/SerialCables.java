package org.countinghouse.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.spi.Cable;
import org.countinghouse.device.spi.Cables;

/// Serial cables: `serial:/dev/ttyUSB0?baud=19200&parity=even&stop=2&flow=dtr`; 9600 8N1 without flow
/// control when nothing is said.
public final class SerialCables implements Cables {
    private static final int SLICE_MILLIS = 100;
    private static final Map<String, Integer> PARITIES =
            Map.of("none", SerialPort.NO_PARITY, "even", SerialPort.EVEN_PARITY, "odd", SerialPort.ODD_PARITY);
    private static final Map<String, Integer> STOPS =
            Map.of("1", SerialPort.ONE_STOP_BIT, "2", SerialPort.TWO_STOP_BITS);
    private static final Map<String, Integer> FLOWS = Map.of(
            "none",
            SerialPort.FLOW_CONTROL_DISABLED,
            "dtr",
            SerialPort.FLOW_CONTROL_DTR_ENABLED | SerialPort.FLOW_CONTROL_DSR_ENABLED,
            "rts",
            SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED);

    /// Found by ServiceLoader.
    public SerialCables() {}

    @Override
    public boolean reaches(DeviceAddress address) {
        return address.scheme().equals("serial");
    }

    @Override
    public List<DeviceAddress> ports() {
        return Arrays.stream(SerialPort.getCommPorts())
                .map(port -> DeviceAddress.of("serial:" + port.getSystemPortPath()))
                .toList();
    }

    @Override
    public Cable lay(DeviceAddress address, Duration limit) throws IOException {
        var problem = problem(address);
        if (problem.isPresent()) {
            throw new IOException(problem.get());
        }
        var port = port(address);
        boolean open = Worker.within(limit, "opening " + address.target(), port::openPort, late -> {
                    if (late) {
                        port.closePort();
                    }
                })
                .orElseThrow(
                        () -> new IOException(address.target() + " did not open within " + limit.toMillis() + " ms"));
        if (!open) {
            throw new IOException(address.target() + " cannot be opened: it is not there, not ours to use, or taken"
                    + " (error " + port.getLastErrorCode() + ")");
        }
        return new SerialCable(port);
    }

    /// What is wrong with the settings of a serial address, if anything.
    static Optional<String> problem(DeviceAddress address) {
        String baud = address.option("baud").orElse("9600");
        if (!baud.matches("[1-9][0-9]{2,6}")) {
            return Optional.of("baud=" + baud + " is not a speed such as 19200");
        }
        String parity = address.option("parity").orElse("none");
        if (!PARITIES.containsKey(parity)) {
            return Optional.of("parity=" + parity + " is none of none, even, odd");
        }
        String stop = address.option("stop").orElse("1");
        if (!STOPS.containsKey(stop)) {
            return Optional.of("stop=" + stop + " is neither 1 nor 2");
        }
        String flow = address.option("flow").orElse("none");
        return FLOWS.containsKey(flow) ? Optional.empty() : Optional.of("flow=" + flow + " is none of none, dtr, rts");
    }

    private static SerialPort port(DeviceAddress address) throws IOException {
        try {
            var port = SerialPort.getCommPort(address.target());
            int parity = PARITIES.getOrDefault(address.option("parity").orElse("none"), SerialPort.NO_PARITY);
            int stop = STOPS.getOrDefault(address.option("stop").orElse("1"), SerialPort.ONE_STOP_BIT);
            port.setComPortParameters(Integer.parseInt(address.option("baud").orElse("9600")), 8, stop, parity);
            port.setFlowControl(FLOWS.getOrDefault(address.option("flow").orElse("none"), 0));
            port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, SLICE_MILLIS, 0);
            return port;
        } catch (SerialPortInvalidPortException e) {
            throw new IOException("there is no serial port " + address.target(), e);
        }
    }
}
