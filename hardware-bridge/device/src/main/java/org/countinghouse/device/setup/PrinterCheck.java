package org.countinghouse.device.setup;

import java.util.ArrayList;
import java.util.List;
import org.countinghouse.device.Printing;
import org.countinghouse.device.ReceiptPrinter;
import org.countinghouse.device.Slip;

/// Tries a printer out.
final class PrinterCheck {
    private PrinterCheck() {}

    static List<Step> steps(ReceiptPrinter printer, Slip sample, Asking asking) {
        var steps = new ArrayList<Step>();
        var state = printer.state();
        steps.add(
                switch (state) {
                    case READY -> Step.passed(Phrase.of(SetupText.PRINTER_READY));
                    case NEAR_END ->
                        Step.passed(Phrase.of(SetupText.PRINTER_NEAR_END), Phrase.of(SetupText.PRINTER_PUT_ROLL_READY));
                    case OUT_OF_PAPER -> outOfPaper();
                    case COVER_OPEN -> coverOpen();
                    case ERROR ->
                        Step.failed(Phrase.of(SetupText.PRINTER_ERROR), Phrase.of(SetupText.PRINTER_SWITCH_OFF_AND_ON));
                    case NO_ANSWER ->
                        Step.failed(Phrase.of(SetupText.PRINTER_NO_ANSWER), Phrase.of(SetupText.CHECK_CABLE));
                });
        if (!state.canPrint()) {
            steps.add(Step.skipped(Phrase.of(SetupText.SKIPPED_AFTER_FAULT)));
            return steps;
        }
        var printing = printer.print(sample);
        steps.add(printed(printing));
        steps.add(
                printing instanceof Printing.Printed || printing instanceof Printing.Unknown
                        ? looked(asking)
                        : Step.skipped(Phrase.of(SetupText.SKIPPED_AFTER_FAULT)));
        return steps;
    }

    private static Step printed(Printing printing) {
        return switch (printing) {
            case Printing.Printed() -> Step.passed(Phrase.of(SetupText.PRINTER_PRINTED));
            case Printing.PaperOut() -> outOfPaper();
            case Printing.CoverOpen() -> coverOpen();
            case Printing.NoAnswer _ ->
                Step.failed(Phrase.of(SetupText.PRINTER_NO_ANSWER), Phrase.of(SetupText.CHECK_CABLE));
            case Printing.Refused(var reason) ->
                Step.failed(Phrase.of(SetupText.PRINTER_REFUSED, reason), Phrase.of(SetupText.READ_THE_REASON));
            case Printing.Unknown(var reason) ->
                Step.failed(Phrase.of(SetupText.PRINTER_UNKNOWN, reason), Phrase.of(SetupText.PRINTER_SET_CONFIRM));
        };
    }

    private static Step looked(Asking asking) {
        return switch (asking.ask(Phrase.of(SetupText.PRINTER_ASK_SLIP))) {
            case YES -> Step.passed(Phrase.of(SetupText.PRINTER_SLIP_GOOD));
            case NO -> Step.failed(Phrase.of(SetupText.PRINTER_SLIP_BAD), Phrase.of(SetupText.PRINTER_SET_PAGE));
            case NONE -> Step.skipped(Phrase.of(SetupText.PRINTER_ASK_SLIP));
        };
    }

    private static Step outOfPaper() {
        return Step.failed(Phrase.of(SetupText.PRINTER_OUT_OF_PAPER), Phrase.of(SetupText.PRINTER_PUT_ROLL_IN));
    }

    private static Step coverOpen() {
        return Step.failed(Phrase.of(SetupText.PRINTER_COVER_OPEN), Phrase.of(SetupText.PRINTER_SHUT_COVER));
    }
}
