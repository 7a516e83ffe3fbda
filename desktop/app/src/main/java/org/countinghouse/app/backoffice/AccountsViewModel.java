package org.countinghouse.app.backoffice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.countinghouse.app.backoffice.Period.Preset;
import org.countinghouse.app.backoffice.ShopAccounts.Found;
import org.countinghouse.app.backoffice.ShopAccounts.Wish;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Sheet;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.reports.accounts.AccountMap;
import org.countinghouse.reports.accounts.Journal;
import org.countinghouse.reports.accounts.JournalForm;

/// A period as the accountant's books take it, and the files of it.
public final class AccountsViewModel {
    /// So many lines are shown; files hold all.
    static final int MOST_SHOWN = 20_000;

    private final Session session;
    private final ShopAccounts task;
    private final Background background;
    private final AccountMapViewModel map;
    private final ExportHistoryViewModel history;
    private final PeriodChoice choice = new PeriodChoice();
    private final Sheet<AccountsRow> sheet;
    private final ObservableList<AccountsScope> scopes = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<AccountsScope>> scope = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<JournalForm> form = new SimpleObjectProperty<>(JournalForm.GENERIC);
    private final ReadOnlyObjectWrapper<Optional<Preview>> preview = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyLongWrapper progress = new ReadOnlyLongWrapper(0);
    private Optional<Found> found = Optional.empty();
    private Look now = new Look();

    /// One look at a period.
    private static final class Look {
        private volatile boolean stopped;
    }

    /// What is shown of a scope.
    ///
    /// @param guessed accounts of the ledger without a line of their own, and which line took them
    record Preview(
            AccountsScope scope,
            List<Entry> entries,
            List<AccountsRow> rows,
            long lines,
            List<Journal.Total> totals,
            boolean balanced,
            Map<String, AccountMap.Found> guessed) {}

    public AccountsViewModel(Session session, ShopAccounts task, ExportHistory history, Background background) {
        this.session = session;
        this.task = task;
        this.background = background;
        this.sheet = AccountsSheet.of(session.texts());
        this.map = new AccountMapViewModel(session, task, background, this::show);
        this.history = new ExportHistoryViewModel(session, task, history, background);
        choose(Preset.MONTH);
    }

    PeriodChoice choice() {
        return choice;
    }

    AccountMapViewModel map() {
        return map;
    }

    ExportHistoryViewModel history() {
        return history;
    }

    Sheet<AccountsRow> sheet() {
        return sheet;
    }

    ObservableList<AccountsScope> scopes() {
        return scopes;
    }

    ReadOnlyObjectProperty<Optional<AccountsScope>> scopeProperty() {
        return scope;
    }

    ObjectProperty<JournalForm> formProperty() {
        return form;
    }

    ReadOnlyObjectProperty<Optional<Preview>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty savingProperty() {
        return saving.getReadOnlyProperty();
    }

    /// Of a hundred.
    ReadOnlyLongProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// In training nothing is handed out, and the page says so.
    boolean exportsAnything() {
        return task.exportsAnything();
    }

    /// Whether what is shown may be saved: read to the end, nothing left out, and in balance.
    BooleanBinding savable() {
        return Bindings.createBooleanBinding(
                () -> !saving.get()
                        && !reading.get()
                        && preview.get()
                                .filter(each -> each.balanced() && each.lines() > 0)
                                .isPresent()
                        && found.filter(each -> each.whole() && !each.hidden()).isPresent(),
                saving,
                reading,
                preview);
    }

    void choose(Preset preset) {
        choice.choose(preset, task.today());
        look();
    }

    void look() {
        now.stopped = true;
        notice.set(Optional.empty());
        var period = choice.period();
        if (period.isEmpty()) {
            notice.set(Optional.of(Notice.of(Tone.WARNING, "backoffice.period.unreadable")));
            return;
        }
        var mine = new Look();
        now = mine;
        reading.set(true);
        progress.set(0);
        boolean blind = session.countsBlind();
        background.run(
                () -> task.read(period.get(), blind, done -> {
                    background.show(() -> progress.set(done));
                    return !mine.stopped;
                }),
                read -> show(mine, read),
                told -> {
                    reading.set(false);
                    notice.set(Optional.of(told));
                });
    }

