package org.countinghouse.device.setup;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.countinghouse.device.Scanner;
import org.countinghouse.device.setup.Asking.Answer;

/// Tries a scanner out with one bar code.
final class ScannerCheck {
    private ScannerCheck() {}

    static List<Step> steps(Scanner scanner, Duration patience, Asking asking) {
        if (scanner.state() == Scanner.State.NO_ANSWER) {
            return List.of(
                    Step.failed(Phrase.of(SetupText.SCANNER_NO_ANSWER), Phrase.of(SetupText.CHECK_CABLE)),
                    Step.skipped(Phrase.of(SetupText.SKIPPED_AFTER_FAULT)));
        }
        var ready = Step.passed(Phrase.of(SetupText.SCANNER_READY));
        var heard = new ArrayBlockingQueue<Scanner.Scan>(1);
        scanner.whenScanned(heard::offer);
        try {
            return asking.ask(Phrase.of(SetupText.SCANNER_ASK_SCAN)) == Answer.YES
                    ? List.of(ready, heard(heard, patience))
                    : List.of(ready, Step.skipped(Phrase.of(SetupText.SKIPPED_BY_PERSON)));
        } finally {
            scanner.whenScanned(_ -> {});
        }
    }

    private static Step heard(ArrayBlockingQueue<Scanner.Scan> scans, Duration patience) {
        try {
            var scan = scans.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (scan != null) {
                String kind = scan.kind().isEmpty() ? "?" : scan.kind();
                return Step.passed(Phrase.of(SetupText.SCANNER_HEARD, scan.data(), kind));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return Step.failed(
                Phrase.of(SetupText.SCANNER_SILENT, Long.toString(patience.toSeconds())),
                Phrase.of(SetupText.SCANNER_SET_END));
    }
}
