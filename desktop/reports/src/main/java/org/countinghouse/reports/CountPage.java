package org.countinghouse.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Denomination;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;

/// The last sealed count, by denomination: what was counted, what of it went to the safe, what stays as the float.
final class CountPage {
    private static final int PIECES = 2;
    private static final int DROPPED = 4;
    private static final int LEFT = 6;

    /// One denomination, or with no denomination what is known as a sum only.
    private record Heap(
            Currency currency,
            Optional<Money> denomination,
            Optional<Long> pieces,
            Optional<Long> droppedPieces,
            Money sum,
            Money dropped,
            boolean split) {}

    private final Binder binder;
    private final ShiftPapers papers;

    CountPage(Binder binder) {
        this.binder = binder;
        this.papers = binder.papers();
    }

    void write() {
        var heaps = papers.sealed().counted().stream()
                .flatMap(cash -> heaps(cash).stream())
                .toList();
        Table.Written written = table().write(binder, heaps);
        int first = 2;
        int total = written.last() + 2;
        for (Cash cash : papers.sealed().counted()) {
            int rows = heaps(cash).size();
            total(written.page(), cash.currency(), total++, first, first + rows - 1);
            first += rows;
        }
        binder.printArea(written.page(), total - 1, table().columns().size());
    }

    Table<Heap> table() {
        return new Table<>(
                "count",
                "n",
                List.of(
                        Column.text("currency", 14, row -> row.currency.code()),
                        Column.money("denomination", 18, row -> row.denomination),
                        Column.figures("pieces", 12, (row, _) -> whole(row.pieces)),
                        Column.figures("sum", 16, CountPage::sum),
                        Column.figures("dropPieces", 12, (row, _) -> whole(row.droppedPieces)),
                        Column.figures("drop", 16, CountPage::dropped),
                        Column.figures("leftPieces", 12, CountPage::leftPieces),
                        Column.figures("left", 16, this::left)));
    }

    private static Value whole(Optional<Long> number) {
        return number.<Value>map(Value.Whole::new).orElseGet(Value.Nothing::new);
    }

    private static Value sum(Heap row, int line) {
        return row.pieces.isPresent()
                ? new Value.Sum(Page.at(line, 1) + "*" + Page.at(line, PIECES), row.currency)
                : new Value.Amount(row.sum);
    }

    private static Value dropped(Heap row, int line) {
        if (row.droppedPieces.isPresent()) {
            return new Value.Sum(Page.at(line, 1) + "*" + Page.at(line, DROPPED), row.currency);
        }
        return row.denomination.isPresent() ? new Value.Nothing() : new Value.Amount(row.dropped);
    }

    private static Value leftPieces(Heap row, int line) {
        return row.pieces.isPresent() && row.droppedPieces.isPresent()
                ? new Value.Tally(Page.at(line, PIECES) + "-" + Page.at(line, DROPPED))
                : new Value.Nothing();
    }

    /// Where nobody wrote down which pieces went to the safe, only the sum that is left is known.
    private Value left(Heap row, int line) {
        if (row.split) {
            return new Value.Sum(Page.at(line, PIECES + 1) + "-" + Page.at(line, DROPPED + 1), row.currency);
        }
        return row.denomination.isPresent()
                ? new Value.Nothing()
                : new Value.Sum(
                        "SUMIFS(n_Sum,n_Currency," + Page.at(line, 0) + ")-" + Page.at(line, DROPPED + 1),
                        row.currency);
    }

    private List<Heap> heaps(Cash counted) {
        Currency currency = counted.currency();
        Money drop = papers.closingDrop(currency);
        Optional<Pieces> dropped = droppedPieces(currency);
        boolean split = counted.pieces().isPresent() && dropped.isPresent();
        var heaps = new ArrayList<Heap>();
        counted.pieces().ifPresent(pieces -> {
            for (Denomination denomination : currency.denominations()) {
                long face = denomination.minorUnits();
                heaps.add(new Heap(
                        currency,
                        Optional.of(currency.of(face)),
                        Optional.of(pieces.count(face)),
                        dropped.filter(_ -> split).map(known -> known.count(face)),
                        currency.zero(),
                        currency.zero(),
                        split));
            }
        });
        if (!split) {
            Money loose = counted.pieces().isPresent() ? currency.zero() : counted.amount();
            heaps.add(new Heap(currency, Optional.empty(), Optional.empty(), Optional.empty(), loose, drop, false));
        }
        return heaps;
    }

    /// The pieces that went to the safe; empty when they are not known of every drop.
    private Optional<Pieces> droppedPieces(Currency currency) {
        var drops = papers.closingDrops(currency);
        return drops.stream().allMatch(drop -> drop.pieces().isPresent())
                ? Optional.of(drops.stream()
                        .flatMap(drop -> drop.pieces().stream())
                        .reduce(Pieces.none(currency), Pieces::plus))
                : Optional.empty();
    }

    private void total(Page page, Currency currency, int line, int first, int last) {
        page.words(line, 0, currency.code(), Look.TOTAL);
        page.words(line, 1, binder.text("workbook.column.total"), Look.TOTAL);
        for (int column = PIECES; column <= LEFT; column += 2) {
            page.set(line, column, new Value.Tally("SUBTOTAL(9," + Page.range(first, last, column) + ")"), Look.TOTAL);
            page.set(
                    line,
                    column + 1,
                    new Value.Sum("SUBTOTAL(9," + Page.range(first, last, column + 1) + ")", currency),
                    Look.TOTAL);
        }
    }
}
