package org.countinghouse.serial.probe;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.device.spi.Cable;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.device.spi.Probe;

/// Recognises an SSP note or coin machine at address 0 or 16 by its answer to SYNC (ITL GA138), which
/// only sets its sequence bit. Nothing moves, and no other host can be at work, because the port is
/// ours alone meanwhile.
///
/// Not harmless elsewhere: a printer keeps the frame and puts it on its next slip, a display shows it.
public final class SspProbe implements Probe {
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final byte[] ASK_VALIDATOR = {0x7F, (byte) 0x80, 0x01, 0x11, 0x65, (byte) 0x82};
    private static final byte[] VALIDATOR_OK = {0x7F, (byte) 0x80, 0x01, (byte) 0xF0, 0x23, (byte) 0x80};
    private static final byte[] ASK_HOPPER = {0x7F, (byte) 0x90, 0x01, 0x11, 0x26, 0x03};
    private static final byte[] HOPPER_OK = {0x7F, (byte) 0x90, 0x01, (byte) 0xF0, 0x60, 0x01};

    /// Found by ServiceLoader.
    public SspProbe() {}

    @Override
    public String name() {
        return "SSP";
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
        if (Arrays.equals(
                new Question(ASK_VALIDATOR, PATIENCE).answer(cable, VALIDATOR_OK.length, deadline), VALIDATOR_OK)) {
            return Optional.of(new Recognised(at.through("ssp"), "SSP device at address 0"));
        }
        return Arrays.equals(new Question(ASK_HOPPER, PATIENCE).answer(cable, HOPPER_OK.length, deadline), HOPPER_OK)
                ? Optional.of(new Recognised(at.through("ssp").with("slave", "16"), "SSP device at address 16"))
                : Optional.empty();
    }
}
