package org.countinghouse.app.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.app.device.PretendMachine;
import org.countinghouse.app.machine.Movement.Phase;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.approval.Policy;
import org.countinghouse.ledger.machine.OwedPaid;
import org.countinghouse.ledger.machine.OwedWrittenOff;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a cashier does with the machine, on the real books. The machine is a protocol here; one on a cable is tried in
/// [MachineOnACableTest].
class MovementViewModelTest {
    private final PretendMachine machine = new PretendMachine().filled(Map.of(20, 5, 10, 5, 5, 5, 1, 10));
    private final MachineFixture at = new MachineFixture(SampleShop.PHNOM_PENH, machine::devices);

    @AfterEach
    void close() {
        at.close();
    }

    private UUID deposit(String due) {
        var payment = at.pays(due);
        at.until(() -> at.on(() -> at.movement.isDue()));
        at.act(at.movement::deposit);
        at.until(at::isTaking);
        return payment;
    }

    private void insert(int... notes) {
        machine.insert(notes);
    }

    private void taken(String amount) {
        at.until(() -> at.on(() -> at.movement
                .movementProperty()
                .get()
                .filter(now -> now.moved().equals(at.usd(amount)))
                .isPresent()));
    }

    @Test
    void theSaleIsWhatIsDueAndTheRestComesBackAsChange() {
        deposit("15.00");
        insert(10);
        taken("10.00");
        assertThat(at.on(
                        () -> at.movement.movementProperty().get().orElseThrow().left()))
                .contains(at.usd("5.00"));
        insert(10);
        at.until(() -> at.told().equals("machine.outcome.paid"));
        assertThat(at.sales).hasSize(1);
        assertThat(at.station.desk.facts(SaleMade.class))
                .extracting(SaleMade::total)
                .containsExactly(at.usd("15.00"));
        assertThat(at.owedInBooks()).isEqualTo("[]");
        assertThat(machine.commands()).isEqualTo(2);
    }

    @Test
    void anExactDepositIsASaleAndNothingMore() {
        int before = at.on(() -> at.movement.soldProperty().get());
        deposit("20.00");
        insert(20);
        at.until(() -> at.on(() -> at.movement.soldProperty().get()) == before + 1);
        assertThat(at.sales).hasSize(1);
        assertThat(machine.commands()).isEqualTo(1);
        assertThat(at.owedInBooks()).isEqualTo("[]");
    }

    @Test
    void aHeldEnterMakesOneDeposit() {
        at.pays("20.00");
        at.until(() -> at.on(() -> at.movement.isDue()));
        at.act(() -> {
            for (int press = 0; press < 20; press++) {
                at.movement.deposit();
            }
        });
        at.until(at::isTaking);
        at.act(() -> {
            at.movement.deposit();
            at.movement.pay(at.usd("5.00"));
        });
        insert(20);
        at.until(at::isIdle);
        at.act(at.movement::keep);
        assertThat(at.sales).hasSize(1);
        assertThat(machine.commands()).isEqualTo(1);
    }

    @Test
    void aCancelledDepositWritesNoSaleAndGivesEverythingBack() {
        deposit("50.00");
        insert(20, 5);
        taken("25.00");
        at.act(() -> {
            at.movement.cancel();
            at.movement.cancel();
            at.movement.keep();
        });
        at.until(() -> at.told().equals("machine.outcome.paid"));
        assertThat(at.station.desk.facts(SaleMade.class)).isEmpty();
        assertThat(at.owedInBooks()).isEqualTo("[]");
        assertThat(machine.commands()).isEqualTo(2);
    }

    @Test
    void aPartIsTakenAndTheRestIsLeftToPay() {
        deposit("50.00");
        insert(20);
        taken("20.00");
        at.act(at.movement::keep);
        at.until(at::isIdle);
        assertThat(at.sales).isEmpty();
        assertThat(at.on(() -> at.dueProperty().getValue().orElseThrow().left()))
                .isEqualTo(at.usd("30.00"));
        assertThat(at.owedInBooks()).isEqualTo("[-20.00 USD]");
        assertThat(at.on(at.owed::owed)).as("the payment has it").isEmpty();
    }

