package org.countinghouse.app.till;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.OpenPayment.Due;
import org.junit.jupiter.api.Test;

class DuePaymentTest {
    private final TillFixture at = new TillFixture(true);
    private final DuePayment payment = new DuePayment(at.till);

    private Optional<Due> due() {
        return payment.dueProperty().getValue();
    }

    private Due begin(String amount) {
        at.type(amount);
        at.till.enter();
        return due().orElseThrow();
    }

    @Test
    void nothingIsDueWhileNobodyPays() {
        at.type("12.50");
        assertThat(due()).isEmpty();
    }

    @Test
    void whatIsLeftFollowsWhatWasGiven() {
        var begun = begin("12.50");
        assertThat(begun.left()).isEqualTo(at.station.money("12.50"));
        assertThat(payment.deposited(begun.payment(), at.station.money("10.00")))
                .isTrue();
        assertThat(due().orElseThrow())
                .isEqualTo(new Due(begun.payment(), at.station.money("2.50"), at.station.money("10.00")));
        assertThat(at.sales()).isEmpty();
    }

    @Test
    void anotherCustomersDepositIsNotTaken() {
        begin("12.50");
        assertThat(payment.deposited(UUID.randomUUID(), at.station.money("12.50")))
                .isFalse();
        assertThat(at.sales()).isEmpty();
    }

    /// The machine never took it: the books know nothing of a deposit.
    @Test
    void aDepositThatIsNotInTheBooksSellsNothing() {
        var begun = begin("12.50");
        payment.deposited(begun.payment(), at.station.money("12.50"));
        assertThat(at.sales()).isEmpty();
        assertThat(at.till.noticeProperty().get()).map(Notice::key).contains("refused.deposit-too-small");
    }
}
