package org.countinghouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countinghouse.ledger.Day.GBP;
import static org.countinghouse.ledger.Day.TILL;
import static org.countinghouse.ledger.Day.day;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.approval.Policy;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.machine.MachineStep;
import org.countinghouse.ledger.machine.MachineStepped;
import org.countinghouse.ledger.machine.OpenIntent;
import org.countinghouse.ledger.machine.Purpose;
import org.countinghouse.ledger.machine.Stage;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.report.Figures;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What a connected cash machine moves, and who answers for it.
class MachineTest {
    private static final UUID INTENT = UUID.fromString("0192f0c8-7b1a-7c3e-9d52-3f1b2c4d5e6f");
    private static final List<Stage> SENT = List.of(Stage.ARMED, Stage.SENT);
    private static final List<Stage> LOST = List.of(Stage.ARMED, Stage.SENT, Stage.UNKNOWN, Stage.RECONCILING);

    private final Day shop = day("float 100.00");

    private MachineStep planned(Purpose purpose, String asked) {
        return new MachineStep(
                INTENT,
                "recycler",
                purpose,
                Stage.PLANNED,
                asked.isEmpty() ? Optional.empty() : Optional.of(Money.parse(asked, GBP)),
                Cash.of(GBP.zero()),
                new TreeMap<>(Map.of("reason", "change")));
    }

    private List<String> begin(Purpose purpose, String asked, List<Stage> stages) {
        var said = shop.give(new Command.StepMachine(TILL, planned(purpose, asked)));
        for (Stage stage : stages) {
            said = step(stage, "0.00");
        }
        return said;
    }

    private List<String> step(Stage stage, String moved) {
        return step(stage, Cash.of(Money.parse(moved, GBP)));
    }

    private List<String> step(Stage stage, Cash moved) {
        var last = shop.books.intent(INTENT).map(OpenIntent::last).orElseGet(() -> planned(Purpose.PAY, "25.00"));
        return shop.give(new Command.StepMachine(TILL, last.then(stage, moved, Map.of())));
    }

    private String in(Account account) {
        return shop.books.balance(account, GBP).decimal();
    }

    private List<String> sold(String total) {
        Money amount = Money.parse(total, GBP);
        return shop.give(new Command.Sell(
                TILL, amount, List.of(), List.of(Tendered.of(Tender.MACHINE_DEPOSIT, amount)), List.of(), ""));
    }

    /// The postings of every purpose at every end: what is in the machine, owed, and in the safe.
    @ParameterizedTest
    @CsvSource({
        "PAY,     25.00, SETTLED_FULL,    25.00, -25.00,  25.00,   0.00",
        "PAY,     25.00, SETTLED_PARTIAL, 10.00, -10.00,  10.00,   0.00",
        "PAY,     25.00, SETTLED_NONE,     0.00,   0.00,   0.00,   0.00",
        "PAY,     25.00, DISPUTED,         0.00, -25.00,  25.00,   0.00",
        "TAKE,         , SETTLED_FULL,   250.00, 250.00, -250.00,  0.00",
        "TAKE,         , SETTLED_PARTIAL, 50.00,  50.00, -50.00,   0.00",
        "TAKE,         , SETTLED_NONE,     0.00,   0.00,   0.00,   0.00",
        "TAKE,         , DISPUTED,        50.00,   0.00,   0.00,   0.00",
        "FILL,         , SETTLED_FULL,   200.00, 200.00,   0.00, -200.00",
        "FILL,         , SETTLED_NONE,     0.00,   0.00,   0.00,   0.00",
        "COLLECT, 80.00, SETTLED_FULL,    80.00,   0.00,   0.00,   0.00",
        "COLLECT,      , SETTLED_NONE,     0.00,   0.00,   0.00,   0.00",
    })
    void whatAMachineMovedIsPosted(
            Purpose purpose, String asked, Stage end, String moved, String machine, String owed, String safe) {
        Money before = shop.books.balance(Account.SAFE, GBP);
        begin(purpose, asked == null ? "" : asked, LOST);
        step(end, moved);
        assertThat(in(Account.machine(TILL))).isEqualTo(machine);
        assertThat(in(Account.owed(TILL))).isEqualTo(owed);
        assertThat(shop.books.balance(Account.SAFE, GBP).minus(before).decimal())
                .isEqualTo(safe);
        assertThat(shop.books.intent(INTENT).isPresent()).isEqualTo(end == Stage.DISPUTED);
    }

