package org.countinghouse.javapos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.CashMachine;
import org.countinghouse.device.money.FileIntentJournal;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.IntentState;
import org.countinghouse.device.money.Outcome;
import org.countinghouse.device.money.Waits;
import org.countinghouse.device.spi.MoneyProtocol.Evidence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A vendor's changer under the exactly-once core: JavaPOS tells little, and what it does not tell is proved.
class JavaPosMachineTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Waits SHORT = new Waits(
            Duration.ofSeconds(4),
            Duration.ofSeconds(1),
            Duration.ofMillis(400),
            Duration.ofMillis(400),
            Duration.ofSeconds(1),
            Duration.ofMillis(10),
            Duration.ofMillis(20),
            Duration.ofMillis(50),
            Duration.ZERO);

    private final String name = "Core " + NUMBER.incrementAndGet();
    private final MovingCash metal = PlayedVendor.sells(VendorKind.CASH_CHANGER, name, new MovingCash("10:9;500:9"));

    @TempDir
    Path folder;

    private FileIntentJournal journal;
    private CashMachine machine;

    @BeforeEach
    void start() throws IOException {
        journal = FileIntentJournal.at(folder.resolve("journal"));
        machine = machine();
    }

    private CashMachine machine() {
        var address = DeviceAddress.of("javapos:" + name + "?kind=cash-changer");
        var devices = ((Devices.Connection.Connected) Devices.open(address, SHORT.greet())).devices();
        return CashMachine.over(devices.cashMachine().orElseThrow(), journal, SHORT);
    }

    @AfterEach
    void stop() throws IOException {
        metal.recovery.countDown();
        machine.close();
        journal.close();
    }

    @Test
    void aPayoutIsProvedByTheMachinesAnswer() {
        assertThat(machine.pay(pay(10, 2))).isInstanceOfSatisfying(Outcome.Settled.class, settled -> {
            assertThat(settled.state()).isEqualTo(IntentState.SETTLED_FULL);
            assertThat(settled.by()).isEqualTo(Evidence.ANSWER);
        });
        assertThat(metal.paid).isEqualTo(20);
    }

    @Test
    void whatCameOutOfABrokenPayoutIsProvedByWhatIsInside() {
        metal.breaksAfter = 2;

        assertThat(machine.pay(pay(500, 3))).isInstanceOfSatisfying(Outcome.Settled.class, settled -> {
            assertThat(settled.state()).isEqualTo(IntentState.SETTLED_PARTIAL);
            assertThat(settled.moved()).isEqualTo(Cash.of("EUR", pieces(500, 2)));
            assertThat(settled.by()).isEqualTo(Evidence.INVENTORY);
            assertThat(settled.remainder()).isEqualTo(500);
        });
        assertThat(metal.paid).isEqualTo(1000);
    }

    @Test
    void anEventThatNeverComesIsNotWaitedForForever() {
        metal.waits = true;

        assertThat(machine.pay(pay(500, 1)))
                .as("the vendor forgot to tell the end, so what is inside tells it")
                .isInstanceOfSatisfying(Outcome.Settled.class, settled -> {
                    assertThat(settled.state()).isEqualTo(IntentState.SETTLED_FULL);
                    assertThat(settled.by()).isEqualTo(Evidence.INVENTORY);
                });
        assertThat(metal.dispensed).hasSize(1);
    }

    @Test
    void aVendorThatHangsInThePayoutIsNotPaidAgain() {
        metal.hangsAt = "dispense";

        assertThat(machine.pay(pay(500, 1))).isNotInstanceOf(Outcome.NotStarted.class);
        metal.recovery.countDown();
        metal.hangsAt = "";
        for (var record : machine.open()) {
            assertThat(record.state().isSettled()).isFalse();
        }
        assertThat(metal.dispensed.size()).isLessThanOrEqualTo(1);
    }

    @Test
    void aDepositIsTakenAndKept() throws Exception {
        var intent = new Intent(
                UUID.randomUUID(), Intent.Purpose.TAKE, new Intent.Ask.Open("EUR"), "a sale", Optional.empty());
        var outcome = machine.perform(intent, _ -> {});
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (!metal.calls.contains("beginDeposit") && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        metal.comesIn("10:1;500:1");
        machine.finish(false);

        assertThat(outcome.get(5, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        Outcome.Settled.class,
                        settled -> assertThat(settled.moved())
                                .isEqualTo(Cash.of("EUR", pieces(10, 1).plus(pieces(500, 1)))));
        assertThat(metal.inside).isEqualTo("10:10;500:10");
    }

    private static Pieces pieces(int value, int count) {
        return Pieces.of(new Denomination("EUR", value), count);
    }

    private static Intent pay(int value, int count) {
        return new Intent(
                UUID.randomUUID(),
                Intent.Purpose.PAY,
                new Intent.Ask.Exactly("EUR", pieces(value, count)),
                "change",
                Optional.empty());
    }
}
