package org.countinghouse.serial;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Emphasis;
import org.countinghouse.device.Slip;

/// How long a receipt of forty Khmer lines takes until its bytes are ready for the printer. What a
/// shop promises itself: less than 60 ms, warm.
public final class ReceiptBench {
    /// On a computer that does other things too the time on the wall tells of those; this one does
    /// not. Cold rounds are counted in.
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int LINES = 40;
    private static final int WARM_UP = 60;
    private static final int ROUNDS = 41;

    private ReceiptBench() {}

    /// The figures on one line, for a person and for a bench that reads them.
    public static void main(String[] arguments) {
        long before = THREADS.getCurrentThreadCpuTime();
        var millis = measured(ROUNDS);
        double cpu = (THREADS.getCurrentThreadCpuTime() - before) / 1e6 / (ROUNDS + WARM_UP);
        System.out.printf(
                "receipt-raster lines=%d rounds=%d median=%.1f ms p90=%.1f ms cpu=%.1f ms bytes=%d%n",
                LINES, ROUNDS, millis.get(ROUNDS / 2), millis.get(ROUNDS * 9 / 10), cpu, bytes());
    }

    /// Milliseconds of so many warm rounds, shortest first.
    public static List<Double> measured(int rounds) {
        var fonts = Fonts.brought();
        var settings = settings();
        var slip = receipt();
        for (int i = 0; i < WARM_UP; i++) {
            EscPosSetting.of(slip, settings, () -> fonts);
        }
        var millis = new ArrayList<Double>();
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            EscPosSetting.of(slip, settings, () -> fonts);
            millis.add((System.nanoTime() - start) / 1e6);
        }
        Collections.sort(millis);
        return millis;
    }

    private static int bytes() {
        var fonts = Fonts.brought();
        return EscPosSetting.of(receipt(), settings(), () -> fonts).stream()
                .mapToInt(command -> command.length)
                .sum();
    }

    private static EscPosSettings settings() {
        return EscPosSettings.of(DeviceAddress.of("tcp://127.0.0.1"));
    }

    /// A name, an address, thirty-five lines of sale, three of sums: all in Khmer, every one drawn.
    private static Slip receipt() {
        var slip = Slip.titled("receipt").centred("ហាងនំប៉័ង", Emphasis.LARGE).centred("ផ្លូវ ១៣៦ ភ្នំពេញ");
        for (int i = 1; i <= LINES - 5; i++) {
            slip.columns(i + " × បាយសាច់ជ្រូក និង ទឹកសុទ្ធ", i * 500 + "៛");
        }
        return slip.columns("ប្រាក់សរុប", "៥០,០០០៛", Emphasis.BOLD)
                .columns("ប្រាក់អាប់", "១០,០០០៛")
                .centred("សូមអរគុណ")
                .cut()
                .build();
    }
}
