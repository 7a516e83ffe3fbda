package org.countinghouse.serial.probe;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.device.spi.Cable;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.device.spi.Probe;

/// Recognises an ESC/POS printer by its answer to DLE EOT, whatever state it is in (Epson, DLE EOT).
///
/// Harmless anywhere: three control characters that no display shows and no printer prints, too short
/// for a frame of SSP (no 7Fh) or ccTalk (10h as the address wants more bytes, and 50 ms of silence
/// forget them).
public final class EscPosProbe implements Probe {
    private static final Duration PATIENCE = Duration.ofMillis(350);
    private static final byte[] PRINTER = {0x10, 0x04, 0x01};
    private static final byte[] PAPER = {0x10, 0x04, 0x04};

    /// Found by ServiceLoader.
    public EscPosProbe() {}

    @Override
    public String name() {
        return "ESC/POS printer";
    }

    @Override
    public DeviceHealth.Kind kind() {
        return DeviceHealth.Kind.PRINTER;
    }

    @Override
    public boolean suits(DeviceAddress cable) {
        return true;
    }

    @Override
    public boolean isHarmlessAnywhere() {
        return true;
    }

    /// Asked twice: one byte can be noise.
    @Override
    public Optional<Recognised> recognised(DeviceAddress at, Cable cable, Deadline deadline) throws IOException {
        return isState(new Question(PRINTER, PATIENCE).answer(cable, 1, deadline))
                        && isState(new Question(PAPER, PATIENCE).answer(cable, 1, deadline))
                ? Optional.of(new Recognised(at, "answers DLE EOT"))
                : Optional.empty();
    }

    private static boolean isState(byte[] answer) {
        return answer.length == 1 && (answer[0] & 0x93) == 0x12;
    }
}
