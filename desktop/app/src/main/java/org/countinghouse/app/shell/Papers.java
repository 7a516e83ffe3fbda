package org.countinghouse.app.shell;

import java.util.Locale;
import java.util.Map;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.resources.Language;

/// Prints what the screens ask for. Waits for the printer: never call it on the screen thread.
public interface Papers {
    /// The slip of one entry: a receipt, a paid-out slip, a safe drop, a Z report.
    Printed slip(Entry entry, Language language);

    /// The same slip once more, marked as a copy.
    Printed copy(Entry entry, Language language);

    /// The figures so far.
    ///
    /// @param cashShown whether the slip may tell what cash is expected
    Printed x(TillId till, boolean cashShown, Language language);

    sealed interface Printed {
        record Out() implements Printed {}

        record NotOut(DeviceFault fault) implements Printed {}

        /// This station has no printer.
        record NoPrinter() implements Printed {}

        /// What the person should know.
        default Notice notice() {
            return switch (this) {
                case Out() -> Notice.of(Tone.SUCCESS, "report.printed");
                case NotOut(var fault) ->
                    failed(fault.name().toLowerCase(Locale.ROOT).replace('_', '-'));
                case NoPrinter() -> failed("off");
            };
        }

        private static Notice failed(String state) {
            return new Notice(
                    Tone.WARNING, "device.printer.failed", Map.of("state", new Notice.Word("device.state." + state)));
        }
    }
}
