package org.countinghouse.device.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.countinghouse.device.CashDrawer;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.DrawerState;
import org.countinghouse.device.Opening;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.PrinterState;
import org.countinghouse.device.Printing;
import org.countinghouse.device.ReceiptPrinter;
import org.countinghouse.device.Slip;
import org.countinghouse.device.money.Alarm;
import org.countinghouse.device.money.Holdings;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.setup.Asking.Answer;
import org.countinghouse.device.setup.Step.Outcome;
import org.countinghouse.device.spi.MoneyProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SelfTestTest {
    private static final Slip SAMPLE = Slip.titled("test").text("test").cut().build();

    private final List<String> asked = new ArrayList<>();

    @Test
    void everyTextHasAKeyOfItsOwnAndEnglishWords() {
        var keys = Arrays.stream(SetupText.values()).map(SetupText::key).toList();

        assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.matches("device\\.test(\\.[a-z-]+)+"));
        assertThat(SetupText.values())
                .allSatisfy(text -> assertThat(text.english()).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource(PrinterState.class)
    void aPrinterThatCannotPrintGetsNoSlipAndTheInstallerAStep(PrinterState state) {
        var printer = new OnePrinter(state, new Printing.Printed());
        var test = SelfTest.printer(printer, SAMPLE, answering(Answer.YES));

        assertThat(test.isPassed()).isEqualTo(state.canPrint());
        assertThat(printer.slips).isEqualTo(state.canPrint() ? 1 : 0);
        assertThat(test.steps())
                .filteredOn(step -> step.outcome() == Outcome.FAILED)
                .allMatch(step -> step.next().isPresent());
    }

    @Test
    void aSlipWithWrongLettersIsNoSuccess() {
        var test = SelfTest.printer(
                new OnePrinter(PrinterState.READY, new Printing.Printed()), SAMPLE, answering(Answer.NO));

        assertThat(test.isPassed()).isFalse();
        assertThat(test.steps().getLast().next().orElseThrow().key()).isEqualTo("device.test.printer.next.set-page");
    }

    @ParameterizedTest
    @CsvSource({"NO", "NONE"})
    void aDrawerIsNotKickedUnlessSomebodySaidYes(Answer answer) {
        var drawer = new OneDrawer(DrawerState.SHUT, new Opening.Opened(), true);
        var test = SelfTest.drawer(drawer, answering(answer));

        assertThat(drawer.pulses).isZero();
        assertThat(asked).containsExactly("device.test.drawer.ask-kick");
        assertThat(test.steps().getLast().outcome()).isEqualTo(Outcome.SKIPPED);
    }

    @ParameterizedTest
    @CsvSource({
        "SHUT, opened, true, YES, true, device.test.drawer.shut-again",
        "OPEN, opened, true, YES, false, device.test.skipped-after-fault",
        "UNKNOWN, opened, true, YES, false, device.test.skipped-after-fault",
        "UNKNOWN, no-wire, false, YES, true, device.test.drawer.opened-by-person",
        "SHUT, silent, true, YES, false, device.test.drawer.sense-silent",
        "SHUT, none, true, YES, false, device.test.drawer.no-answer"
    })
    void whatADrawerDoesIsToldWithWhatToDo(
            DrawerState state, String opening, boolean tells, Answer answer, boolean passes, String last) {
        var drawer = new OneDrawer(
                state,
                switch (opening) {
                    case "opened" -> new Opening.Opened();
                    case "no-wire" -> new Opening.Unconfirmed(Opening.Why.NO_SENSE_WIRE);
                    case "silent" -> new Opening.Unconfirmed(Opening.Why.SENSE_DID_NOT_CHANGE);
                    default -> new Opening.NoAnswer("gone");
                },
                tells);
        var test = SelfTest.drawer(drawer, answering(answer));

        assertThat(test.isPassed()).isEqualTo(passes);
        assertThat(test.steps().getLast().seen().key()).isEqualTo(last);
        assertThat(drawer.pulses).isLessThanOrEqualTo(1);
    }

    @Test
    void aCashMachineIsGreetedAndLookedAtAndNothingElse() {
        var machine = new StillMachine(Sight.State.READY, List.of(Alarm.of(Alarm.Kind.NEAR_EMPTY, "few 5 EUR")));
        var test = SelfTest.cashMachine(machine, Duration.ofSeconds(1));

        assertThat(machine.calls).containsExactly("greet", "look");
        assertThat(test.isPassed()).isTrue();
        assertThat(test.steps())
                .extracting(step -> step.seen().words())
                .containsExactly(
                        "SMART Payout answers, serial number 4711.",
                        "It is ready.",
                        "It tells what it holds: 12 pieces.",
                        "It says: few 5 EUR.");
    }

    @ParameterizedTest
    @EnumSource(value = Sight.State.class, mode = EnumSource.Mode.EXCLUDE, names = "READY")
    void aCashMachineThatIsNotReadyFailsItsTest(Sight.State state) {
        var test = SelfTest.cashMachine(new StillMachine(state, List.of()), Duration.ofSeconds(1));

        assertThat(test.isPassed()).isFalse();
        assertThat(SelfTest.cashMachine(
                                new StillMachine(
                                        Sight.State.READY, List.of(Alarm.of(Alarm.Kind.DISCREPANCY, "unsure"))),
                                Duration.ofSeconds(1))
                        .isPassed())
                .isFalse();
    }

    private Asking answering(Answer answer) {
        return question -> {
            asked.add(question.key());
            return answer;
        };
    }

    private static final class OnePrinter implements ReceiptPrinter {
        private final PrinterState state;
        private final Printing printing;
        private int slips;

        OnePrinter(PrinterState state, Printing printing) {
            this.state = state;
            this.printing = printing;
        }

        @Override
        public String name() {
            return "front";
        }

        @Override
        public int columns() {
            return 48;
        }

        @Override
        public PrinterState state() {
            return state;
        }

        @Override
        public Printing print(Slip slip) {
            slips++;
            return printing;
        }
    }

    private static final class OneDrawer implements CashDrawer {
        private final DrawerState state;
        private final Opening opening;
        private final boolean tells;
        private int pulses;

        OneDrawer(DrawerState state, Opening opening, boolean tells) {
            this.state = state;
            this.opening = opening;
            this.tells = tells;
        }

        @Override
        public String name() {
            return "front";
        }

        @Override
        public Opening open() {
            pulses++;
            return opening;
        }

        @Override
        public DrawerState state() {
            return state;
        }

        @Override
        public boolean tellsState() {
            return tells;
        }
    }

    /// Whoever makes it move anything fails the test.
    private static final class StillMachine implements MoneyProtocol {
        private final List<String> calls = new ArrayList<>();
        private final Sight.State state;
        private final List<Alarm> alarms;

        StillMachine(Sight.State state, List<Alarm> alarms) {
            this.state = state;
            this.alarms = alarms;
        }

        @Override
        public String name() {
            return "recycler";
        }

        @Override
        public Greeting greet(Duration limit) {
            calls.add("greet");
            return new Greeting("SMART Payout", "4711", List.of(), true, true, true);
        }

        @Override
        public Sight look() {
            calls.add("look");
            var held = Holdings.of(Place.RECYCLER, Pieces.of(new Denomination("EUR", 500), 12));
            return new Sight(state, Optional.of(held), new TreeMap<>(), Optional.empty(), alarms);
        }

        @Override
        public Begun begin(Intent intent, Sight baseline, Duration limit, Consumer<String> keep) throws IOException {
            throw new AssertionError("a self-test moves no money");
        }

        @Override
        public Progress follow(Duration limit) {
            throw new AssertionError("a self-test moves no money");
        }

        @Override
        public void finish(boolean giveBack, Duration limit) {
            throw new AssertionError("a self-test moves no money");
        }

        @Override
        public void halt(Duration limit) {
            throw new AssertionError("a self-test stops nobody's money");
        }

        @Override
        public Testimony testify(
                Intent intent, Sight baseline, Optional<String> reference, boolean sameEpoch, Duration limit) {
            throw new AssertionError("a self-test knows no intent");
        }

        @Override
        public void close() {
            calls.add("close");
        }
    }
}