    @Test
    void aDepositDoesNotPayForTheNextCustomer() {
        deposit("20.00");
        at.pays("7.00");
        insert(20);
        at.until(() -> at.told().equals("machine.unclaimed"));
        assertThat(at.sales).isEmpty();
        at.until(() -> at.on(at.owed::owed).toString().equals("[-20.00 USD]"));
        at.act(() -> at.movement.pay(at.usd("20.00")));
        at.until(() -> at.told().equals("machine.outcome.paid"));
        assertThat(at.owedInBooks()).isEqualTo("[]");
    }

    @Test
    void aDepositThatEndsWithNobodyAtTheCounterWaitsAndIsUsedOnce() {
        deposit("20.00");
        at.act(at.session::end);
        insert(20);
        at.until(() -> at.told().equals("machine.unclaimed"));
        assertThat(at.sales).isEmpty();
        at.act(() -> at.session.begin(at.station.person("dara")));
        at.until(() -> at.on(
                        () -> at.movement.unclaimed(at.dueProperty().getValue().orElseThrow()))
                .equals(at.usd("20.00")));
        at.act(() -> {
            at.movement.useDeposit();
            at.movement.useDeposit();
        });
        assertThat(at.sales).hasSize(1);
        assertThat(at.owedInBooks()).isEqualTo("[]");
    }

    @Test
    void aJamInTheChangeShowsWhatIsOwedAndTheTillPaysItOnce() {
        deposit("75.00");
        machine.jamAfter(1);
        insert(100);
        at.until(() -> at.told().equals("machine.outcome.paid-part"));
        at.until(() -> at.on(at.owed::owed).toString().equals("[-5.00 USD]"));
        at.act(() -> {
            at.owed.payFromTill(at.usd("5.00").negated());
            at.owed.payFromTill(at.usd("5.00").negated());
        });
        at.until(() -> at.on(at.owed::owed).isEmpty());
        assertThat(at.station.desk.facts(OwedPaid.class)).hasSize(1);
        assertThat(at.drawerOpened).isEqualTo(1);
        assertThat(at.sales).hasSize(1);
    }

    @Test
    void whatIsOwedIsWrittenOffByAManagerWithAReason() {
        deposit("20.00");
        at.paysNothing();
        insert(20);
        at.until(() -> at.on(at.owed::owed).toString().equals("[-20.00 USD]"));
        at.act(() -> {
            at.owed.noteProperty().set("gone");
            at.owed.writeOff(at.usd("20.00").negated());
        });
        assertThat(at.station.desk.facts(OwedWrittenOff.class))
                .as("a cashier does not")
                .isEmpty();
        at.act(() -> {
            at.session.begin(at.station.person("maly"));
            at.owed.noteProperty().set("");
            at.owed.writeOff(at.usd("20.00").negated());
        });
        assertThat(at.station.desk.facts(OwedWrittenOff.class))
                .as("without a reason")
                .isEmpty();
        at.act(() -> {
            at.owed.noteProperty().set("the customer is gone");
            at.owed.writeOff(at.usd("20.00").negated());
        });
        at.until(() -> at.on(at.owed::owed).isEmpty());
        assertThat(at.station.desk.facts(OwedWrittenOff.class)).hasSize(1);
    }

    @Test
    void aRefundIsPaidOnceByTheMachine() {
        var refund = UUID.randomUUID();
        at.until(() -> at.on(at.movement::isConnected));
        at.act(() -> at.movement.payBack(refund, at.usd("5.00")));
        at.until(() -> at.told().equals("machine.outcome.paid"));
        at.act(() -> at.movement.payBack(refund, at.usd("5.00")));
        at.until(at::isIdle);
        assertThat(machine.commands()).isEqualTo(1);
    }

    @Test
    void anAmountTheMachineCannotMakeStaysOwed() {
        at.until(() -> at.on(at.movement::isConnected));
        at.act(() -> at.movement.pay(at.usd("900.00")));
        at.until(() -> at.told().equals("machine.outcome.cannot-make"));
        assertThat(machine.commands()).isZero();
        assertThat(at.owedInBooks()).isEqualTo("[]");
    }