    @Test
    void whatWasNeverSentMovesNothing() {
        begin(Purpose.PAY, "25.00", List.of(Stage.ARMED));
        assertThat(step(Stage.VOID, "0.00")).containsExactly("machine-stepped");
        assertThat(in(Account.owed(TILL))).isEqualTo("0.00");
        assertThat(shop.books.intents()).isEmpty();
    }

    @Test
    void theMachinesNumberIsWrittenAndPostsNothingAgain() {
        begin(Purpose.PAY, "25.00", SENT);
        step(Stage.SENT, "0.00");
        assertThat(in(Account.owed(TILL))).isEqualTo("25.00");
    }

    @Test
    void piecesMoveWhenItIsKnownWhichOnes() {
        begin(Purpose.PAY, "25.00", SENT);
        var pieces = Pieces.of(GBP, Map.of(2000L, 1L, 500L, 1L));
        step(Stage.SETTLED_FULL, Cash.of(pieces));
        assertThat(shop.books.stock(Account.machine(TILL), GBP)).isEqualTo(pieces.negated());
    }

    @Test
    void aSaleFromADepositWithChangeLeavesNothingOwed() {
        begin(Purpose.TAKE, "", SENT);
        step(Stage.SETTLED_FULL, "250.00");
        assertThat(sold("225.00")).containsExactly("sale-made");
        UUID change = new UUID(INTENT.getMostSignificantBits(), 7);
        var paying = planned(Purpose.PAY, "25.00");
        var pay = new MachineStep(
                change, "recycler", Purpose.PAY, Stage.PLANNED, paying.asked(), paying.moved(), new TreeMap<>());
        for (Stage stage : List.of(Stage.PLANNED, Stage.ARMED, Stage.SENT)) {
            shop.give(new Command.StepMachine(TILL, pay.then(stage, paying.moved(), Map.of())));
        }
        shop.give(new Command.StepMachine(TILL, pay.then(Stage.SETTLED_FULL, Cash.of(GBP.of(25_00)), Map.of())));
        assertThat(shop.books.owed(TILL)).isEmpty();
        assertThat(in(Account.machine(TILL))).isEqualTo("225.00");
        assertThat(shop.expected(GBP)).isEqualTo(GBP.of(100_00));
        var figures =
                shop.books.figures(shop.books.openShift(TILL).orElseThrow().id());
        assertThat(figures.amount(Line.MACHINE_OWED, GBP).isZero()).isTrue();
        assertThat(figures.amount(Line.TENDERED, Tender.MACHINE_DEPOSIT, GBP)).isEqualTo(GBP.of(225_00));
    }

    @Test
    void whatTheMachineCouldNotPayIsPaidFromTheTillAndNoMore() {
        begin(Purpose.TAKE, "", SENT);
        step(Stage.SETTLED_FULL, "25.00");
        assertThat(shop.give(new Command.PayOwed(TILL, Cash.of(GBP.of(25_01)), "")))
                .containsExactly("refused not-owed");
        assertThat(shop.give(new Command.PayOwed(TILL, Cash.of(GBP.of(25_00)), "")))
                .containsExactly("owed-paid");
        assertThat(shop.books.owed(TILL)).isEmpty();
        assertThat(shop.expected(GBP)).isEqualTo(GBP.of(75_00));
        shop.then("count 75.00\nclose").endsWith("expected 75.00", "exact 0.00");
    }

    @Test
    void aSaleIsNotPaidFromADepositThatIsNotThere() {
        assertThat(sold("1.00")).containsExactly("refused deposit-too-small");
        begin(Purpose.PAY, "25.00", SENT);
        assertThat(sold("1.00")).containsExactly("refused deposit-too-small");
    }

