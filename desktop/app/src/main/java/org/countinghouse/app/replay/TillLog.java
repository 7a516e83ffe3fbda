package org.countinghouse.app.replay;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.SaleLine;

/// A till log and its price list, read and checked as a whole before anything is written.
///
/// @param days the tickets of each trading day, in the order of their times
/// @param lines how many lines the log has, the header left out
/// @param ticketsSeen how many ticket numbers occur, with or without a sale
/// @param skipped lines that are no sale, by reason
/// @param faults lines that cannot be read; the whole ticket they belong to is left out
record TillLog(
        SortedMap<LocalDate, List<Ticket>> days,
        int lines,
        int ticketsSeen,
        SortedMap<String, Integer> skipped,
        List<Fault> faults) {
    /// @param number the log's own number
    record Ticket(String number, LocalDate date, LocalTime time, List<SaleLine> lines) {
        Money total() {
            return lines.stream().map(SaleLine::total).reduce(Money::plus).orElseThrow();
        }
    }

    /// A line that cannot be read.
    record Fault(Path file, long line, String reason) {
        @Override
        public String toString() {
            return file + " line " + line + ": " + reason;
        }
    }

    /// Words the log uses for lines that are no sale.
    private static final Set<String> NO_SALE = Set.of("NONE", "Adjustment");

    private static final List<String> LOG_COLUMNS = List.of("Date", "Time", "Transaction", "Item");
    private static final List<String> PRICE_COLUMNS = List.of("item", "unit_price_pence");

    /// @param strict whether the first line that cannot be read ends it
    /// @throws StationFault when a file is missing or is no such list, or at the first fault when strict
    static TillLog read(Path log, Path prices, Currency currency, boolean strict) {
        return new Reader(log, strict).read(new Reader(prices, strict).prices(currency));
    }

    /// One price list's content, with the lines of it that cannot be read.
    private record Prices(Map<String, Money> byItem, List<Fault> faults) {}

    private static final class Reader {
        private final Path file;
        private final boolean strict;
        private final List<Fault> faults = new ArrayList<>();
        private final SortedMap<String, Integer> skipped = new TreeMap<>();
        private final Set<String> badTickets = new HashSet<>();
        private final Map<String, Ticket> tickets = new HashMap<>();
        private final Set<String> seen = new HashSet<>();
        private int lines;

        Reader(Path file, boolean strict) {
            this.file = file;
            this.strict = strict;
        }

        Prices prices(Currency currency) {
            var byItem = new HashMap<String, Money>();
            each(PRICE_COLUMNS, row -> {
                String item = row.getField("item");
                Optional<Money> price = price(row.getField("unit_price_pence"), currency);
                if (price.isEmpty()) {
                    fault(
                            row,
                            "\"" + row.getField("unit_price_pence") + "\" is no price: write whole minor units of "
                                    + currency);
                } else if (byItem.put(item, price.get()) != null) {
                    fault(row, "the item \"" + item + "\" has a price already");
                }
            });
            return new Prices(byItem, faults);
        }

        private static Optional<Money> price(String text, Currency currency) {
            return text.matches("[0-9]{1,12}") && Long.parseLong(text) > 0
                    ? Optional.of(currency.of(Long.parseLong(text)))
                    : Optional.empty();
        }

        TillLog read(Prices prices) {
            faults.addAll(prices.faults());
            each(LOG_COLUMNS, row -> line(row, prices.byItem()));
            var days = new TreeMap<LocalDate, List<Ticket>>();
            for (Ticket ticket : tickets.values()) {
                if (!badTickets.contains(ticket.number()) && !ticket.lines().isEmpty()) {
                    days.computeIfAbsent(ticket.date(), _ -> new ArrayList<>()).add(ticket);
                }
            }
            days.values()
                    .forEach(day -> day.sort(Comparator.comparing(Ticket::time)
                            .thenComparing(
                                    Ticket::number,
                                    Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))));
            return new TillLog(days, lines, seen.size(), skipped, List.copyOf(faults));
        }

        private void line(NamedCsvRecord row, Map<String, Money> prices) {
            lines++;
            String number = row.getField("Transaction");
            String item = row.getField("Item");
            if (!number.matches("[0-9]{1,18}")) {
                fault(row, "\"" + number + "\" is no ticket number");
                return;
            }
            seen.add(number);
            Optional<Ticket> ticket = ticket(row, number);
            if (ticket.isEmpty()) {
                badTickets.add(number);
            } else if (NO_SALE.contains(item)) {
                skipped.merge("item " + item, 1, Integer::sum);
            } else if (prices.containsKey(item)) {
                ticket.get().lines().add(new SaleLine(item, 1, prices.get(item)));
            } else {
                badTickets.add(number);
                fault(row, "the price list has no item \"" + item + "\"; ticket " + number + " is left out");
            }
        }

        /// The ticket a line belongs to: the first line of it says when it was.
        private Optional<Ticket> ticket(NamedCsvRecord row, String number) {
            try {
                LocalDate date = LocalDate.parse(row.getField("Date"));
                LocalTime time = LocalTime.parse(row.getField("Time"));
                Ticket ticket = tickets.computeIfAbsent(number, _ -> new Ticket(number, date, time, new ArrayList<>()));
                if (!ticket.date().equals(date)) {
                    fault(row, "ticket " + number + " is of " + ticket.date() + ", this line says " + date);
                    return Optional.empty();
                }
                return Optional.of(ticket);
            } catch (DateTimeParseException e) {
                fault(row, "\"" + e.getParsedString() + "\" is no date or time; ticket " + number + " is left out");
                return Optional.empty();
            }
        }

        private void each(List<String> columns, Consumer<NamedCsvRecord> row) {
            if (!Files.isReadable(file)) {
                throw new StationFault("cannot read " + file + ": there is no such file, or it may not be read");
            }
            try (var rows = CsvReader.builder()
                    .allowMissingFields(true)
                    .allowExtraFields(true)
                    .ofNamedCsvRecord(file)) {
                for (NamedCsvRecord each : rows) {
                    if (!each.getHeader().containsAll(columns)) {
                        throw new StationFault(
                                file + " line 1: the columns must be " + columns + ", found " + each.getHeader());
                    }
                    if (each.getFieldCount() != each.getHeader().size()) {
                        lines++;
                        fault(
                                each,
                                "the line has " + each.getFieldCount() + " fields, not "
                                        + each.getHeader().size());
                    } else {
                        row.accept(each);
                    }
                }
            } catch (IOException | UncheckedIOException | CsvParseException e) {
                throw new StationFault("cannot read " + file + ": " + e.getMessage(), e);
            }
        }

        private void fault(NamedCsvRecord row, String reason) {
            var fault = new Fault(file, row.getStartingLineNumber(), reason);
            if (strict) {
                throw new StationFault(fault + ". Nothing was imported (--strict)");
            }
            faults.add(fault);
        }
    }

    int tickets() {
        return days.values().stream().mapToInt(List::size).sum();
    }

    int skippedLines() {
        return skipped.values().stream().mapToInt(Integer::intValue).sum() + faults.size();
    }
}
