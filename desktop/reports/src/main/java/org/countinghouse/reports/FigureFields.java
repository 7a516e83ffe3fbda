package org.countinghouse.reports;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.report.Figures;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.ledger.report.Tally;
import org.countinghouse.ledger.till.Tender;

/// The figures of an X or Z slip, one currency after the other. An amount of nothing is not told.
final class FigureFields {
    private final SlipPad pad;
    private final Figures figures;

    FigureFields(SlipPad pad, Figures figures) {
        this.pad = pad;
        this.figures = figures;
    }

    /// The currencies the figures speak of, in the shop's order.
    static List<Currency> currencies(Letterhead letterhead, Figures figures) {
        var codes = figures.tallies().stream()
                .map(tally -> tally.currency())
                .filter(code -> !code.isEmpty())
                .distinct()
                .map(letterhead::currency)
                .toList();
        return letterhead.currencies().stream().filter(codes::contains).toList();
    }

    /// Sales and refunds, apart, and how they were paid; then the till's cash, line by line as it adds
    /// up to the expected.
    ///
    /// @param droppedAtClose what of the safe drops happened after the count; it stands apart
    Fields of(Currency currency, Money droppedAtClose) {
        var fields = new Fields().put("currency", currency.code()).list("otherTenders", List.of());
        trade(fields, currency);
        cash(fields, currency, droppedAtClose);
        return fields;
    }

    private void trade(Fields fields, Currency currency) {
        Money sales = amount(Line.SALES, currency);
        Money refunds = amount(Line.REFUNDS, currency);
        fields.put("sales", Amounts.grouped(sales))
                .put("salesTimes", Long.toString(figures.times(Line.SALES, currency)))
                .list("salesTenders", tenders(Line.TENDERED, currency))
                .put("refunds", Amounts.grouped(refunds))
                .put("refundsTimes", Long.toString(figures.times(Line.REFUNDS, currency)))
                .list("refundTenders", tenders(Line.REFUNDED, currency))
                .put("net", Amounts.grouped(sales.minus(refunds)))
                .put("exchange", told(amount(Line.EXCHANGE, currency)))
                .put("rounding", told(amount(Line.ROUNDING, currency)))
                .put("voided", told(amount(Line.VOIDS, currency).negated()))
                .put("late", told(late(currency)))
                .put("recounted", told(amount(Line.RECOUNTED, currency)))
                .put("machineOverShort", told(amount(Line.MACHINE_OVER_SHORT, currency)))
                .put("machineOwed", told(amount(Line.MACHINE_OWED, currency)));
    }

    private void cash(Fields fields, Currency currency, Money droppedAtClose) {
        Money opening = amount(Line.OPENING_OVER_SHORT, currency);
        fields.put("openingFloat", Amounts.grouped(amount(Line.OPENING_FLOAT, currency)))
                .put("openingOverShort", opening.isZero() ? "" : pad.overShort(opening))
                .put("cashSales", told(figures.amount(Line.TENDERED, Tender.CASH, currency)))
                .put(
                        "cashRefunds",
                        told(figures.amount(Line.REFUNDED, Tender.CASH, currency)
                                .negated()))
                .put("paidIn", told(amount(Line.PAID_IN, currency)))
                .put("paidOut", told(amount(Line.PAID_OUT, currency).negated()))
                .put("floatLoan", told(amount(Line.FLOAT_LOAN, currency)))
                .put("handoverOverShort", told(amount(Line.HANDOVER_OVER_SHORT, currency)))
                .put("handedOver", told(amount(Line.HANDED_OVER, currency).negated()))
                .put("received", told(amount(Line.RECEIVED, currency)))
                .put("transferOut", told(amount(Line.TRANSFER_OUT, currency).negated()))
                .put("transferIn", told(amount(Line.TRANSFER_IN, currency)))
                .put("owedPaid", told(amount(Line.OWED_PAID, currency).negated()))
                .put("corrected", told(amount(Line.CORRECTED, currency)))
                .put("safeDrop", told(droppedAtClose.minus(amount(Line.SAFE_DROP, currency))));
    }

    /// Tenders that are not cash, and nothing that cash could be worked out from: a template cannot
    /// print what it does not get.
    Fields withoutCash(Currency currency) {
        var others = Stream.of(Tender.values())
                .filter(tender -> tender != Tender.CASH)
                .flatMap(tender -> Stream.concat(
                        other(Line.TENDERED, tender, currency, name(tender)),
                        other(
                                Line.REFUNDED,
                                tender,
                                currency,
                                pad.text("report.line.refunded", Map.of("tender", name(tender))))))
                .toList();
        return new Fields().put("currency", currency.code()).list("otherTenders", others);
    }

    /// How often things happened that are of no one currency.
    void times() {
        long training = figures.times(Line.TRAINING);
        pad.put("noSales", Long.toString(figures.times(Line.NO_SALE)))
                .put("voids", Long.toString(timesInAll(Line.VOIDS)))
                .put("copies", Long.toString(figures.times(Line.COPIES)))
                .put("training", training > 0 ? Long.toString(training) : "");
    }

    /// What belongs to closed business dates and came later; it moved no cash of this period.
    private Money late(Currency currency) {
        return amount(Line.LATE_SALES, currency)
                .minus(amount(Line.LATE_REFUNDS, currency))
                .plus(amount(Line.LATE_PAID_IN, currency))
                .minus(amount(Line.LATE_PAID_OUT, currency))
                .plus(amount(Line.LATE_CORRECTIONS, currency));
    }

    private Stream<Fields> other(Line line, Tender tender, Currency currency, String label) {
        return isTold(line, tender, currency)
                ? Stream.of(new Fields()
                        .put("label", label)
                        .put("amount", Amounts.grouped(figures.amount(line, tender, currency))))
                : Stream.of();
    }

    private List<Fields> tenders(Line line, Currency currency) {
        return Stream.of(Tender.values())
                .filter(tender -> isTold(line, tender, currency))
                .map(tender -> new Fields()
                        .put("tender", name(tender))
                        .put("amount", Amounts.grouped(figures.amount(line, tender, currency))))
                .toList();
    }

    private Money amount(Line line, Currency currency) {
        return figures.amount(line, currency);
    }

    private static String told(Money amount) {
        return amount.isZero() ? "" : Amounts.grouped(amount);
    }

    private String name(Tender tender) {
        return pad.text("till.tender." + tender.word());
    }

    private boolean isTold(Line line, Tender tender, Currency currency) {
        return figures.tallies().stream()
                .anyMatch(tally -> tally.line() == line
                        && tally.tender().equals(tender.word())
                        && tally.currency().equals(currency.code()));
    }

    /// How often a line occurred, in whatever currency.
    private long timesInAll(Line line) {
        return figures.tallies().stream()
                .filter(tally -> tally.line() == line)
                .mapToLong(Tally::times)
                .sum();
    }
}
