package org.countinghouse.app.backoffice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.countinghouse.app.backoffice.ExportHistory.Export;
import org.countinghouse.app.backoffice.ExportHistory.Seen;
import org.countinghouse.app.backoffice.ShopAccounts.Wish;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Sheet;
import org.countinghouse.app.shell.Sheet.Column;
import org.countinghouse.app.shell.Times;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.report.LedgerExported;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.reports.accounts.Journal;
import org.countinghouse.resources.Texts;

/// What was exported when and by whom, and what was recorded since.
final class ExportHistoryViewModel {
    /// So many entries of a difference are shown; its file holds all.
    private static final int MOST_SHOWN = 2_000;

    private final Session session;
    private final ShopAccounts accounts;
    private final ExportHistory task;
    private final Background background;
    private final Texts texts;
    private final Sheet<ExportRow> sheet;
    private final Sheet<AccountsRow> since;
    private final ReadOnlyObjectWrapper<Optional<ExportRow>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper exportable = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyLongWrapper progress = new ReadOnlyLongWrapper(0);
    private Optional<Seen> seen = Optional.empty();
    private Look now = new Look();

    /// One look at the ledger.
    private static final class Look {
        private volatile boolean stopped;
    }

    /// @param hidden whether entries were left out that would tell what a count must find
    private record Difference(List<AccountsRow> rows, boolean hidden) {}

    ExportHistoryViewModel(Session session, ShopAccounts accounts, ExportHistory task, Background background) {
        this.session = session;
        this.accounts = accounts;
        this.task = task;
        this.background = background;
        this.texts = session.texts();
        this.sheet = new Sheet<>(columns());
        this.since = AccountsSheet.of(texts);
    }

    private List<Column<ExportRow>> columns() {
        return List.of(
                Column.words("when", title("when"), ExportRow::when),
                Column.words("who", title("who"), ExportRow::who),
                Column.words("form", title("form"), ExportRow::form),
                Column.words("period", title("period"), ExportRow::period),
                Column.number(
                        "entries", title("entries"), row -> row.export().fact().entries()),
                Column.number("upTo", title("upTo"), row -> row.export().fact().upTo()),
                Column.number("since", title("since"), row ->
                        (long) row.export().since().size()),
                Column.words("files", title("files"), ExportRow::files),
                Column.words("hash", title("hash"), ExportRow::hashes));
    }

    private String title(String word) {
        return texts.text("backoffice.accounts.history." + word);
    }

    Sheet<ExportRow> sheet() {
        return sheet;
    }

    /// What the chosen export does not hold.
    Sheet<AccountsRow> since() {
        return since;
    }

    ReadOnlyObjectProperty<Optional<ExportRow>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    ReadOnlyLongProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// Whether there is a difference that may be saved.
    ReadOnlyBooleanProperty exportableProperty() {
        return exportable.getReadOnlyProperty();
    }

    void look() {
        now.stopped = true;
        var mine = new Look();
        now = mine;
        reading.set(true);
        progress.set(0);
        background.run(
                () -> task.read(done -> {
                    background.show(() -> progress.set(done));
                    return !mine.stopped;
                }),
                found -> show(mine, found),
                told -> {
                    reading.set(false);
                    tell(told);
                });
    }

    void stop() {
        now.stopped = true;
    }

    private void show(Look mine, Seen found) {
        if (mine != now) {
            return;
        }
        reading.set(false);
        seen = Optional.of(found);
        var rows = found.exports().stream()
                .map(export -> row(export, found.names()))
                .toList();
        sheet.setAll(rows);
        choose(chosen.get()
                .flatMap(before -> rows.stream()
                        .filter(row ->
                                row.export().entry().equals(before.export().entry()))
                        .findFirst()));
        if (!found.whole()) {
            tell(Notice.of(Tone.WARNING, "backoffice.accounts.history.stopped"));
        }
    }

    private ExportRow row(Export export, Map<String, String> names) {
        var entry = export.entry();
        var zone = session.shop().zone();
        return new ExportRow(
                export,
                Times.date(entry.recordedAt(), zone) + " " + Times.time(entry.recordedAt(), zone),
                names.getOrDefault(entry.actor(), entry.actor()),
                texts.text("backoffice.accounts.form." + export.fact().form()),
                period(export.fact()),
                export.fact().files().stream().map(LedgerExported.File::name).collect(Collectors.joining(", ")),
                export.fact().files().stream()
                        .map(file -> AuditWords.spoken(file.hash().hex()))
                        .collect(Collectors.joining(", ")));
    }

    private String period(LedgerExported fact) {
        String period = fact.shift()
                .map(ShiftId::toString)
                .orElseGet(() ->
                        fact.from().equals(fact.to()) ? fact.from().toString() : fact.from() + " \u2013 " + fact.to());
        return fact.isDifference()
                ? period + ", " + texts.text("backoffice.accounts.history.after", Map.of("sequence", fact.after()))
                : period;
    }

    void choose(Optional<ExportRow> row) {
        chosen.set(row);
        since.setAll(List.of());
        exportable.set(false);
        boolean blind = session.countsBlind();
        var words = AccountsSheet.words(session);
        row.ifPresent(each -> background.run(
                () -> difference(each.export(), blind, words),
                found -> {
                    if (chosen.get().equals(row)) {
                        show(each.export(), found);
                    }
                },
                this::tell));
    }

    private Difference difference(Export export, boolean blind, Journal.Wording words) {
        var entries = task.entries(export.since().stream().limit(MOST_SHOWN).toList());
        Set<ShiftId> unsealed = blind ? accounts.unsealed() : Set.of();
        var open = entries.stream().filter(entry -> !isIn(entry, unsealed)).toList();
        var rows = AccountsRow.of(Journal.of(open, accounts.map(), words)).toList();
        return new Difference(
                rows, open.size() < entries.size() || blind && export.since().size() > MOST_SHOWN);
    }

    private static boolean isIn(Entry entry, Set<ShiftId> shifts) {
        return entry.shift().filter(shifts::contains).isPresent();
    }

    private void show(Export export, Difference found) {
        since.setAll(found.rows());
        exportable.set(
                accounts.exportsAnything() && !found.hidden() && !export.since().isEmpty());
        if (found.hidden()) {
            tell(Notice.of(Tone.WARNING, "backoffice.accounts.blind"));
        }
    }

    /// What stands over the difference.
    String about(Optional<ExportRow> row) {
        return row.map(each -> each.export().covered()
                        ? texts.text("backoffice.accounts.history.covered")
                        : each.export().since().isEmpty()
                                ? texts.text("backoffice.accounts.history.noDifference")
                                : texts.text("backoffice.accounts.history.difference", Map.of("period", each.period())))
                .orElseGet(() -> texts.text("backoffice.accounts.history.choose"));
    }

    /// In the same form as the export it adds to; a shift's own workbook is written whole again.
    void exportDifference() {
        if (!exportable.get() || chosen.get().isEmpty() || seen.isEmpty()) {
            return;
        }
        exportable.set(false);
        var export = chosen.get().get().export();
        var words = AccountsSheet.words(session);
        var order = AccountsOrders.of(session, session.newId());
        long upTo = seen.get().upTo();
        background.run(
                () -> accounts.save(
                        new Wish(
                                export.fact().form(),
                                export.scope(),
                                export.fact().upTo(),
                                upTo,
                                task.entries(export.since())),
                        words,
                        texts,
                        order),
                this::saved,
                this::saved);
    }

    private void saved(Notice told) {
        look();
        tell(told);
    }

    private void tell(Notice told) {
        notice.set(Optional.of(told));
    }

    void close() {
        now.stopped = true;
    }
}
