package org.countinghouse.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.countinghouse.app.shell.Sheet.Column;
import org.countinghouse.ledger.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SheetTest {
    private static final SampleStation SHOP = SampleStation.bakery();

    private record Row(long number, String what, Money amount) {}

    private static final Column<Row> NUMBER = Column.number("number", "No.", Row::number);
    private static final Column<Row> WHAT = Column.words("what", "What", Row::what);
    private static final Column<Row> AMOUNT = Column.money("amount", "Amount", row -> List.of(row.amount()));

    private final Sheet<Row> sheet = new Sheet<>(List.of(NUMBER, WHAT, AMOUNT));

    @BeforeEach
    void fill() {
        sheet.setAll(List.of(row(9, "Milk", "-12.00"), row(10, "Sale of bread", "3.50"), row(11, "=SUM(A1)", "7.25")));
    }

    @Test
    void everyWordLookedForMustBeInItsColumn() {
        sheet.want(WHAT, "bread SALE");
        assertThat(numbers()).containsExactly(10L);
        sheet.want(NUMBER, "1");
        assertThat(numbers()).containsExactly(10L);
        sheet.want(WHAT, " ");
        assertThat(numbers()).containsExactly(10L, 11L);
    }

    @Test
    void aSumIsComparedInWholeUnits() {
        sheet.want(AMOUNT, ">3");
        assertThat(numbers()).containsExactly(10L, 11L);
        sheet.want(AMOUNT, "< 0");
        assertThat(numbers()).containsExactly(9L);
        sheet.want(AMOUNT, ">");
        assertThat(numbers()).as("no bound is a text to look for").isEmpty();
    }

    @Test
    void theTotalIsThatOfTheRowsThatMatch() {
        assertThat(sheet.total(AMOUNT)).containsExactly(SHOP.money("-1.25"));
        sheet.want(WHAT, "bread");
        assertThat(sheet.total(AMOUNT)).containsExactly(SHOP.money("3.50"));
        assertThat(sheet.total(WHAT)).isEmpty();
    }

    @Test
    void numbersAreSortedAsNumbers() {
        sheet.shown().setComparator(NUMBER.order());
        assertThat(numbers()).containsExactly(9L, 10L, 11L);
        sheet.shown().setComparator(AMOUNT.order());
        assertThat(numbers()).containsExactly(9L, 10L, 11L);
    }

    @Test
    void whatIsCopiedHasHeadersAndNoFormula() {
        assertThat(sheet.copied(sheet.shown(), List.of(WHAT, AMOUNT)))
                .isEqualTo("What\tAmount\nMilk\t\u221212.00 GBP\nSale of bread\t3.50 GBP\n'=SUM(A1)\t7.25 GBP\n");
    }

    private List<Long> numbers() {
        return sheet.shown().stream().map(Row::number).toList();
    }

    private static Row row(long number, String what, String amount) {
        return new Row(number, what, SHOP.money(amount));
    }
}
