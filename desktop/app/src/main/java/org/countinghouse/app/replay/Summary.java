package org.countinghouse.app.replay;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.app.shell.Workplace;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.count.OverShort;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.store.Verification;
import tools.jackson.databind.json.JsonMapper;

/// What an import came to. The sums are asked of the ledger, not of the import.
///
/// @param acknowledged entries the cloud has; empty when nothing was copied
record Summary(
        int tickets,
        int lines,
        SortedMap<String, Integer> skipped,
        int faults,
        long sales,
        Money gross,
        long zReports,
        Money overShort,
        Verification verification,
        Optional<Long> acknowledged,
        long salesPerSecond) {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /// How long this run took, and how many sales an earlier one had done.
    record Pace(long salesBefore, long nanos) {}

    static Summary of(TillLog log, Workplace stage, Currency currency, Pace pace, Optional<Long> acknowledged) {
        TillId till = stage.till();
        Verification verification = stage.verify().get();
        return stage.desk().ask(books -> {
            long sales = books.perpetual(till).times(Line.SALES, currency);
            return new Summary(
                    log.ticketsSeen(),
                    log.lines(),
                    log.skipped(),
                    log.faults().size(),
                    sales,
                    books.grandTotal(till, currency).sales(),
                    books.till(till).zNumber(),
                    overShort(books, till, currency),
                    verification,
                    acknowledged,
                    (sales - pace.salesBefore()) * NANOS_PER_SECOND / Math.max(pace.nanos(), 1));
        });
    }

    /// The account holds what is missing from the till, so its sign is the other way round.
    private static Money overShort(Books books, TillId till, Currency currency) {
        return books.balance(Account.overShort(till), currency).negated();
    }

    boolean isWhole() {
        return verification instanceof Verification.Whole;
    }

    private Map<String, String> rows() {
        var rows = new LinkedHashMap<String, String>();
        rows.put("tickets", number(tickets));
        rows.put("lines", number(lines));
        rows.put(
                "lines skipped",
                number(skipped.values().stream().mapToInt(Integer::intValue).sum() + faults));
        skipped.forEach((why, count) -> rows.put("  " + why, number(count)));
        rows.put("  cannot be read", number(faults));
        rows.put("sales", number(sales));
        rows.put("gross", gross + " (" + number(gross.minorUnits()) + " minor units)");
        rows.put("Z reports", number(zReports));
        rows.put("over/short", OverShort.of(overShort).name().toLowerCase(Locale.ROOT) + " " + overShort.absolute());
        rows.put("chain", chain());
        rows.put(
                "acknowledged by the cloud",
                acknowledged.map(Summary::number).map(n -> n + " entries").orElse("nothing was copied"));
        rows.put("speed", number(salesPerSecond) + " durable sales/s");
        return rows;
    }

    private String chain() {
        return switch (verification) {
            case Verification.Whole whole ->
                "verified, " + number(whole.entries()) + " entries, head "
                        + whole.head().shortHex();
            case Verification.WholeFrom whole ->
                "verified from entry " + number(whole.anchor().sequence());
            case Verification.Broken broken -> "BROKEN at entry " + broken.sequence() + " (" + broken.fault() + ")";
            case Verification.BooksDiffer differ ->
                "BOOKS DIFFER: " + differ.found() + ", expected " + differ.expected();
        };
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    void print(PrintStream out) {
        rows().forEach((name, value) -> out.printf("%-27s %s%n", name, value));
    }

    /// Leaves the same in the folder, for people (`replay.txt`) and for programs (`replay.json`).
    void write(Path folder) {
        try {
            Files.createDirectories(folder);
            try (var text = new PrintStream(Files.newOutputStream(folder.resolve("replay.txt")))) {
                print(text);
            }
            Files.write(
                    folder.resolve("replay.json"),
                    new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(figures()));
        } catch (IOException e) {
            throw new StationFault("cannot write the summary into " + folder + ": " + e.getMessage(), e);
        }
    }

    private Map<String, Object> figures() {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("tickets", tickets);
        figures.put("lines", lines);
        figures.put(
                "skippedLines",
                skipped.values().stream().mapToInt(Integer::intValue).sum() + faults);
        figures.put("sales", sales);
        figures.put("grossMinorUnits", gross.minorUnits());
        figures.put("zReports", zReports);
        figures.put("overShortMinorUnits", overShort.minorUnits());
        figures.put("chainWhole", isWhole());
        acknowledged.ifPresent(count -> figures.put("acknowledged", count));
        return figures;
    }
}
