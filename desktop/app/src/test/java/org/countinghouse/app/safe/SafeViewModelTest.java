package org.countinghouse.app.safe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.app.safe.ActionViewModel.Done;
import org.countinghouse.app.safe.ActionViewModel.Step;
import org.countinghouse.app.safe.SafeViewModel.Card;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.app.shell.Session;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.safe.BankDeposited;
import org.countinghouse.ledger.safe.ChangeReceived;
import org.countinghouse.ledger.safe.MachineMoved;
import org.countinghouse.ledger.safe.PlaceCounted;
import org.countinghouse.ledger.safe.TransferReceived;
import org.countinghouse.ledger.safe.TransferSent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SafeViewModelTest {
    private final SampleStation station = SampleStation.bakery();
    private List<DeviceHealth> devices = List.of();

    @BeforeEach
    void theSafeHoldsThreeHundred() {
        order("maly", new Command.ReceiveChange(Cash.of(station.money("300.00")), "1"));
    }

    @Test
    void aBagIsToldInASentenceBeforeItIsSent() {
        var model = model("maly");
        send(model, "17", Account.SAFE, Account.BANK, "120");
        assertThat(model.action().sentence()).isEqualTo("120.00 GBP leave the safe for the bank in bag 17.");
        assertThat(station.desk.facts(TransferSent.class)).isEmpty();
        model.action().act();
        assertThat(station.desk.facts(TransferSent.class)).hasSize(1);
        assertThat(told(model)).isEqualTo("Bag 17 with 120.00 GBP is under way to the bank.");
        assertThat(model.bags().shown()).singleElement().satisfies(bag -> {
            assertThat(bag.sentBy()).isEqualTo(station.person("maly").name());
            assertThat(bag.since()).isPresent();
            assertThat(bag.cash()).containsExactly(station.money("120.00"));
        });
        assertThat(model.cards())
                .extracting(Card::title, Card::cash)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("Safe", List.of(station.money("180.00"))),
                        org.assertj.core.groups.Tuple.tuple("Under way", List.of(station.money("120.00"))));
    }

    @Test
    void aBagNumberInCapitalsIsTheSameBag() {
        var model = model("maly");
        send(model, " AB-17 ", Account.SAFE, Account.BANK, "1");
        model.action().act();
        assertThat(station.desk.facts(TransferSent.class))
                .extracting(TransferSent::bag)
                .containsExactly("ab-17");
    }

    @Test
    void aBagUnderWayIsNotSentAgain() {
        sent("17", "20.00");
        var model = model("maly");
        send(model, "17", Account.SAFE, Account.BANK, "20");
        refused(model, "refused.bag-under-way", TransferSent.class, 1);
    }

    @Test
    void aBagThatStaysWhereItIsIsNoBag() {
        var model = model("maly");
        send(model, "17", Account.SAFE, Account.SAFE, "20");
        refused(model, "safe.missing.place", TransferSent.class, 0);
    }

    @Test
    void anotherPersonReceivesTheBagAndItIsExact() {
        sent("17", "20.00");
        var model = model("dara");
        model.receive(model.bags().shown().getFirst());
        type(model, "20");
        model.action().goOn();
        assertThat(model.action().sentence()).startsWith("Bag 17 arrived at till 1. 20.00 GBP");
        model.action().act();
        assertThat(station.desk.facts(TransferReceived.class)).hasSize(1);
        assertThat(last(model).overShort()).containsExactly(station.money("0.00"));
        assertThat(model.bags().shown()).isEmpty();
    }

    @Test
    void aBagThatComesBackIsAtTheSafeAgain() {
        sent("17", "20.00");
        var model = model("dara");
        model.receive(model.bags().shown().getFirst());
        model.action().form().returnedProperty().set(true);
        type(model, "20");
        model.action().goOn();
        model.action().act();
        assertThat(station.desk.facts(TransferReceived.class).getFirst().at()).isEqualTo(Account.SAFE);
    }

    @Test
    void anUnknownBagIsNotReceived() {
        var model = model("maly");
        model.begin(SafeAction.RECEIVE);
        model.action().form().bagProperty().set("99");
        type(model, "20");
        model.action().goOn();
        refused(model, "refused.bag-unknown", TransferReceived.class, 0);
    }

    @Test
    void aBagSomebodyElseReceivedMeanwhileIsRefusedByTheBooks() {
        sent("17", "20.00");
        var model = model("maly");
        model.receive(model.bags().shown().getFirst());
        type(model, "20");
        model.action().goOn();
        order("dara", new Command.ReceiveBag("17", List.of(Cash.of(station.money("20.00"))), false, ""));
        model.action().act();
        refused(model, "refused.bag-unknown", TransferReceived.class, 1);
    }

    @Test
    void aBagThatIsShortNeedsASecondPerson() {
        sent("17", "20.00");
        var model = model("maly");
        model.receive(model.bags().shown().getFirst());
        type(model, "15");
        model.action().goOn();
        model.action().act();
        refused(model, "refused.counts-differ", TransferReceived.class, 0);
    }

    @Test
    void aDepositNeedsItsSlip() {
        var model = model("maly");
        model.begin(SafeAction.DEPOSIT);
        type(model, "300");
        model.action().goOn();
        refused(model, "refused.slip-missing", BankDeposited.class, 0);
        model.action().form().slipProperty().set("17");
        model.action().goOn();
        assertThat(model.action().sentence()).isEqualTo("300.00 GBP leave the safe for the bank, slip 17.");
        model.action().act();
        assertThat(station.desk.facts(BankDeposited.class)).hasSize(1);
        assertThat(cash(model, "Safe")).containsExactly(station.money("0.00"));
    }

    @Test
    void moreThanThereIsIsToldToAManagerBeforeItIsWritten() {
        var model = model("maly");
        model.begin(SafeAction.DEPOSIT);
        type(model, "300.01");
        model.action().form().slipProperty().set("17");
        model.action().goOn();
        assertThat(key(model)).isEqualTo("safe.more");
        assertThat(station.desk.facts(BankDeposited.class)).isEmpty();
    }

    @Test
    void moreThanThereIsIsNotToldToACashier() {
        var model = model("dara");
        send(model, "17", Account.SAFE, Account.till(station.shop.till()), "9999");
        assertThat(model.action().noticeProperty().get()).isEmpty();
        assertThat(model.action().stepProperty().get()).isEqualTo(Step.CHECKING);
    }

    @Test
    void changeComesFromTheBankByPieces() {
        var model = model("maly");
        model.begin(SafeAction.CHANGE);
        var pieces = Pieces.of(station.shop.mainCurrency(), Map.of(100L, 40L, 50L, 20L));
        model.action().form().cash().byPiecesProperty().set(true);
        model.action().form().cash().pageProperty().get().sheet().fill(pieces);
        model.action().goOn();
        assertThat(model.action().sentence()).contains("50.00 GBP").contains("without a slip");
        model.action().act();
        assertThat(station.desk.facts(ChangeReceived.class).getLast().amount()).isEqualTo(Cash.of(pieces));
        assertThat(model.pieces().shown()).extracting(OnHand::pieces).containsExactly(40L, 20L);
        assertThat(model.cards().getFirst().known()).contains("50.00 GBP");
    }

    @Test
    void theFirstCountOfTheSafeIsItsBeginningAndTheNextIsOverOrShort() {
        var model = model("maly");
        count(model, "310.00");
        assertThat(station.desk.facts(PlaceCounted.class).getLast().beginning()).isTrue();
        assertThat(last(model).overShort()).isEmpty();
        count(model, "309.50");
        assertThat(station.desk.facts(PlaceCounted.class).getLast().beginning()).isFalse();
        assertThat(last(model).overShort()).containsExactly(station.money("-0.50"));
        assertThat(cash(model, "Safe")).containsExactly(station.money("309.50"));
    }

    @Test
    void nothingCountedIsNoCount() {
        var model = model("maly");
        model.begin(SafeAction.COUNT_SAFE);
        model.action().goOn();
        refused(model, "safe.missing.count", PlaceCounted.class, 0);
    }

    @Test
    void aMachineIsFilledCountedAndEmptied() {
        var model = model("maly");
        move(model, SafeAction.FILL, "100");
        assertThat(cash(model, "Cash machine 1")).containsExactly(station.money("100.00"));
        model.begin(SafeAction.COUNT_MACHINE);
        model.action().form().beginningProperty().set(false);
        model.action().form().cash().byPiecesProperty().set(false);
        type(model, "99");
        model.action().goOn();
        model.action().act();
        assertThat(last(model).overShort()).containsExactly(station.money("-1.00"));
        move(model, SafeAction.COLLECT, "99");
        assertThat(cash(model, "Cash machine 1")).containsExactly(station.money("0.00"));
        assertThat(station.desk.facts(MachineMoved.class)).hasSize(2);
    }

    @Test
    void aConnectedMachineAsksWhetherCashWasMovedByHand() {
        devices = station.devices;
        var model = model("maly");
        model.begin(SafeAction.FILL);
        type(model, "10");
        model.action().goOn();
        assertThat(key(model)).isEqualTo("safe.machine.connected");
    }

    @Test
    void backChangesNothingAndHeldEnterWritesOnce() {
        var model = model("maly");
        model.begin(SafeAction.CHANGE);
        type(model, "10");
        model.action().goOn();
        model.action().back();
        model.action().act();
        assertThat(station.desk.facts(ChangeReceived.class)).hasSize(1);
        model.action().goOn();
        model.action().act();
        model.action().act();
        model.action().goOn();
        model.action().act();
        assertThat(station.desk.facts(ChangeReceived.class)).hasSize(2);
    }

    @Test
    void aFullDiskIsToldAndTheSameOrderIsTriedAgain() {
        var model = model("maly");
        model.begin(SafeAction.CHANGE);
        type(model, "10");
        model.action().goOn();
        station.desk.record(false);
        model.action().act();
        assertThat(key(model)).isEqualTo("shell.error.journal");
        station.desk.record(true);
        model.action().act();
        assertThat(station.desk.facts(ChangeReceived.class)).hasSize(2);
        assertThat(model.action().stepProperty().get()).isEqualTo(Step.CLOSED);
    }

    @Test
    void aCashierFindsBagsAndMachinesAndNoBalance() {
        sent("17", "20.00");
        var model = model("dara");
        assertThat(model.actions())
                .containsExactly(SafeAction.SEND, SafeAction.RECEIVE, SafeAction.FILL, SafeAction.COLLECT);
        assertThat(model.cards()).isEmpty();
        assertThat(model.pieces().shown()).isEmpty();
        assertThat(model.standingProperty().get().holdings()).isEmpty();
        assertThat(model.bags().columns()).noneMatch(column -> column.id().equals("amount"));
        assertThat(model.bags().shown()).allMatch(bag -> bag.cash().isEmpty());
        assertThat(model.plan().till()).isEmpty();
    }

    @Test
    void theFloatIsPlannedFromTheCountInHand() {
        var plan = model("dara").plan();
        plan.begin();
        plan.countedProperty()
                .get()
                .fill(Pieces.of(station.shop.mainCurrency(), Map.of(2000L, 10L, 500L, 10L, 100L, 20L)));
        plan.target().clear();
        plan.target().type("100");
        plan.plan();
        assertThat(plan.resultProperty().get().orElseThrow().key()).isEqualTo("safe.plan.met");
        assertThat(plan.sheet().shown().stream()
                        .map(row -> row.worth().times(row.keep()))
                        .reduce(station.money("0.00"), Money::plus))
                .isEqualTo(station.money("100.00"));
    }

    private SafeViewModel model(String employee) {
        Session session = station.session(employee);
        return new SafeViewModel(
                session, new BackRoom(station.desk, station.shop, () -> devices), SampleStation.atOnce());
    }

    private void sent(String bag, String amount) {
        station.order(new Command.OpenShift(
                station.shop.till(), List.of(Cash.of(station.money("100.00"))), Optional.empty()));
        order(
                "maly",
                new Command.SendBag(
                        bag,
                        Account.SAFE,
                        Account.till(station.shop.till()),
                        List.of(Cash.of(station.money(amount))),
                        ""));
    }

    private void order(String employee, Command command) {
        station.desk.perform(new Order(UUID.randomUUID(), employee, Optional.empty(), command));
    }

    private static void send(SafeViewModel model, String bag, Account from, Account to, String amount) {
        model.begin(SafeAction.SEND);
        model.action().form().bagProperty().set(bag);
        model.action().form().fromProperty().set(from);
        model.action().form().toProperty().set(to);
        type(model, amount);
        model.action().goOn();
    }

    private static void move(SafeViewModel model, SafeAction what, String amount) {
        model.begin(what);
        type(model, amount);
        model.action().goOn();
        model.action().act();
    }

    private void count(SafeViewModel model, String amount) {
        model.begin(SafeAction.COUNT_SAFE);
        model.action().form().cash().pageProperty().get().sheet().fill(Pieces.largestFirst(station.money(amount)));
        model.action().goOn();
        model.action().act();
    }

    private static void type(SafeViewModel model, String amount) {
        model.action().form().cash().pageProperty().get().amount().type(amount);
    }

    private static List<Money> cash(SafeViewModel model, String title) {
        return model.cards().stream()
                .filter(card -> card.title().equals(title))
                .findFirst()
                .orElseThrow()
                .cash();
    }

    private void refused(SafeViewModel model, String key, Class<? extends Fact> kind, int written) {
        assertThat(key(model)).isEqualTo(key);
        assertThat(model.action().stepProperty().get()).isEqualTo(Step.ENTERING);
        assertThat(station.desk.facts(kind)).hasSize(written);
    }

    private static String key(SafeViewModel model) {
        return model.action().noticeProperty().get().map(Notice::key).orElse("");
    }

    private static Done last(SafeViewModel model) {
        return model.lastProperty().get().orElseThrow();
    }

    private String told(SafeViewModel model) {
        return last(model).notice().in(station.session().texts());
    }
}
