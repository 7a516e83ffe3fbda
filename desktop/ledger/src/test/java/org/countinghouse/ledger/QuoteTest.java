package org.countinghouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countinghouse.ledger.Day.CHF;
import static org.countinghouse.ledger.Day.KHR;
import static org.countinghouse.ledger.Day.USD;
import static org.countinghouse.ledger.Day.day;

import java.util.List;
import java.util.Map;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.ExchangeRate;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.ledger.till.TillId;
import org.junit.jupiter.api.Test;

/// What is told of a sale before it is made is what the books make of it.
class QuoteTest {
    private static final TillId TILL = new TillId("1");

    private final Day shop = day(USD, """
            as sok
            rate USD KHR take 4100 give 4000 worth 4050
            as dara
            float USD 100.00 KHR 400000
            """);
    private final List<ExchangeRate> rates = List.of(shop.books.rate(USD, KHR).orElseThrow());

    @Test
    void aQuoteSettlesAsTheSaleThatIsMadeOfIt() {
        var sell = sell(USD.of(10_37), List.of(cash(USD.of(20_00))), Cash.of(USD.of(9_00)), Cash.of(KHR.of(2_500)));
        var quoted = Quote.of(sell, rates);
        shop.then("pay 10.37 USD 20.00 change USD 9.00 KHR 2500");
        assertThat(quoted).isEqualTo(new Quote.Settles(made()));
    }

    @Test
    void whatTheBooksRefuseIsRefusedBefore() {
        assertThat(why(sell(USD.of(10_37), List.of(cash(KHR.of(42_400)))))).isEqualTo(Refusal.NOT_ENOUGH_TENDERED);
        assertThat(why(sell(USD.of(10_37), List.of(cash(USD.of(20_00)), cash(KHR.of(1_000))))))
                .isEqualTo(Refusal.TENDER_NOT_NEEDED);
        assertThat(why(sell(USD.of(10_37), List.of(Tendered.of(Tender.CARD, USD.of(11_00))))))
                .isEqualTo(Refusal.CHANGE_ONLY_FROM_CASH);
        assertThat(why(sell(USD.of(10_37), List.of(cash(KHR.of(20_000)), cash(CHF.of(5_00))))))
                .isEqualTo(Refusal.MIXED_CURRENCIES);
        assertThat(why(sell(USD.of(10_37), List.of(cash(CHF.of(20_00)))))).isEqualTo(Refusal.NO_RATE);
        assertThat(why(sell(USD.of(Money.LARGEST), List.of(cash(KHR.of(Money.LARGEST))))))
                .isIn(Refusal.AMOUNT_TOO_LARGE, Refusal.NOT_ENOUGH_TENDERED);
    }

    @Test
    void aQuoteWithoutItsRateIsRefusedByName() {
        assertThat(Quote.of(sell(USD.of(10_37), List.of(cash(KHR.of(50_000)))), List.of()))
                .isEqualTo(new Quote.Refused(Refusal.NO_RATE, Map.of("currency", "USD", "other", "KHR")));
    }

    private SaleMade made() {
        return shop.entries.stream()
                .map(entry -> entry.fact())
                .filter(SaleMade.class::isInstance)
                .map(SaleMade.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private Refusal why(Command.Sell sell) {
        return switch (Quote.of(sell, rates)) {
            case Quote.Refused(var why, var _) -> why;
            case Quote.Settles(var sale) -> throw new AssertionError(sale);
        };
    }

    private static Command.Sell sell(Money total, List<Tendered> tenders, Cash... change) {
        return new Command.Sell(TILL, total, List.of(), tenders, List.of(change), "");
    }

    private static Tendered cash(Money amount) {
        return Tendered.of(Tender.CASH, amount);
    }
}
