package org.countinghouse.fuzz;

import java.util.List;
import org.countinghouse.device.DeviceAddressFuzz;
import org.countinghouse.device.KeyboardWedgeFuzz;
import org.countinghouse.serial.AnswersFuzz;
import org.countinghouse.serial.SlipFuzz;
import org.countinghouse.serial.pole.LetteringFuzz;
import org.countinghouse.serial.scan.ScanReaderFuzz;
import org.countinghouse.simulator.DisplayReaderFuzz;
import org.countinghouse.simulator.EscPosReaderFuzz;
import org.countinghouse.simulator.PaperFuzz;

/// Everything that is fuzzed. A new parser: write its `…Fuzz` class beside it, and add a line here.
final class Targets {
    static final List<Target> ALL = List.of(
            Target.of(DeviceAddressFuzz.class, "6a617661706f733a7463703a2f2f683a313f613d6226633d64", "7365726961"),
            Target.of(KeyboardWedgeFuzz.class, "0134013001300136010d", "7e3132330d"),
            Target.of(AnswersFuzz.class, "12161a", "37223030303100", "3722"),
            Target.of(SlipFuzz.class, "1b7000191d5600100401", "426f62"),
            Target.of(LetteringFuzz.class, "00e19e80e19f92e19e80", "02e282ac20352c3030"),
            Target.of(ScanReaderFuzz.class, "005d4530343030360d", "0502414243035a03"),
            Target.of(DisplayReaderFuzz.class, "1b401b74101f011f43001f24010148", "1b570131010203"),
            Target.of(
                    EscPosReaderFuzz.class, "1b401b74006869", "1d763000020001000f0f", "1d286b0300315130", "1b700019fa"),
            Target.of(PaperFuzz.class, "1b61011d21114869640a1d5641", "1d286b0500315030616263" + "1d286b0300315130"));

    private Targets() {}
}
