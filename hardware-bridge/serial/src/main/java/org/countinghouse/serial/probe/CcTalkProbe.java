package org.countinghouse.serial.probe;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.device.spi.Cable;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.device.spi.Probe;

/// Recognises a ccTalk coin acceptor (address 2) or hopper (3, 4, 5) by its answer to a simple poll
/// (ccTalk generic specification 4.6, header 254), which asks "are you there" and nothing else. Each
/// address is asked alone: to a broadcast all would answer at once. Bill validators with CRC check sums
/// or encryption do not answer it.
///
/// Not harmless elsewhere: a printer keeps the frame and puts what is printable of it on its next slip.
public final class CcTalkProbe implements Probe {
    private static final Duration PATIENCE = Duration.ofMillis(150);
    private static final List<Integer> ADDRESSES = List.of(2, 3, 4, 5);
    private static final int HOST = 1;
    private static final int SIMPLE_POLL = 254;

    /// Found by ServiceLoader.
    public CcTalkProbe() {}

    @Override
    public String name() {
        return "ccTalk";
    }

    @Override
    public DeviceHealth.Kind kind() {
        return DeviceHealth.Kind.CASH_MACHINE;
    }

    @Override
    public boolean suits(DeviceAddress cable) {
        return cable.scheme().equals("serial");
    }

    @Override
    public boolean isHarmlessAnywhere() {
        return false;
    }

    @Override
    public Optional<String> recognised(Cable cable, Deadline deadline) throws IOException {
        for (int address : ADDRESSES) {
            byte[] poll = frame(address, HOST, SIMPLE_POLL);
            byte[] heard = new Question(poll, PATIENCE).answer(cable, poll.length * 2, deadline);
            if (Arrays.equals(Question.withoutEcho(heard, poll), frame(HOST, address, 0))) {
                return Optional.of("ccTalk device at address " + address);
            }
        }
        return Optional.empty();
    }

    @Override
    public DeviceAddress addressOf(DeviceAddress cable) {
        return cable.through("cctalk");
    }

    /// A frame without data; its five bytes add up to 0.
    private static byte[] frame(int to, int from, int header) {
        return new byte[] {(byte) to, 0, (byte) from, (byte) header, (byte) -(to + from + header)};
    }
}