    @Test
    void aPowerCutInTheMiddleOfADepositIsOfferedAgain() {
        deposit("20.00");
        insert(20);
        machine.fallSilent();
        at.cutThePower(() -> machine.speakAgain(true));
        at.until(() -> at.on(() ->
                at.settle.doubtProperty().get().filter(Doubt::isForAPerson).isPresent()));
        at.act(() -> {
            at.settle.entry().type("20");
            at.settle.settle();
        });
        assertThat(at.on(() -> at.settle.doubtProperty().get()))
                .as("a cashier settles nothing")
                .isPresent();
        at.act(() -> {
            at.session.begin(at.station.person("maly"));
            at.settle.settle();
            at.settle.settle();
        });
        at.until(() -> at.on(() -> at.settle.doubtProperty().get().isEmpty()));
        at.until(() -> at.on(at.owed::owed).toString().equals("[-20.00 USD]"));
        assertThat(at.sales).as("nothing is sold by itself").isEmpty();
        at.act(at.movement::useDeposit);
        assertThat(at.sales).hasSize(1);
        assertThat(at.owedInBooks()).isEqualTo("[]");
    }

    @Test
    void whatAPersonTypesSaysWhatIsStillOwedBeforeItIsWritten() {
        at.until(() -> at.on(at.movement::isConnected));
        machine.dieAtTheNextCommand();
        at.act(() -> at.movement.pay(at.usd("25.00")));
        at.until(() -> at.told().equals("machine.outcome.open"));
        at.until(() -> at.on(() -> at.settle.doubtProperty().get().isPresent()));
        at.act(() -> at.settle.entry().type("20"));
        assertThat(at.on(at.settle::consequence).orElseThrow())
                .hasFieldOrPropertyWithValue("key", "machine.settle.then-owed")
                .extracting(told -> told.details().get("amount"))
                .isEqualTo("5.00 USD");
        at.act(() -> at.movement.pay(at.usd("1.00")));
        at.until(() -> at.told().equals("machine.outcome.not-started"));
        assertThat(machine.commands()).as("nothing else is paid meanwhile").isEqualTo(1);
    }

    @Test
    void aSecondPersonAgreesWhereItDiffersByMoreThanTheShopAllows() {
        at.station.policy(
                new Policy(List.of(new Policy.Limit(Role.MANAGER, Matter.OVER_SHORT, "USD", 100)), List.of(), 3));
        at.until(() -> at.on(at.movement::isConnected));
        machine.dieAtTheNextCommand();
        at.act(() -> at.movement.pay(at.usd("25.00")));
        at.until(() -> at.on(() -> at.settle.doubtProperty().get().isPresent()));
        machine.speakAgain(true);
        at.act(at.settle::askAgain);
        at.until(() -> at.on(() ->
                at.settle.doubtProperty().get().filter(Doubt::isForAPerson).isPresent()));
        at.act(() -> {
            at.session.begin(at.station.person("maly"));
            at.settle.entry().type("20");
            at.settle.settle();
        });
        at.until(() -> at.on(() -> !at.settle.pendingProperty().get()));
        assertThat(at.on(() -> at.settle.noticeProperty().get()))
                .map(Notice::key)
                .contains("refused.needs-approval");
        at.approvals = (_, _) -> Optional.of("bopha");
        at.act(at.settle::settle);
        at.until(() -> at.on(() -> at.settle.doubtProperty().get().isEmpty()));
        assertThat(at.owedInBooks()).isEqualTo("[20.00 USD]");
    }

    @Test
    void theMachineIsFilledFromTheSafe() {
        at.act(() -> at.session.begin(at.station.person("maly")));
        at.until(() -> at.on(at.movement::isConnected));
        at.act(() -> at.movement.fill(at.station.shop.mainCurrency()));
        at.until(at::isTaking);
        insert(50, 50);
        taken("100.00");
        assertThat(at.on(
                        () -> at.movement.movementProperty().get().orElseThrow().phase()))
                .as("nobody knows how much comes")
                .isEqualTo(Phase.TAKING);
        at.act(at.movement::keep);
        at.until(() -> at.told().equals("machine.filled"));
        assertThat(at.owedInBooks()).isEqualTo("[]");
    }

    @Test
    void whatTheLedgerDoesNotAllowIsToldAndNothingMoves() {
        at.station.desk.record(false);
        at.pays("20.00");
        at.until(() -> at.on(() -> at.movement.isDue()));
        at.act(at.movement::deposit);
        at.until(() -> at.told().equals("machine.outcome.not-started"));
        assertThat(machine.commands()).isZero();
    }
}
