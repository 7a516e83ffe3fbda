package org.countinghouse.app.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Glass;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.resources.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlindCountTest {
    /// Whatever the day was, nothing on the screens a cashier sees before the seal says what is expected.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theExpectedSumIsNowhereOnTheScreenBeforeTheSeal(long seed) {
        var station = SampleStation.bakery();
        Money expected = tradeForADay(station, new Random(seed));
        try (var glass = new Glass(station, seed % 2 == 0 ? Language.ENGLISH : Language.KHMER)) {
            glass.signIn("dara");
            glass.await("#moves");
            says(glass, expected, false);
            glass.go(new Destination.Reports(), "#printX");
            glass.await(".report-row");
            says(glass, expected, false);
            glass.go(new Destination.Entries(), "#table");
            says(glass, expected, false);
            glass.go(new Destination.Count(), "#seal");
            says(glass, expected, false);
            glass.type("#pieces-2000", "3");
            says(glass, expected, false);
            glass.press("#seal");
            glass.await("#close");
            says(glass, expected, true);
        }
    }

    private static void says(Glass glass, Money expected, boolean said) {
        assertThat(glass.words().stream()
                        .anyMatch(word -> word.contains(Amounts.text(expected)) || word.contains(expected.decimal())))
                .isEqualTo(said);
    }

    private static Money tradeForADay(SampleStation station, Random chance) {
        var till = station.shop.till();
        var currency = station.shop.mainCurrency();
        Money expected = currency.of(10_007 + chance.nextInt(5_000));
        station.order(new Command.OpenShift(till, List.of(Cash.of(expected)), Optional.empty()));
        for (int sale = 0; sale < 5 + chance.nextInt(20); sale++) {
            Money total = currency.of(101 + chance.nextInt(3_000));
            var tender = chance.nextInt(4) == 0 ? Tender.CARD : Tender.CASH;
            station.order(new Command.Sell(
                    till, total, List.of(), List.of(Tendered.of(tender, total)), Optional.empty(), ""));
            expected = tender == Tender.CASH ? expected.plus(total) : expected;
        }
        Money out = currency.of(203 + chance.nextInt(700));
        station.order(new Command.PayOut(till, Cash.of(out), "milk", ""));
        return expected.minus(out);
    }
}
