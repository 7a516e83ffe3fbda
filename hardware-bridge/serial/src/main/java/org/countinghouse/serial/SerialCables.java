package org.countinghouse.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.spi.Cable;
import org.countinghouse.device.spi.Cables;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.device.spi.NoCable;

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

    /// A list of ports is asked for by a person who waits.
    private static final Duration LIST_LIMIT = Duration.ofSeconds(3);

    /// Errors of the system that mean somebody else has the port: EAGAIN of the lock, EBUSY, and 2,
    /// which is what the library leaves of its own lock (measured).
    private static final Set<Integer> TAKEN = Set.of(2, 11, 16);

    private static final String LISTING = "listing serial ports";
    private static final int NOT_A_TERMINAL = 25;
    private static final int WINDOWS_ACCESS_DENIED = 5;

    private final Worker worker = new Worker();

    /// Found by ServiceLoader.
    public SerialCables() {}

    @Override
    public boolean reaches(DeviceAddress address) {
        return address.scheme().equals("serial");
    }

    @Override
    public List<DeviceAddress> ports() {
        return described().keySet().stream().toList();
    }

    @Override
    public Map<DeviceAddress, String> described() {
        var ports = listed();
        var described = new LinkedHashMap<DeviceAddress, String>();
        for (SerialPort port : ports) {
            if (DeviceAddress.read("serial:" + port.getSystemPortPath())
                    instanceof DeviceAddress.Reading.Readable(var address)) {
                described.put(address, port.getDescriptivePortName());
            }
        }
        return described;
    }

    @Override
    public Cable lay(DeviceAddress address, Duration limit) throws IOException {
        var problem = problem(address);
        if (problem.isPresent()) {
            throw new NoCable(DeviceFault.REFUSED, problem.get());
        }
        if (worker.hangs(use(address.target()))) {
            throw new NoCable(
                    DeviceFault.BUSY,
                    address.target() + " still hangs in the system since an earlier try: pull its plug");
        }
        return opened(address, limit);
    }

    /// Empty as well when the list does not come.
    private SerialPort[] listed() {
        try {
            return worker.hangs(LISTING)
                    ? new SerialPort[0]
                    : call(LIST_LIMIT, LISTING, SerialPort::getCommPorts).orElse(new SerialPort[0]);
        } catch (NoCable _) {
            return new SerialPort[0];
        }
    }

    /// The first native call of all tells whether there is a native part.
    private <T> Optional<T> call(Duration limit, String what, Supplier<T> call) throws NoCable {
        SerialLibrary.prepare();
        try {
            return worker.within(limit, what, call);
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof LinkageError missing) {
                throw new NoCable(
                        DeviceFault.REFUSED,
                        "the part that reaches serial ports cannot be loaded (" + missing.getMessage() + "): give "
                                + SerialLibrary.FOLDER_PROPERTY + " a folder this program may write to",
                        missing);
            }
            throw e;
        }
    }

    /// A port has one name for opening and closing, so that the one is not tried while the other hangs.
    static String use(String port) {
        return "using " + port;
    }

    private Cable opened(DeviceAddress address, Duration limit) throws IOException {
        var deadline = Deadline.in(limit);
        var port = port(address, limit);
        boolean open = worker.within(deadline.left(), use(address.target()), port::openPort, late -> {
                    if (late) {
                        port.closePort();
                    }
                })
                .orElseThrow(() -> late(address, limit));
        if (!open) {
            throw notOpened(address.target(), port.getLastErrorCode());
        }
        return new SerialCable(new OpenPort(address.target(), port), worker);
    }

    private static NoCable notOpened(String target, int error) {
        var path = Path.of(target);
        if (path.isAbsolute() && Files.exists(path) && !(Files.isReadable(path) && Files.isWritable(path))) {
            return new NoCable(
                    DeviceFault.REFUSED,
                    target + " is not ours to use: the user of this program must belong to the group that owns it"
                            + " (dialout or uucp)");
        }
        boolean windows = !target.startsWith("/");
        if (TAKEN.contains(error) || windows && error == WINDOWS_ACCESS_DENIED) {
            return new NoCable(DeviceFault.BUSY, target + " is in use by another program or another device of ours");
        }
        return error == NOT_A_TERMINAL
                ? new NoCable(DeviceFault.REFUSED, target + " is no serial port")
                : new NoCable(DeviceFault.NOT_FOUND, "nothing answers behind " + target + " (error " + error + ")");
    }

    @Override
    public Optional<String> problem(DeviceAddress address) {
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

    /// Even looking for a port asks the system, and has its limit.
    private SerialPort port(DeviceAddress address, Duration limit) throws IOException {
        var port = call(limit, use(address.target()), () -> named(address.target()))
                .orElseThrow(() -> late(address, limit))
                .orElseThrow(() -> new NoCable(DeviceFault.NOT_FOUND, "there is no serial port " + address.target()));
        int parity = PARITIES.getOrDefault(address.option("parity").orElse("none"), SerialPort.NO_PARITY);
        int stop = STOPS.getOrDefault(address.option("stop").orElse("1"), SerialPort.ONE_STOP_BIT);
        port.setComPortParameters(Integer.parseInt(address.option("baud").orElse("9600")), 8, stop, parity);
        port.setFlowControl(FLOWS.getOrDefault(address.option("flow").orElse("none"), 0));
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, SLICE_MILLIS, 0);
        return port;
    }

    private static NoCable late(DeviceAddress address, Duration limit) {
        return new NoCable(
                DeviceFault.NO_ANSWER, address.target() + " did not open within " + limit.toMillis() + " ms");
    }

    private static Optional<SerialPort> named(String name) {
        try {
            return Optional.of(SerialPort.getCommPort(name));
        } catch (SerialPortInvalidPortException _) {
            return Optional.empty();
        }
    }

    private record OpenPort(String name, SerialPort port) implements SerialCable.Port {
        @Override
        public int write(byte[] bytes, int from) {
            return port.writeBytes(bytes, bytes.length - from, from);
        }

        @Override
        public int read(byte[] into) {
            return port.readBytes(into, into.length);
        }

        @Override
        public boolean close() {
            return port.closePort();
        }
    }
}
