package org.countinghouse.device.setup;

import java.util.ArrayList;
import java.util.List;
import org.countinghouse.device.CashDrawer;
import org.countinghouse.device.DrawerState;
import org.countinghouse.device.Opening;
import org.countinghouse.device.setup.Asking.Answer;
import org.countinghouse.device.setup.Step.Outcome;

/// Tries a drawer out, with one pulse at most.
final class DrawerCheck {
    private DrawerCheck() {}

    static List<Step> steps(CashDrawer drawer, Asking asking) {
        var steps = new ArrayList<Step>();
        steps.add(before(drawer));
        if (steps.getFirst().outcome() == Outcome.FAILED) {
            steps.add(Step.skipped(Phrase.of(SetupText.SKIPPED_AFTER_FAULT)));
            return steps;
        }
        if (asking.ask(Phrase.of(SetupText.DRAWER_ASK_KICK)) != Answer.YES) {
            steps.add(Step.skipped(Phrase.of(SetupText.SKIPPED_BY_PERSON)));
            return steps;
        }
        steps.add(opened(drawer.open(), asking));
        if (drawer.tellsState() && steps.getLast().outcome() == Outcome.PASSED) {
            steps.add(shutAgain(drawer, asking));
        }
        return steps;
    }

    private static Step before(CashDrawer drawer) {
        return switch (drawer.state()) {
            case SHUT -> Step.passed(Phrase.of(SetupText.DRAWER_SHUT));
            case OPEN -> Step.failed(Phrase.of(SetupText.DRAWER_OPEN), Phrase.of(SetupText.DRAWER_PUSH_OR_TURN_SENSE));
            case UNKNOWN ->
                drawer.tellsState()
                        ? Step.failed(Phrase.of(SetupText.DRAWER_NO_ANSWER), Phrase.of(SetupText.CHECK_CABLE))
                        : Step.passed(Phrase.of(SetupText.DRAWER_DOES_NOT_TELL));
        };
    }

    private static Step opened(Opening opening, Asking asking) {
        return switch (opening) {
            case Opening.Opened() -> Step.passed(Phrase.of(SetupText.DRAWER_OPENED));
            case Opening.AlreadyOpen() ->
                Step.failed(Phrase.of(SetupText.DRAWER_OPEN), Phrase.of(SetupText.DRAWER_PUSH_OR_TURN_SENSE));
            case Opening.NoAnswer _ ->
                Step.failed(Phrase.of(SetupText.DRAWER_NO_ANSWER), Phrase.of(SetupText.CHECK_CABLE));
            case Opening.Unconfirmed(var why) ->
                switch (asking.ask(Phrase.of(SetupText.DRAWER_ASK_OPENED))) {
                    case YES -> seenOpen(why);
                    case NO ->
                        Step.failed(Phrase.of(SetupText.DRAWER_DID_NOT_OPEN), Phrase.of(SetupText.DRAWER_LOOK_AT_LOCK));
                    case NONE -> Step.skipped(Phrase.of(SetupText.DRAWER_ASK_OPENED));
                };
        };
    }

    private static Step seenOpen(Opening.Why why) {
        return switch (why) {
            case NO_SENSE_WIRE -> Step.passed(Phrase.of(SetupText.DRAWER_OPENED_BY_PERSON));
            case SENSE_DID_NOT_CHANGE ->
                Step.failed(Phrase.of(SetupText.DRAWER_SENSE_SILENT), Phrase.of(SetupText.DRAWER_SET_SENSE_NONE));
        };
    }

    private static Step shutAgain(CashDrawer drawer, Asking asking) {
        if (asking.ask(Phrase.of(SetupText.DRAWER_ASK_SHUT)) != Answer.YES) {
            return Step.skipped(Phrase.of(SetupText.SKIPPED_BY_PERSON));
        }
        return drawer.state() == DrawerState.SHUT
                ? Step.passed(Phrase.of(SetupText.DRAWER_SHUT_AGAIN))
                : Step.failed(Phrase.of(SetupText.DRAWER_STILL_OPEN), Phrase.of(SetupText.DRAWER_PUSH_OR_TURN_SENSE));
    }
}
