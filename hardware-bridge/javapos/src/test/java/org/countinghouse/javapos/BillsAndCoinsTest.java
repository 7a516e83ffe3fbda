package org.countinghouse.javapos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import jpos.BillAcceptorConst;
import jpos.JposConst;
import jpos.JposException;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.Devices;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Intent.Purpose;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.MoneyProtocol;
import org.countinghouse.device.spi.MoneyProtocol.Begun;
import org.countinghouse.device.spi.MoneyProtocol.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Up to four devices that are one machine.
class BillsAndCoinsTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final PlayedCash billsIn =
            PlayedVendor.sells(VendorKind.BILL_ACCEPTOR, "BillsIn", new PlayedCash("500:1,1000:0"));
    private final PlayedCash billsOut =
            PlayedVendor.sells(VendorKind.BILL_DISPENSER, "BillsOut", new PlayedCash("500:9,1000:9"));
    private final PlayedCash coinsIn =
            PlayedVendor.sells(VendorKind.COIN_ACCEPTOR, "CoinsIn", new PlayedCash("10:0,100:4"));
    private final PlayedCash coinsOut =
            PlayedVendor.sells(VendorKind.COIN_DISPENSER, "CoinsOut", new OldHopper("10:50,100:50"));
    private final Devices devices =
            open("&bill-acceptor=BillsIn&bill-dispenser=BillsOut&coin-acceptor=CoinsIn" + "&coin-dispenser=CoinsOut");
    private final MoneyProtocol money = devices.cashMachine().orElseThrow();

    /// A coin dispenser knows neither currency nor asynchronous payouts.
    public static final class OldHopper extends PlayedCash {
        OldHopper(String inside) {
            super(inside);
            async = false;
            currency = null;
        }
    }

    @AfterEach
    void close() {
        devices.close();
    }

    @Test
    void theyAreOneMachine() throws IOException {
        var greeting = money.greet(LIMIT);

        assertThat(greeting.slots())
                .extracting(slot -> slot.denomination().minorUnits() + (slot.note() ? " note" : " coin"))
                .containsExactly("10 coin", "100 coin", "500 note", "1000 note");
        assertThat(greeting.paysByAmount()).isFalse();
        assertThat(greeting.returnsDeposits()).isFalse();
        var holdings = money.look().holdings().orElseThrow();
        assertThat(holdings.in(Place.CASHBOX).total("EUR")).isEqualTo(500 + 400);
        assertThat(holdings.in(Place.RECYCLER).total("EUR")).isEqualTo(9 * 1500 + 50 * 110);
    }

    @Test
    void aPayoutIsDividedAmongThemNotesFirst() throws IOException {
        var sight = greeted();

        assertThat(money.begin(pay(pieces(500, 2).plus(pieces(10, 3))), sight, LIMIT, _ -> {}))
                .isEqualTo(new Begun.Accepted());
        assertThat(billsOut.dispensed).containsExactly("500:2");
        assertThat(coinsOut.dispensed).containsExactly("amount 30");
        billsOut.finishPayout();

        assertThat(money.follow(LIMIT))
                .as("a coin dispenser chooses its coins, so the pieces are not known")
                .isEqualTo(new Progress.Ended(
                        Cash.amount("EUR", 1030), Cash.none("EUR"), Optional.empty(), false, "the machine says so"));
    }

    @Test
    void whenTheSecondProvablyDoesNotPayTheEndSaysWhatTheFirstPaid() throws IOException {
        var sight = greeted();
        coinsOut.refusal = new JposException(JposConst.JPOS_E_ILLEGAL, "no such coin");

        assertThat(money.begin(pay(pieces(500, 1).plus(pieces(10, 1))), sight, LIMIT, _ -> {}))
                .isEqualTo(new Begun.Accepted());
        billsOut.finishPayout();

        assertThat(money.follow(LIMIT)).isInstanceOfSatisfying(Progress.Ended.class, ended -> {
            assertThat(ended.moved()).isEqualTo(Cash.of("EUR", pieces(500, 1)));
            assertThat(ended.fault()).contains(DeviceFault.REFUSED);
        });
    }

    @Test
    void whenTheSecondFailsNothingIsKnown() throws IOException {
        var sight = greeted();
        coinsOut.refusal = new JposException(JposConst.JPOS_E_FAILURE, "motor");

        assertThat(money.begin(pay(pieces(500, 1).plus(pieces(10, 1))), sight, LIMIT, _ -> {}))
                .isInstanceOf(Begun.Silence.class);
    }

    @Test
    void aDepositIsTheSumOfWhatBothTake() throws Exception {
        var sight = greeted();
        money.begin(intent(Purpose.TAKE, new Intent.Ask.Open("EUR")), sight, LIMIT, _ -> {});
        billsIn.comesIn("500:1");
        coinsIn.comesIn("10:2");

        assertThat(money.follow(LIMIT))
                .isEqualTo(new Progress.Moving(Cash.of("EUR", pieces(500, 1).plus(pieces(10, 2))), false));
        money.finish(true, LIMIT);

        assertThat(money.follow(LIMIT)).isInstanceOfSatisfying(Progress.Ended.class, ended -> {
            assertThat(ended.moved())
                    .as("acceptors give nothing back: the caller pays")
                    .isEqualTo(Cash.of("EUR", pieces(500, 1).plus(pieces(10, 2))));
            assertThat(ended.returned().isNone()).isTrue();
        });
        assertThat(billsIn.ended).containsExactly(BillAcceptorConst.BACC_DEPOSIT_COMPLETE);
        assertThat(coinsIn.ended).containsExactly(BillAcceptorConst.BACC_DEPOSIT_COMPLETE);
    }

    @Test
    void anySubsetWorks() throws IOException {
        devices.close();
        try (var two = open("&coin-acceptor=CoinsIn&coin-dispenser=CoinsOut")) {
            var coins = two.cashMachine().orElseThrow();
            var greeting = coins.greet(LIMIT);
            assertThat(greeting.paysByAmount()).isTrue();
            coins.begin(intent(Purpose.PAY, new Intent.Ask.Worth("EUR", 120)), coins.look(), LIMIT, _ -> {});
            assertThat(coins.follow(LIMIT))
                    .isInstanceOfSatisfying(
                            Progress.Ended.class,
                            ended -> assertThat(ended.moved()).isEqualTo(Cash.amount("EUR", 120)));
        }
        assertThat(coinsOut.dispensed).containsExactly("amount 120");
    }

    private Sight greeted() throws IOException {
        money.greet(LIMIT);
        return money.look();
    }

    private static Devices open(String parts) {
        var address = DeviceAddress.of("javapos:Kiosk?kind=bills-and-coins" + parts);
        return ((Devices.Connection.Connected) Devices.open(address, LIMIT)).devices();
    }

    private static Pieces pieces(int value, int count) {
        return Pieces.of(new Denomination("EUR", value), count);
    }

    private static Intent pay(Pieces pieces) {
        return intent(Purpose.PAY, new Intent.Ask.Exactly("EUR", pieces));
    }

    private static Intent intent(Purpose purpose, Intent.Ask ask) {
        return new Intent(UUID.randomUUID(), purpose, ask, "a test", Optional.empty());
    }
}
