package org.countinghouse.reports.accounts;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.reports.Guarded;
import org.countinghouse.reports.accounts.Booking.Line;
import org.countinghouse.reports.accounts.CsvProfile.Column;
import org.countinghouse.resources.Texts;

/// Writes a journal as the files of a form. A journal that does not balance is not written.
public final class JournalFiles {
    private static final String MARK = "\ufeff";

    private final String shop;
    private final String taxRate;
    private final Texts texts;

    public JournalFiles(String shop, String taxRate, Texts texts) {
        this.shop = shop;
        this.taxRate = taxRate;
        this.texts = texts;
    }

    /// @param name of the file, without a folder
    public record Made(String name, byte[] bytes) {}

    /// @param stem what the files' names begin with
    /// @return at least one
    /// @throws IllegalArgumentException when debits are not credits: that would be our mistake
    public List<Made> write(Journal journal, JournalForm form, String stem) {
        if (!journal.isBalanced()) {
            throw new IllegalArgumentException("the journal does not balance: " + journal.totals());
        }
        return form.csv()
                .map(profile -> csv(journal, form, profile, stem))
                .orElseGet(() ->
                        List.of(made(stem + "." + form.extension(), new PlainTextJournal(shop, texts).text(journal))));
    }

    private List<Made> csv(Journal journal, JournalForm form, CsvProfile profile, String stem) {
        var whole = profile.byShift() ? journal.byShift(this::narration) : journal;
        var currencies = whole.currencies();
        if (!profile.fileForEachCurrency() || currencies.isEmpty()) {
            return parts(whole, form, profile, stem);
        }
        var files = new ArrayList<Made>();
        for (Currency currency : currencies) {
            String name = currencies.size() > 1 ? stem + "-" + currency.code() : stem;
            files.addAll(parts(whole.in(currency), form, profile, name));
        }
        return files;
    }

    private List<Made> parts(Journal journal, JournalForm form, CsvProfile profile, String stem) {
        var files = new ArrayList<Made>();
        for (List<Booking> part : parted(journal.bookings(), profile.mostLines())) {
            String number = files.isEmpty() ? "" : "-part-" + (files.size() + 1);
            files.add(made(stem + number + "." + form.extension(), text(part, profile)));
        }
        return files;
    }

    /// So many bookings at once as fit, and at least one.
    private static List<List<Booking>> parted(List<Booking> bookings, int mostLines) {
        var parts = new ArrayList<List<Booking>>();
        var part = new ArrayList<Booking>();
        int lines = 0;
        for (Booking booking : bookings) {
            if (!part.isEmpty() && lines + booking.lines().size() > mostLines) {
                parts.add(List.copyOf(part));
                part.clear();
                lines = 0;
            }
            part.add(booking);
            lines += booking.lines().size();
        }
        parts.add(part);
        return parts;
    }

    private String text(List<Booking> bookings, CsvProfile profile) {
        var text = new StringWriter();
        if (profile.mark()) {
            text.write(MARK);
        }
        var dates = DateTimeFormatter.ofPattern(profile.dates(), Locale.ENGLISH);
        var csv = CsvWriter.builder()
                .fieldSeparator(profile.separator())
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(0);
        var out = csv.build(text);
        out.writeRecord(profile.columns().stream().map(Column::heading).toList());
        for (Booking booking : bookings) {
            for (Line line : booking.lines()) {
                out.writeRecord(profile.columns().stream()
                        .map(column -> cell(column.content(), booking, line, dates))
                        .toList());
            }
        }
        return text.toString();
    }

    private String cell(CsvProfile.Content content, Booking booking, Line line, DateTimeFormatter dates) {
        return switch (content) {
            case DATE -> dates.format(booking.date());
            case REFERENCE -> Guarded.text(booking.reference());
            case TEXT -> Guarded.text(booking.text());
            case CODE -> Guarded.text(line.account().code());
            case NAME -> Guarded.text(line.account().name());
            case CURRENCY -> line.amount().currency().code();
            case DEBIT -> line.isDebit() ? line.amount().decimal() : "";
            case CREDIT -> line.isDebit() ? "" : line.amount().negated().decimal();
            case SIGNED -> line.amount().decimal();
            case TAX_RATE -> Guarded.text(taxRate);
            case NOTHING -> "";
        };
    }

    private String narration(Booking booking) {
        String currency = booking.lines().isEmpty()
                ? ""
                : booking.lines().getFirst().amount().currency().code();
        return texts.text(
                booking.shift().isPresent() ? "backoffice.accounts.narration" : "backoffice.accounts.narration.outside",
                Map.of(
                        "shop", shop,
                        "shift", booking.shift().map(ShiftId::toString).orElse(""),
                        "currency", currency,
                        "first", booking.first(),
                        "last", booking.last()));
    }

    private static Made made(String name, String text) {
        return new Made(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
