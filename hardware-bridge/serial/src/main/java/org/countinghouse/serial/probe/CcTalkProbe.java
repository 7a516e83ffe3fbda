package org.countinghouse.serial.probe;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.device.spi.Cable;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.device.spi.Probe;

/// Recognises what stands on a ccTalk bus, a coin acceptor (address 2), hoppers (3, 4, 5) or a bill
/// validator (40), by the answers to a simple poll (ccTalk generic specification 4.6, header 254), which
/// asks "are you there" and nothing else. Each address is asked alone: to a broadcast all would answer
/// at once. Devices with CRC check sums or encryption do not answer it.
///
/// Which coin lies in a hopper is not asked: few hoppers know, and a person must say it anyway, because
/// it is money.
///
/// Not harmless elsewhere: a printer keeps the frame and puts what is printable of it on its next slip.
public final class CcTalkProbe implements Probe {
    private static final Duration PATIENCE = Duration.ofMillis(150);
    private static final int COINS = 2;
    private static final List<Integer> HOPPERS = List.of(3, 4, 5);
    private static final int BILLS = 40;
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
    public Optional<Recognised> recognised(DeviceAddress at, Cable cable, Deadline deadline) throws IOException {
        var address = at.through("cctalk");
        var seen = new ArrayList<String>();
        if (stands(COINS, cable, deadline)) {
            address = address.with("coins", Integer.toString(COINS));
            seen.add("a coin acceptor at address " + COINS);
        }
        if (stands(BILLS, cable, deadline)) {
            address = address.with("bills", Integer.toString(BILLS));
            seen.add("a bill validator at address " + BILLS);
        }
        var hoppers = new ArrayList<String>();
        for (int hopper : HOPPERS) {
            if (stands(hopper, cable, deadline)) {
                hoppers.add(Integer.toString(hopper));
            }
        }
        if (!hoppers.isEmpty()) {
            seen.add("hoppers at address " + String.join(", ", hoppers)
                    + "; say which coin is in each, such as hoppers=" + hoppers.getFirst() + ":EUR100");
        }
        return seen.isEmpty()
                ? Optional.empty()
                : Optional.of(new Recognised(address, "ccTalk: " + String.join(", ", seen)));
    }

    private static boolean stands(int address, Cable cable, Deadline deadline) throws IOException {
        byte[] poll = frame(address, HOST, SIMPLE_POLL);
        byte[] heard = new Question(poll, PATIENCE).answer(cable, poll.length * 2, deadline);
        return Arrays.equals(Question.withoutEcho(heard, poll), frame(HOST, address, 0));
    }

    /// A frame without data; its five bytes add up to 0.
    private static byte[] frame(int to, int from, int header) {
        return new byte[] {(byte) to, 0, (byte) from, (byte) header, (byte) -(to + from + header)};
    }
}
