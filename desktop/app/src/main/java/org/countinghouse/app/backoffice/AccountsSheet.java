package org.countinghouse.app.backoffice;

import java.util.List;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Sheet;
import org.countinghouse.app.shell.Sheet.Column;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.reports.accounts.Journal;
import org.countinghouse.resources.Texts;

/// The columns and words of a journal on the screen.
final class AccountsSheet {
    private AccountsSheet() {}

    static Sheet<AccountsRow> of(Texts texts) {
        return new Sheet<>(List.of(
                Column.words("date", title(texts, "date"), AccountsRow::date),
                Column.number(
                        "entry", title(texts, "entry"), row -> row.booking().first()),
                Column.words("shift", title(texts, "shift"), AccountsRow::shift),
                Column.words("text", title(texts, "text"), row -> row.booking().text()),
                Column.words(
                        "code",
                        title(texts, "code"),
                        row -> row.line().account().code()),
                Column.words(
                        "account",
                        title(texts, "account"),
                        row -> row.line().account().name()),
                Column.money("debit", title(texts, "debit"), AccountsRow::debit),
                Column.money("credit", title(texts, "credit"), AccountsRow::credit)));
    }

    private static String title(Texts texts, String word) {
        return texts.text("backoffice.accounts." + word);
    }

    /// What an entry is called in a file.
    static Journal.Wording words(Session session) {
        var words = new EntryWords(session);
        return entry -> text(words, entry);
    }

    private static String text(EntryWords words, Entry entry) {
        String detail = words.detail(entry.fact());
        String kind = words.kind(entry.fact().kind());
        return detail.isBlank() ? kind : kind + ": " + detail;
    }
}
