package org.countinghouse.reports.accounts;

import java.util.Comparator;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.resources.Texts;

/// A journal for hledger and ledger. Every account and currency is declared and every amount is written out, so that
/// `hledger check --strict` proves that it balances. Amounts have a point and no thousands: `KHR 1,000` would be one
/// riel.
final class PlainTextJournal {
    private final String shop;
    private final Texts texts;

    PlainTextJournal(String shop, Texts texts) {
        this.shop = shop;
        this.texts = texts;
    }

    String text(Journal journal) {
        var text = new StringBuilder();
        text.append("; ").append(plain(shop)).append('\n');
        text.append("; ")
                .append(plain(texts.text("backoffice.accounts.journal.check")))
                .append('\n');
        text.append("decimal-mark .\n\n");
        journal.currencies().stream()
                .sorted(Comparator.comparing(Currency::code))
                .forEach(currency ->
                        text.append("commodity ").append(example(currency)).append('\n'));
        text.append('\n');
        journal.balances().stream()
                .map(Journal.Balance::account)
                .distinct()
                .forEach(
                        account -> text.append("account ").append(name(account)).append('\n'));
        journal.bookings().forEach(booking -> write(booking, text));
        return text.toString();
    }

    private static void write(Booking booking, StringBuilder text) {
        text.append('\n')
                .append(booking.date())
                .append(" * (")
                .append(plain(booking.reference()).replaceAll("[()]", ""))
                .append(") ");
        text.append(plain(booking.text())).append('\n');
        for (Booking.Line line : booking.lines()) {
            text.append("    ")
                    .append(name(line.account()))
                    .append("  ")
                    .append(amount(line.amount()))
                    .append('\n');
        }
    }

    private static String amount(Money money) {
        return money.currency().code() + " " + money.decimal();
    }

    /// `GBP 1000.00`, `KHR 1000.`: how many digits follow the point.
    private static String example(Currency currency) {
        return currency.code() + " 1000." + "0".repeat(currency.digits());
    }

    /// Two blanks would end an account's name, and a semicolon or a bar mean something.
    private static String name(BookAccount account) {
        return plain(account.code() + " " + account.name()).replaceAll("^[\\[(*!~=]+|[\\])]+$", "");
    }

    private static String plain(String text) {
        return text.replaceAll("[\\p{Cc};|]+", " ").strip().replaceAll("\\s{2,}", " ");
    }
}
