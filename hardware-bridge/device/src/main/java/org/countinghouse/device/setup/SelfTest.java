package org.countinghouse.device.setup;

import java.time.Duration;
import java.util.List;
import org.countinghouse.device.CashDrawer;
import org.countinghouse.device.LineDisplay;
import org.countinghouse.device.ReceiptPrinter;
import org.countinghouse.device.Scanner;
import org.countinghouse.device.Slip;
import org.countinghouse.device.spi.MoneyProtocol;

/// What became of trying a device out, step by step, each with what was seen and what to do next. For a
/// background thread: a test waits for the device and for people. Nothing is repeated by itself.
///
/// @param steps in the order they were done; never empty
public record SelfTest(List<Step> steps) {
    public SelfTest {
        steps = List.copyOf(steps);
    }

    /// Whether no step failed; a step that was skipped proves nothing.
    public boolean isPassed() {
        return steps.stream().noneMatch(step -> step.outcome() == Step.Outcome.FAILED)
                && steps.stream().anyMatch(step -> step.outcome() == Step.Outcome.PASSED);
    }

    /// Looks at the printer, prints one slip, and asks whether it is whole.
    ///
    /// @param sample a slip with the shop's own letters
    public static SelfTest printer(ReceiptPrinter printer, Slip sample, Asking asking) {
        return new SelfTest(PrinterCheck.steps(printer, sample, asking));
    }

    /// Asks before it kicks, kicks once, and asks where the drawer cannot tell.
    public static SelfTest drawer(CashDrawer drawer, Asking asking) {
        return new SelfTest(DrawerCheck.steps(drawer, asking));
    }

    /// Shows two rows and asks whether they can be read. The display is blank afterwards.
    public static SelfTest display(LineDisplay display, Asking asking) {
        return new SelfTest(DisplayCheck.steps(display, asking));
    }

    /// Waits for one bar code. It takes the listener's place: whoever listened must say so again.
    public static SelfTest scanner(Scanner scanner, Duration patience, Asking asking) {
        return new SelfTest(ScannerCheck.steps(scanner, patience, asking));
    }

    /// Greets and looks, and never moves money. For whoever has the machine's journal, while no intent
    /// is open.
    public static SelfTest cashMachine(MoneyProtocol machine, Duration limit) {
        return new SelfTest(MachineCheck.steps(machine, limit));
    }
}