    void stop() {
        now.stopped = true;
    }

    private void show(Look mine, Found read) {
        if (mine != now) {
            return;
        }
        reading.set(false);
        found = Optional.of(read);
        scopes.setAll(read.scopes());
        choose(read.scopes().getFirst());
        if (!read.whole()) {
            notice.set(Optional.of(Notice.of(Tone.WARNING, "backoffice.accounts.stopped")));
        } else if (read.hidden()) {
            notice.set(Optional.of(Notice.of(Tone.WARNING, "backoffice.accounts.blind")));
        }
    }

    void choose(AccountsScope wanted) {
        scope.set(Optional.of(wanted));
        show();
    }

    /// With the account map as it is now.
    private void show() {
        var read = found;
        var wanted = scope.get();
        if (read.isPresent() && wanted.isPresent()) {
            var words = AccountsSheet.words(session);
            background.run(
                    () -> preview(wanted.get(), read.get(), words),
                    made -> {
                        if (wanted.equals(scope.get()) && read.equals(found)) {
                            show(made);
                        }
                    },
                    this::tell);
        }
    }

    private Preview preview(AccountsScope wanted, Found read, Journal.Wording words) {
        var entries = wanted.of(read.entries());
        var accounts = task.map();
        var journal = Journal.of(entries, accounts, words);
        return new Preview(
                wanted,
                entries,
                AccountsRow.of(journal).limit(MOST_SHOWN).toList(),
                AccountsRow.of(journal).count(),
                journal.totals(),
                journal.isBalanced(),
                ShopAccounts.guessed(entries, accounts));
    }

    private void show(Preview made) {
        sheet.setAll(made.rows());
        preview.set(Optional.of(made));
        if (made.lines() > MOST_SHOWN) {
            tell(new Notice(
                    Tone.INFO, "backoffice.accounts.tooMany", Map.of("shown", MOST_SHOWN, "all", made.lines())));
        }
    }

    /// `paid-out/ice (6000 Paid-out)`; empty when everything has a line of its own.
    static String guessed(Preview made) {
        return made.guessed().entrySet().stream()
                .map(each -> each.getKey() + " (" + each.getValue().account().code() + " "
                        + each.getValue().account().name() + ")")
                .collect(Collectors.joining(", "));
    }

    /// One sentence for each currency.
    List<Notice> check(Preview made) {
        return made.totals().stream().map(AccountsViewModel::check).toList();
    }

    private static Notice check(Journal.Total total) {
        return total.isBalanced()
                ? new Notice(
                        Tone.SUCCESS,
                        "backoffice.accounts.balanced.in",
                        Map.of("amount", Amounts.withCode(total.debit())))
                : new Notice(
                        Tone.DANGER,
                        "backoffice.accounts.unbalanced.in",
                        Map.of(
                                "debit", Amounts.withCode(total.debit()),
                                "credit", Amounts.withCode(total.credit())));
    }

    /// A closed shift has a workbook of its own kind.
    void saveWorkbook() {
        scope.get().ifPresent(wanted -> save(wanted.closed() ? ShopAccounts.SHIFT_WORKBOOK : ShopAccounts.WORKBOOK));
    }

    void saveJournal() {
        save(form.get().word());
    }

    private void save(String wanted) {
        var made = preview.get();
        if (!savable().get() || made.isEmpty() || found.isEmpty()) {
            return;
        }
        saving.set(true);
        UUID id = session.newId();
        var wish = new Wish(
                wanted, made.get().scope(), 0, found.get().upTo(), made.get().entries());
        var words = AccountsSheet.words(session);
        var texts = session.texts();
        var order = AccountsOrders.of(session, id);
        background.run(() -> task.save(wish, words, texts, order), this::saved, this::saved);
    }

    private void saved(Notice told) {
        saving.set(false);
        tell(told);
        history.look();
    }

    private void tell(Notice told) {
        notice.set(Optional.of(told));
    }

    void close() {
        now.stopped = true;
        history.close();
    }
}
