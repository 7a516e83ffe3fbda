package org.countinghouse.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.app.settings.LimitDraft.Kind;
import org.countinghouse.app.settings.Rules.Cell;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Refusal;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.approval.Policy;
import org.countinghouse.ledger.approval.PolicySet;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RulesViewModelTest {
    private static final TillId TILL = new TillId("1");
    private static final Cell PAID_OUT = new Cell(Matter.PAID_OUT, Role.CASHIER);
    private static final Cell NO_SALE = new Cell(Matter.NO_SALE, Role.CASHIER);

    private final SampleStation station = SampleStation.of(SampleShop.PHNOM_PENH);
    private RulesViewModel model = model("bopha");

    private RulesViewModel model(String employee) {
        return new RulesViewModel(station.session(employee), new ShopRules(station.desk), SampleStation.atOnce());
    }

    @BeforeEach
    void aShiftIsOpen() {
        assertThat(station.order(
                        new Command.OpenShift(TILL, List.of(Cash.of(station.money("100.00"))), Optional.empty())))
                .isInstanceOf(Answer.Done.class);
    }

    private Answer payOut(String amount) {
        return station.order(new Command.PayOut(TILL, Cash.of(station.money(amount)), "milk", ""));
    }

    private Policy policy() {
        return station.desk.ask(books -> books.policy());
    }

    private static Refusal refusal(Answer answer) {
        return ((Answer.Refused) answer).why();
    }

    private void limit(Cell cell, String... numbers) {
        var draft = model.limit(cell);
        draft.kindProperty().set(Kind.UP_TO);
        for (int at = 0; at < numbers.length; at++) {
            draft.fields().get(at).text().set(numbers[at]);
        }
        model.take(cell, draft.resultProperty().get().orElseThrow());
    }

    private void written() {
        model.review();
        model.write();
        assertThat(model.noticeProperty().get()).contains(Notice.of(Tone.SUCCESS, "settings.rules.done"));
    }

    @Test
    void aLimitAllowsExactlyItsAmountAloneAndNoMore() {
        limit(PAID_OUT, "20.00", "80,000");
        assertThat(model.changes())
                .containsExactly("A cashier pays out up to 20.00 USD or 80,000 KHR alone;"
                        + " above that a second person approves. Until now: No limit.");
        assertThat(station.desk.facts(PolicySet.class)).isEmpty();
        written();
        assertThat(payOut("20.00")).isInstanceOf(Answer.Done.class);
        assertThat(refusal(payOut("20.01"))).isEqualTo(Refusal.NEEDS_APPROVAL);
        assertThat(model.isDirty()).isFalse();
    }

    @Test
    void nothingInACurrencyIsSaidAndMeant() {
        limit(PAID_OUT, "0", "80000");
        assertThat(model.changes().getFirst()).contains("up to 0.00 USD or 80,000 KHR");
        written();
        assertThat(refusal(payOut("0.50"))).isEqualTo(Refusal.NEEDS_APPROVAL);
    }

    @Test
    void whatIsFreeAgainNeedsNobody() {
        model.take(PAID_OUT, new Alone.Never());
        written();
        assertThat(refusal(payOut("1.00"))).isEqualTo(Refusal.NEEDS_APPROVAL);
        model.take(PAID_OUT, new Alone.Free());
        written();
        assertThat(payOut("90.00")).isInstanceOf(Answer.Done.class);
    }

    @Test
    void theDrawerIsOpenedSoManyTimesPerShift() {
        limit(NO_SALE, "1");
        written();
        var open = new Command.OpenDrawer(TILL, "check-drawer", "");
        assertThat(station.order(open)).isInstanceOf(Answer.Done.class);
        assertThat(refusal(station.order(open))).isEqualTo(Refusal.NEEDS_APPROVAL);
    }

    @Test
    void aBadNumberIsNoLimit() {
        var draft = model.limit(PAID_OUT);
        draft.kindProperty().set(Kind.UP_TO);
        for (String typed : List.of("", "abc", "-5", "20.005", "99999999999999999")) {
            draft.fields().get(0).text().set(typed);
            draft.fields().get(1).text().set("0");
            assertThat(draft.resultProperty().get()).as(typed).isEmpty();
        }
        draft.fields().get(0).text().set("២០.៥០");
        assertThat(draft.resultProperty().get()).contains(new Alone.UpTo(Map.of("USD", 2050L)));
    }

    @Test
    void noughtInEveryCurrencyIsNeverAlone() {
        var draft = model.limit(PAID_OUT);
        draft.kindProperty().set(Kind.UP_TO);
        draft.fields().forEach(field -> field.text().set("0"));
        assertThat(draft.resultProperty().get()).contains(new Alone.Never());
    }

    @Test
    void aReasonTakenOutIsRefusedAndTheTrapIsTold() {
        assertThat(model.add(Matter.PAID_OUT, "ice", true)).isTrue();
        assertThat(model.changes())
                .containsExactly(
                        "Paid-out: Ice is a reason from now on, and needs a note.",
                        "Paid-out: only the reasons of the list are taken from now on.");
        assertThat(model.words().traps(model.draftProperty().get()).getFirst())
                .startsWith("Paid-out: the till also offers Milk, ");
        written();
        assertThat(refusal(payOut("1.00"))).isEqualTo(Refusal.REASON_UNKNOWN);
        var ice = new Command.PayOut(TILL, Cash.of(station.money("1.00")), "ice", "");
        assertThat(refusal(station.order(ice))).isEqualTo(Refusal.NOTE_MISSING);
        model.reasons().takeOut(model.reasons().of(Matter.PAID_OUT).getFirst());
        written();
        assertThat(payOut("1.00")).isInstanceOf(Answer.Done.class);
    }

    @Test
    void aReasonIsAWordOnceAndKeepsItsPlace() {
        assertThat(model.add(Matter.OVER_SHORT, "Wrong Change", false)).isFalse();
        assertThat(model.noticeProperty().get().orElseThrow().key()).isEqualTo("settings.reasons.badWord");
        assertThat(model.add(Matter.OVER_SHORT, "wrong-change", false)).isTrue();
        assertThat(model.add(Matter.OVER_SHORT, "wrong-change", true)).isFalse();
        assertThat(model.add(Matter.OVER_SHORT, "unknown", true)).isTrue();
        var reasons = model.reasons();
        reasons.move(reasons.of(Matter.OVER_SHORT).getLast(), -1);
        written();
        assertThat(policy().reasons().stream().map(Policy.Reason::word)).containsExactly("unknown", "wrong-change");
    }

    @Test
    void aTillIsCountedAtLeastOnce() {
        model.counts(1);
        model.counts(0);
        written();
        assertThat(policy().counts()).isEqualTo(1);
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsToldAndKept() {
        limit(PAID_OUT, "20.00", "0");
        model.review();
        station.policy(new Policy(List.of(new Policy.Limit(Role.CASHIER, Matter.REFUND, "USD", 500)), List.of(), 2));
        assertThat(model.noticeProperty().get()).contains(Notice.of(Tone.WARNING, "settings.rules.meanwhile"));
        assertThat(model.meanwhileProperty().get())
                .anyMatch(each -> each.startsWith("A cashier gives back up to 5.00 USD"))
                .anyMatch(each -> each.startsWith("A till may be counted up to 2 times"));
        assertThat(model.changes()).hasSize(1).allMatch(each -> each.startsWith("A cashier pays out"));
        assertThat(model.reviewingProperty().get()).isTrue();
        model.write();
        Policy policy = policy();
        assertThat(policy.counts()).isEqualTo(2);
        assertThat(policy.allows(Role.CASHIER, Matter.REFUND, station.money("5.01")))
                .isFalse();
        assertThat(policy.allows(Role.CASHIER, Matter.PAID_OUT, station.money("20.01")))
                .isFalse();
        assertThat(policy.allows(Role.CASHIER, Matter.CORRECTION, station.money("9.00")))
                .isTrue();
    }

    @Test
    void aChangeTheScreenHasNotSeenYetIsNotWrittenOver() {
        var task = new ShopRules(station.desk);
        Rules seen = task.rules();
        station.policy(new Policy(List.of(), List.of(), 5));
        Rules wanted = seen.with(PAID_OUT, new Alone.Never());
        var session = station.session("bopha");
        var order = session.order(session.newId(), new Command.SetPolicy(wanted.policy()));
        assertThat(task.write(seen, wanted, order)).isEqualTo(new ShopRules.Outcome.ChangedMeanwhile());
        assertThat(policy().counts()).isEqualTo(5);
    }

    @Test
    void aFullDiskWritesNothingAndTheSameOrderIsGivenAgain() {
        limit(PAID_OUT, "20.00", "0");
        model.review();
        station.desk.record(false);
        model.write();
        assertThat(model.noticeProperty().get().orElseThrow().key()).isEqualTo("shell.error.journal");
        assertThat(model.reviewingProperty().get()).isTrue();
        station.desk.record(true);
        model.write();
        model.write();
        assertThat(station.desk.facts(PolicySet.class)).hasSize(1);
    }

    @Test
    void backKeepsTheDraftAndGivingUpDropsIt() {
        limit(PAID_OUT, "20.00", "0");
        model.review();
        model.back();
        assertThat(model.isDirty()).isTrue();
        model.giveUp();
        assertThat(model.isDirty()).isFalse();
        model.write();
        assertThat(station.desk.facts(PolicySet.class)).isEmpty();
    }

    @Test
    void aManagerReadsTheLimitsAndChangesNone() {
        model = model("maly");
        model.take(PAID_OUT, new Alone.Never());
        assertThat(model.mayChange()).isFalse();
        assertThat(model.isDirty()).isFalse();
    }

    @Test
    void aLimitInACurrencyOfAnotherShopStays() {
        var euro = new Policy.Limit(Role.CASHIER, Matter.PAID_OUT, "EUR", 700);
        station.policy(new Policy(List.of(euro), List.of(), 3));
        limit(PAID_OUT, "20.00", "0");
        written();
        assertThat(policy().limits()).contains(euro, new Policy.Limit(Role.CASHIER, Matter.PAID_OUT, "USD", 2000));
    }
}