    @ParameterizedTest
    @EnumSource(value = Stage.class, names = "PLANNED", mode = EnumSource.Mode.EXCLUDE)
    void aSettledIntentTakesNothingMore(Stage stage) {
        begin(Purpose.PAY, "25.00", SENT);
        step(Stage.SETTLED_NONE, "0.00");
        assertThat(step(stage, "0.00")).containsExactly("refused intent-unknown");
    }

    @Test
    void aStepOutOfOrderIsRefused() {
        assertThat(step(Stage.SENT, "0.00")).containsExactly("refused intent-unknown");
        begin(Purpose.PAY, "25.00", List.of());
        assertThat(step(Stage.SENT, "0.00")).containsExactly("refused step-out-of-order");
        assertThat(step(Stage.SETTLED_FULL, "25.00")).containsExactly("refused step-out-of-order");
        step(Stage.ARMED, "0.00");
        step(Stage.SENT, "0.00");
        assertThat(step(Stage.VOID, "0.00")).containsExactly("refused step-out-of-order");
        var other = shop.books.intent(INTENT).orElseThrow().last();
        var more = new MachineStep(
                INTENT,
                "recycler",
                Purpose.PAY,
                Stage.ACKED,
                Optional.of(GBP.of(26_00)),
                other.moved(),
                new TreeMap<>());
        assertThat(shop.give(new Command.StepMachine(TILL, more))).containsExactly("refused intent-unknown");
    }

    @Test
    void aMachineMovesOneThingAtATimeAndAnotherMachineIsFree() {
        begin(Purpose.PAY, "25.00", SENT);
        var second = planned(Purpose.PAY, "1.00");
        UUID id = new UUID(1, 1);
        assertThat(shop.give(new Command.StepMachine(TILL, of(second, id, "recycler"))))
                .containsExactly("refused machine-not-settled");
        assertThat(shop.give(new Command.StepMachine(TILL, of(second, id, "coins"))))
                .containsExactly("machine-stepped");
    }

    private static MachineStep of(MachineStep step, UUID id, String machine) {
        return new MachineStep(id, machine, step.purpose(), step.stage(), step.asked(), step.moved(), step.text());
    }

    @Test
    void onlyWhoMaySaysWhatADisputedPaymentMoved() {
        begin(Purpose.PAY, "25.00", LOST);
        step(Stage.DISPUTED, "0.00");
        assertThat(step(Stage.SETTLED_FULL, "25.00")).containsExactly("refused not-allowed");
        shop.then("as sok");
        assertThat(step(Stage.SETTLED_PARTIAL, "30.00")).containsExactly("machine-stepped");
        assertThat(in(Account.machine(TILL))).isEqualTo("-30.00");
        assertThat(in(Account.owed(TILL))).isEqualTo("30.00");
    }

    @Test
    void aManagerAboveTheLimitNeedsASecondOne() {
        shop.then("as nary");
        shop.give(new Command.SetPolicy(
                new Policy(List.of(new Policy.Limit(Role.MANAGER, Matter.OVER_SHORT, "GBP", 5_00)), List.of(), 3)));
        begin(Purpose.PAY, "25.00", LOST);
        step(Stage.DISPUTED, "0.00");
        shop.then("as sok");
        assertThat(step(Stage.SETTLED_PARTIAL, "19.99")).containsExactly("refused needs-approval");
        assertThat(step(Stage.SETTLED_PARTIAL, "20.00")).containsExactly("machine-stepped");
    }

    @Test
    void theStationWritesWhatTheMachineSaysButBeginsNothing() {
        begin(Purpose.PAY, "25.00", SENT);
        shop.then("as station");
        assertThat(step(Stage.UNKNOWN, "0.00")).containsExactly("machine-stepped");
        var other = of(planned(Purpose.PAY, "1.00"), new UUID(1, 1), "coins");
        assertThat(shop.give(new Command.StepMachine(TILL, other))).containsExactly("refused not-allowed");
    }

