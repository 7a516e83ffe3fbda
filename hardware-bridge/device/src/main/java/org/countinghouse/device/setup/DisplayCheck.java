package org.countinghouse.device.setup;

import java.util.List;
import org.countinghouse.device.LineDisplay;
import org.countinghouse.device.LineDisplay.Showing;

/// Tries a customer display out.
final class DisplayCheck {
    private static final String FIRST = "1234567890";
    private static final String SECOND = "TOTAL 12.50";

    private DisplayCheck() {}

    static List<Step> steps(LineDisplay display, Asking asking) {
        if (display.state() == LineDisplay.State.NO_ANSWER) {
            return List.of(unreachable(), Step.skipped(Phrase.of(SetupText.SKIPPED_AFTER_FAULT)));
        }
        var reached = Step.passed(Phrase.of(SetupText.DISPLAY_REACHED));
        var rows = display.rows() > 1 ? List.of(FIRST, SECOND) : List.of(SECOND);
        var read = switch (display.show(rows)) {
            case Showing.Shown _ -> read(rows, asking);
            case Showing.Refused(var reason) ->
                Step.failed(Phrase.of(SetupText.DISPLAY_REFUSED, reason), Phrase.of(SetupText.READ_THE_REASON));
            case Showing.NoAnswer _ -> unreachable();
        };
        display.clear();
        return List.of(reached, read);
    }

    private static Step read(List<String> rows, Asking asking) {
        var question = Phrase.of(SetupText.DISPLAY_ASK_ROWS, rows.getFirst(), rows.getLast());
        return switch (asking.ask(question)) {
            case YES -> Step.passed(Phrase.of(SetupText.DISPLAY_READABLE));
            case NO -> Step.failed(Phrase.of(SetupText.DISPLAY_NOT_READABLE), Phrase.of(SetupText.DISPLAY_SET_SIZE));
            case NONE -> Step.skipped(question);
        };
    }

    private static Step unreachable() {
        return Step.failed(Phrase.of(SetupText.DISPLAY_NO_ANSWER), Phrase.of(SetupText.CHECK_CABLE));
    }
}
