package org.countinghouse.app.till;

import static org.assertj.core.api.Assertions.assertThat;

import org.countinghouse.app.shell.Destination.Move.Kind;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.PaysByMachine;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.ledger.till.FloatLoaned;
import org.countinghouse.ledger.till.NoSale;
import org.countinghouse.ledger.till.PaidIn;
import org.countinghouse.ledger.till.PaidOut;
import org.countinghouse.ledger.till.RefundMade;
import org.countinghouse.ledger.till.SafeDropped;
import org.countinghouse.ledger.till.Tender;
import org.junit.jupiter.api.Test;

class MoveViewModelTest {
    private final TillFixture at = new TillFixture(true);
    private int closed;

    @Test
    void aPaidOutNeedsAnAmountAndAReason() {
        var move = begin(Kind.PAID_OUT);
        move.entry().type("12");
        assertThat(move.completeProperty().get()).isFalse();
        choose(move, "milk");
        assertThat(move.completeProperty().get()).isTrue();
        move.noteProperty().set("two crates");
        move.act();
        var out = at.station.desk.facts(PaidOut.class).getFirst();
        assertThat(out.reason()).isEqualTo("milk");
        assertThat(out.note()).isEqualTo("two crates");
        assertThat(out.amount().amount()).isEqualTo(at.station.money("12.00"));
        assertThat(closed).isEqualTo(1);
        assertThat(at.drawer.openings).isEqualTo(1);
        assertThat(at.till.noticeProperty().get()).map(Notice::key).hasValue("till.paidOut.done");
    }

    @Test
    void aPaidInEntersTheTill() {
        var move = begin(Kind.PAID_IN);
        move.entry().type("5.50");
        choose(move, "money-found");
        move.act();
        assertThat(at.station.desk.facts(PaidIn.class)).hasSize(1);
    }

    @Test
    void aDropNeedsTheNumberOfItsBag() {
        var move = begin(Kind.SAFE_DROP);
        move.entry().type("50");
        assertThat(move.completeProperty().get()).isFalse();
        move.bagProperty().set(" 17 ");
        move.act();
        assertThat(at.station.desk.facts(SafeDropped.class).getFirst().bag()).isEqualTo("17");
    }

    @Test
    void aLoanComesFromTheSafe() {
        var move = begin(Kind.FLOAT_LOAN);
        move.entry().type("20");
        move.act();
        assertThat(at.station.desk.facts(FloatLoaned.class)).hasSize(1);
    }

    @Test
    void theDrawerOpensWithoutASaleForAReasonOnly() {
        var move = begin(Kind.NO_SALE);
        move.act();
        assertThat(at.drawer.openings).isZero();
        choose(move, "check-drawer");
        move.act();
        assertThat(at.station.desk.facts(NoSale.class)).hasSize(1);
        assertThat(at.drawer.openings).isEqualTo(1);
    }

    @Test
    void aRefundFindsItsSaleAndNeverGivesBackMore() {
        at.type("8");
        at.till.enter();
        at.till.exact();
        long number = at.till.lastProperty().get().orElseThrow().entry().sequence();
        var move = begin(Kind.REFUND);
        move.findSale(Long.toString(number));
        assertThat(move.entry().amount()).hasValue(at.station.money("8.00"));
        move.entry().clear();
        move.entry().type("9");
        choose(move, "not-fresh");
        move.act();
        assertThat(move.noticeProperty().get()).map(Notice::key).hasValue("refused.refund-exceeds-sale");
        assertThat(closed).isZero();
        move.entry().clear();
        move.entry().type("8");
        move.act();
        assertThat(at.station.desk.facts(RefundMade.class)).hasSize(1);
        assertThat(closed).isEqualTo(1);
    }

    @Test
    void aRefundToACardLeavesTheDrawerShut() {
        var move = begin(Kind.REFUND);
        move.entry().type("8");
        move.tenderProperty().set(Tender.CARD);
        choose(move, "not-fresh");
        move.act();
        assertThat(at.station.desk.facts(RefundMade.class).getFirst().tender()).isEqualTo(Tender.CARD);
        assertThat(at.drawer.openings).isZero();
    }

    @Test
    void aReceiptNobodyKnowsIsTold() {
        var move = begin(Kind.REFUND);
        move.findSale("4711");
        assertThat(move.noticeProperty().get()).map(Notice::key).hasValue("refused.sale-not-found");
    }

    @Test
    void pressingTwiceMovesOnce() {
        var move = begin(Kind.PAID_OUT);
        move.entry().type("12");
        choose(move, "milk");
        move.act();
        move.act();
        assertThat(at.station.desk.facts(PaidOut.class)).hasSize(1);
    }

    private MoveViewModel begin(Kind kind) {
        var move = new MoveViewModel(
                at.session, at.trade, SampleStation.atOnce(), at.till, PaysByMachine.NOT_CONNECTED, () -> closed++);
        move.begin(kind);
        return move;
    }

    private static void choose(MoveViewModel move, String word) {
        var chosen = move.reasons(move.kindProperty().get().orElseThrow()).stream()
                .filter(reason -> reason.word().equals(word))
                .findFirst();
        assertThat(chosen).isPresent();
        move.reasonProperty().set(chosen);
    }
}