    @Test
    void aCardNumberIsNoReasonButAMachinesNumberStopsNothing() {
        var typed = new MachineStep(
                INTENT,
                "recycler",
                Purpose.PAY,
                Stage.PLANNED,
                Optional.of(GBP.of(1_00)),
                Cash.of(GBP.zero()),
                new TreeMap<>(Map.of("reason", "4111 1111 1111 1111")));
        assertThat(shop.give(new Command.StepMachine(TILL, typed))).containsExactly("refused card-number");
        begin(Purpose.PAY, "25.00", SENT);
        var last = shop.books.intent(INTENT).orElseThrow().last();
        var said = last.then(Stage.ACKED, last.moved(), Map.of("reference", "4111111111111111"));
        assertThat(shop.give(new Command.StepMachine(TILL, said))).containsExactly("machine-stepped");
    }

    @Test
    void aShiftWithAnUnansweredMachineIsClosedByTwoOrParked() {
        begin(Purpose.TAKE, "", SENT);
        step(Stage.SETTLED_FULL, "25.00");
        shop.then("count 100.00\nclose").endsWith("refused machine-not-answered");
        shop.then("approved-by sok\nclose-with-z").endsWith("expected 100.00", "exact 0.00");
        var z = shop.facts(ZReported.class).getLast();
        assertThat(Figures.of(z.figures()).amount(Line.MACHINE_OWED, GBP)).isEqualTo(GBP.of(-25_00));
    }

    @Test
    void whoIsAloneWithAnOpenIntentParksTheShift() {
        begin(Purpose.PAY, "25.00", LOST);
        shop.then("count 100.00\nclose").endsWith("refused machine-not-answered");
        shop.then("park").endsWith("shift-parked");
    }

    @Test
    void aDepositNobodyClaimsIsWrittenOffAsTheMachinesOver() {
        begin(Purpose.TAKE, "", SENT);
        step(Stage.SETTLED_FULL, "25.00");
        assertThat(shop.give(new Command.WriteOffOwed(TILL, GBP.of(25_00), "unclaimed", "")))
                .containsExactly("refused not-allowed");
        shop.then("as sok");
        assertThat(shop.give(new Command.WriteOffOwed(TILL, GBP.of(25_00), "unclaimed", "")))
                .containsExactly("owed-written-off");
        assertThat(shop.books.owed(TILL)).isEmpty();
        assertThat(in(Account.overShort(Account.machine(TILL)))).isEqualTo("-25.00");
    }

    @Test
    void aSaleTakenBackIsOwedToTheCustomerAgain() {
        begin(Purpose.TAKE, "", SENT);
        step(Stage.SETTLED_FULL, "25.00");
        sold("25.00");
        shop.then("approved-by sok\ncorrect sale-made typed-wrong").endsWith("correction-made");
        assertThat(in(Account.owed(TILL))).isEqualTo("-25.00");
        var figures =
                shop.books.figures(shop.books.openShift(TILL).orElseThrow().id());
        assertThat(figures.amount(Line.MACHINE_OWED, GBP)).isEqualTo(GBP.of(-25_00));
    }

    @Test
    void aPaymentFromTheTillIsCorrected() {
        begin(Purpose.TAKE, "", SENT);
        step(Stage.SETTLED_FULL, "25.00");
        shop.give(new Command.PayOwed(TILL, Cash.of(GBP.of(25_00)), ""));
        shop.then("approved-by sok\ncorrect owed-paid typed-wrong").endsWith("correction-made");
        assertThat(shop.expected(GBP)).isEqualTo(GBP.of(100_00));
        assertThat(in(Account.owed(TILL))).isEqualTo("-25.00");
    }

    /// The negative control of the table: were a step read without what it follows, a payment would leave twice or
    /// not at all.
    @Test
    void withoutTheStageBeforeAPaymentWouldNotLeaveTheMachine() {
        begin(Purpose.PAY, "25.00", SENT);
        var sent = shop.facts(MachineStepped.class).getLast();
        var blind = new MachineStepped(sent.at(), sent.number(), Optional.empty(), sent.step());
        assertThat(sent.postings()).hasSize(2);
        assertThat(blind.postings()).isEmpty();
    }
}
