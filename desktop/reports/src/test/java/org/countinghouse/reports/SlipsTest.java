package org.countinghouse.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countinghouse.reports.ShopDay.GBP;
import static org.countinghouse.reports.ShopDay.KHR;
import static org.countinghouse.reports.ShopDay.TILL;
import static org.countinghouse.reports.ShopDay.USD;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countinghouse.device.Line;
import org.countinghouse.device.Slip;
import org.countinghouse.ledger.count.TillCounted;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.ExchangeRate;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.till.Exchange;
import org.countinghouse.ledger.till.PaidOut;
import org.countinghouse.ledger.till.RefundMade;
import org.countinghouse.ledger.till.SafeDropped;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.ledger.till.Settlement;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SlipsTest {
    private static final int PAPER = 42;
    private static final Instant AFTERNOON = Instant.parse("2026-11-20T09:00:00Z");
    private static final String TRADING = ShiftWorkbookTest.BAKERY.replaceAll("(?m)^(count|close).*$", "");

    private final ShopDay day = ShopDay.of(ShiftWorkbookTest.BAKERY, GBP);

    private Slip z() {
        return ZSlip.of(day.last(ZReported.class), day.head(), day.letterhead());
    }

    @Test
    void theZSlipAddsUpFromTheFloatToWhatIsLeft() {
        assertThat(z().asText(PAPER)).contains("""
                Cash in the till
                Opening float                       200.00
                Cash sales net of change             47.80
                Cash refunds                         -4.20
                Paid-in                              10.00
                Paid-out                            -12.00
                Float loans                          20.00
                Safe drops                         -150.00
                Expected                            111.60
                Counted                             111.10
                Over/short                      short 0.50
                Taken to the safe                    50.00
                Left in the till                     61.10
                """);
    }

    @Test
    void theZSlipKeepsSalesAndRefundsApartAndByTender() {
        assertThat(z().asText(PAPER))
                .contains("""
                Sales (3)                            65.80
                  Cash                               47.80
                  Card                               18.00
                Refunds (2)                           7.20
                  Cash                                4.20
                  Card                                3.00
                Net sales                            58.60
                """)
                .contains("""
                Drawer opened without a sale             1
                Sales taken back                         0
                Copies of Z reports                      0
                ------------------------------------------
                Grand totals, never reset
                Sales                            65.80 GBP
                Refunds                           7.20 GBP
                Net sales                        58.60 GBP
                """)
                .contains("Z REPORT 1", "Entries 3 to 17", "Dara Chan", "2026-11-20 12:40");
    }

    @Test
    void theZSlipCarriesTheHeadOfTheLedger() {
        assertThat(z().asText(PAPER)).contains("Ledger head a3f9 01bc 77de");
        assertThat(z().lines())
                .filteredOn(Line.Qr.class::isInstance)
                .containsExactly(new Line.Qr("counter-1/1/18/" + ShopDay.HASH, "counter-1/1/18"));
    }

    @Test
    void aReprintSaysThatItIsACopyAndIsElseTheSame() {
        String copy = ZSlip.copy(2, day.last(ZReported.class), day.head(), day.letterhead())
                .asText(PAPER);

        assertThat(copy).startsWith("                  COPY 2\n").endsWith(z().asText(PAPER));
    }

    @Test
    void everyCurrencyOfAZHasItsOwnFigures() {
        var two = ShopDay.of(ShiftWorkbookTest.TWO_CURRENCIES, USD, KHR);

        assertThat(ZSlip.of(two.last(ZReported.class), two.head(), two.letterhead())
                        .asText(PAPER))
                .contains("""
                        Expected                             62.00
                        Counted                              60.00
                        Over/short                      short 2.00
                        """)
                .contains("Over/short                           exact")
                .contains("Expected                           233,000");
    }

    @Test
    void aZOfTwoShiftsSaysWhoseCountItShows() {
        var two = ShopDay.of("""
                open      100.00 GBP
                sale        5.00 GBP
                count     105.00 GBP
                close-only
                open      105.00 GBP
                sale        6.00 GBP
                count     111.00 GBP
                close      10.00 GBP
                """, GBP);

        assertThat(ZSlip.of(two.last(ZReported.class), two.head(), two.letterhead())
                        .asText(PAPER))
                .contains("Shift                             1-1, 1-2")
                .contains("""
                        Shift                                  1-2
                        Expected                            111.00
                        Counted                             111.00
                        Over/short                           exact
                        """)
                .contains("Safe drops                          -10.00");
    }

    private static Slip x(ShopDay open, XSlip.CashFigures cash) {
        var shift = open.books.openShift(TILL).orElseThrow();
        return XSlip.of(shift, open.books.figures(shift.id()), AFTERNOON, open.head(), cash, open.letterhead());
    }

    @Test
    void nothingPrintsTheExpectedCashBeforeTheCountIsSealed() {
        var open = ShopDay.of(TRADING, GBP);

        assertThat(x(open, XSlip.CashFigures.SHOWN).asText(PAPER))
                .contains("Safe drops                         -150.00")
                .doesNotContain("Expected", "111.60");
        assertThat(CountSheet.blank(new ShiftId(TILL, 1), open.letterhead()).asText(PAPER))
                .contains("50.00 ×")
                .doesNotContain("Expected", "111.60");
        open.happen("count 111.10* GBP");
        assertThat(x(open, XSlip.CashFigures.SHOWN).asText(PAPER))
                .contains("Expected                            111.60", "short 0.50");
    }

    @Test
    void aCountThatNoLongerHoldsHidesTheExpectedCashAgain() {
        var open = ShopDay.of(TRADING + "count 111.10* GBP\nsale 1.00 GBP", GBP);

        assertThat(x(open, XSlip.CashFigures.SHOWN).asText(PAPER)).doesNotContain("Expected");
    }

    @Test
    void whoCountsBlindCannotWorkTheCashOut() {
        var open = ShopDay.of(TRADING + "count 111.10* GBP", GBP);
        String blind = x(open, XSlip.CashFigures.HIDDEN).asText(PAPER);

        assertThat(blind)
                .contains("Card                                 18.00", "Cash figures stay hidden")
                .doesNotContain("65.80", "47.80", "4.20", "7.20", "58.60", "200.00", "150.00", "111.60", "111.10");
    }

    @Test
    void aReceiptTellsWhatWasBoughtGivenAndReturned() {
        var shop = ShopDay.of("open 50.00 GBP \n sale 12.30 GBP given 20", GBP);

        assertThat(SaleReceipt.of(shop.last(SaleMade.class), shop.letterhead()).asText(PAPER))
                .contains("""
                        Total                            12.30 GBP
                        Given: Cash                          20.00
                        Change                                7.70
                        """);
        assertThat(SaleReceipt.copy(1, day.last(SaleMade.class), day.letterhead())
                        .asText(PAPER))
                .contains("COPY 1", "1 × croissant                        18.00", "Given: Card")
                .doesNotContain("Change");
    }

    /// 20.00 for 10.37: 9.00 back in dollars, 0.63 in riel at the shop's rate, rounded to a note.
    @Test
    void aReceiptTellsTheChangeInTheOtherCurrencyWithItsRate() {
        var rate = new ExchangeRate(
                USD.of(100),
                KHR.of(4100),
                KHR.of(4000),
                KHR.of(4050),
                "National Bank",
                Instant.parse("2026-11-21T01:00:00Z"));
        var sale = new SaleMade(
                new TillId("1"),
                USD.of(10_37),
                List.of(),
                List.of(Tendered.of(Tender.CASH, USD.of(15_00)), Tendered.of(Tender.CASH, KHR.of(20_500))),
                Cash.of(USD.of(9_00)),
                "",
                Optional.of(new Settlement(
                        List.of(Exchange.taken(rate, USD.of(5_00)), Exchange.given(rate, USD.of(63))),
                        List.of(KHR.of(20)),
                        List.of(Cash.of(KHR.of(2500))))));
        var shop = ShopDay.of("open 50.00 USD 200000 KHR \n sale 5.00 USD given 5", USD, KHR);

        assertThat(SaleReceipt.of(shop.last(SaleMade.class).with(sale), shop.letterhead())
                        .asText(PAPER))
                .contains("""
                        Total                            10.37 USD
                        Given: Cash                          15.00
                        Given: Cash                     20,500 KHR
                        Change                                9.00
                        Change                           2,500 KHR
                        1.00 USD =                       4,100 KHR
                        1.00 USD =                       4,000 KHR
                        Rounding                            20 KHR
                        """);
    }

    @Test
    void aVoucherNamesReasonBagPiecesAndWhoApproved() {
        assertThat(CashMoveSlip.of(day.last(PaidOut.class), day.letterhead()).asText(PAPER))
                .contains(
                        "PAID-OUT",
                        "Reason                                milk",
                        "two litres",
                        "12.00 GBP",
                        "Signature, receiver");
        assertThat(CashMoveSlip.of(day.last(SafeDropped.class), day.letterhead())
                        .asText(PAPER))
                .contains("SAFE DROP", "bag 17", "1 × 50.00                            50.00");
        assertThat(CashMoveSlip.of(day.last(RefundMade.class), day.letterhead()).asText(PAPER))
                .contains("REFUND", "Approved by                       Sok Heng", "Card", "3.00 GBP");
    }

    @Test
    void aSealedCountShowsItsPieces() {
        assertThat(CountSheet.sealed(day.last(TillCounted.class), day.letterhead())
                        .asText(PAPER))
                .contains("""
                        2 × 50.00                           100.00
                        1 × 10.00                            10.00
                        1 × 1.00                              1.00
                        1 × 0.10                              0.10
                        Counted                             111.10
                        """)
                .doesNotContain("111.60");
    }

    @Test
    void anEntryOfAnotherKindIsRefused() {
        var opened = day.entries.getFirst();

        assertThatThrownBy(() -> ZSlip.of(opened, day.head(), day.letterhead())).hasMessage("entry 1 is no Z report");
        assertThatThrownBy(() -> SaleReceipt.of(opened, day.letterhead())).hasMessage("entry 1 is no sale");
        assertThatThrownBy(() -> CountSheet.sealed(opened, day.letterhead())).hasMessage("entry 1 is no count");
        assertThatThrownBy(() -> CashMoveSlip.of(opened, day.letterhead()))
                .hasMessage("entry 1 (shop-set-up) has no voucher");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void slipsSpeakTheShopsLanguage(Language language) {
        var texts = Texts.load(language);
        String slip = ZSlip.of(day.last(ZReported.class), day.head(), day.letterhead(language))
                .asText(PAPER);

        assertThat(slip).contains(texts.text("slip.expected"), texts.text("slip.grandTotals"), "111.60");
    }

    @Test
    void peopleReadThousandsApart() {
        assertThat(Amounts.grouped(KHR.of(1_234_567))).isEqualTo("1,234,567");
        assertThat(Amounts.grouped(GBP.of(-100_000_050))).isEqualTo("-1,000,000.50");
        assertThat(Amounts.grouped(GBP.of(99_999))).isEqualTo("999.99");
        assertThat(Amounts.grouped(GBP.zero())).isEqualTo("0.00");
    }
}
