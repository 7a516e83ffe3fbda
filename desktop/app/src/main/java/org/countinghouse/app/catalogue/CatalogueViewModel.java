package org.countinghouse.app.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.countinghouse.app.catalogue.ShopCatalogue.Ordered;
import org.countinghouse.app.catalogue.ShopCatalogue.Outcome;
import org.countinghouse.app.catalogue.ShopCatalogue.Reason;
import org.countinghouse.app.catalogue.ShopCatalogue.Stop;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Catalogue;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Sheet;
import org.countinghouse.app.shell.Sheet.Column;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.resources.Texts;

/// The shop's items: changed one after the other, told in sentences, then written, one order each.
public final class CatalogueViewModel {
    /// What stands beside the list, or in its place.
    enum Panel {
        NOTHING,
        FORM,
        REVIEW
    }

    private final Session session;
    private final ShopCatalogue task;
    private final Background background;
    private final ItemWords words;
    private final ItemDraft draft;
    private final Sheet<ItemRow> sheet;
    private final ItemChanges changes = new ItemChanges();
    private final ReadOnlyObjectWrapper<List<ItemChange>> wanted = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> meanwhile = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Panel> panel = new ReadOnlyObjectWrapper<>(Panel.NOTHING);
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<Command, Order> attempts = new HashMap<>();
    private final Subscription life;
    private List<ItemRow> shown = List.of();

    public CatalogueViewModel(Session session, ShopCatalogue task, Background background) {
        this.session = session;
        this.task = task;
        this.background = background;
        this.words = new ItemWords(session);
        this.draft = new ItemDraft(session.shop().currencies());
        this.sheet = new Sheet<>(columns(session.texts()));
        this.life = session.catalogueProperty().subscribe(this::seen);
    }

    private List<Column<ItemRow>> columns(Texts texts) {
        var columns = new ArrayList<Column<ItemRow>>();
        columns.add(Column.words(
                "name",
                texts.text("catalogue.name"),
                row -> words.name(row.listed().item())));
        columns.add(Column.words("word", texts.text("catalogue.word"), ItemRow::word));
        session.shop().currencies().forEach(currency -> columns.add(price(texts, currency)));
        columns.add(Column.words("state", texts.text("catalogue.state"), words::state));
        return columns;
    }

    /// Prices are looked for and sorted, and never added up.
    private Column<ItemRow> price(Texts texts, Currency currency) {
        Comparator<ItemRow> order = Comparator.comparing(row ->
                row.listed().item().price(currency).map(Money::minorUnits).orElse(0L));
        return new Column<>(
                "price-" + currency.code(),
                texts.text("catalogue.price", Map.of("currency", currency.code())),
                row -> words.price(row.listed().item(), currency),
                _ -> List.of(),
                order,
                true);
    }

    Sheet<ItemRow> sheet() {
        return sheet;
    }

    ItemDraft draft() {
        return draft;
    }

    ReadOnlyObjectProperty<Panel> panelProperty() {
        return panel.getReadOnlyProperty();
    }

    /// What is to be written, in the order in which it was first changed.
    ReadOnlyObjectProperty<List<ItemChange>> wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    /// What others changed of the same items, a sentence each.
    ReadOnlyObjectProperty<List<String>> meanwhileProperty() {
        return meanwhile.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    List<String> sentences() {
        return wanted.get().stream()
                .flatMap(change -> words.changes(change).stream())
                .toList();
    }

    List<String> warnings() {
        return wanted.get().stream()
                .flatMap(change -> words.warnings(change).stream())
                .toList();
    }

    boolean canUndo() {
        return changes.canUndo();
    }

    /// What others wrote stands; what is changed here stays on top of it, and both are told.
    private void seen(Catalogue now) {
        var clashes = changes.seen(now);
        if (!clashes.isEmpty()) {
            var told = new ArrayList<>(meanwhile.get());
            clashes.forEach(each -> told.add(words.meanwhile(each)));
            meanwhile.set(List.copyOf(told));
            tell(Notice.of(Tone.WARNING, "catalogue.meanwhile"));
        }
        show();
    }

    private void show() {
        wanted.set(changes.all());
        var rows = changes.over(session.catalogue()).listed().stream()
                .map(listed ->
                        new ItemRow(listed, changes.find(listed.item().item()).isPresent()))
                .toList();
        // Rows that are as they were stay: one of them may be chosen.
        if (!rows.equals(shown)) {
            shown = rows;
            sheet.setAll(rows);
        }
    }

    void choose(ItemRow row) {
        boolean there = panel.get() == Panel.FORM
                && !draft.isNew()
                && draft.wordProperty().get().equals(row.word());
        if (!pending.get() && panel.get() != Panel.REVIEW && !there && leaveForm()) {
            draft.begin(row.listed());
            panel.set(Panel.FORM);
        }
    }

    void add() {
        if (!pending.get() && panel.get() != Panel.REVIEW && leaveForm()) {
            var listed = changes.over(session.catalogue());
            draft.beginNew(word -> listed.find(word).isPresent());
            panel.set(Panel.FORM);
        }
    }

    /// Takes what is typed into the changes; nothing is written yet.
    void take() {
        if (!pending.get() && panel.get() == Panel.FORM && taken()) {
            panel.set(Panel.NOTHING);
        }
    }

    /// What is typed is not lost when another item is turned to.
    ///
    /// @return whether the form can be left
    private boolean leaveForm() {
        notice.set(Optional.empty());
        return panel.get() != Panel.FORM || !draft.isTouched() || taken();
    }

    private boolean taken() {
        draft.proposeWord();
        Optional<String> problem = draft.problem();
        if (problem.isPresent()) {
            tell(Notice.of(Tone.WARNING, problem.get()));
            return false;
        }
        notice.set(Optional.empty());
        var result = draft.result();
        changed(changes.take(new ItemChange(session.catalogue().find(result.item()), result)));
        return true;
    }

    private void changed(boolean another) {
        if (another) {
            attempts.clear();
            show();
        }
    }

    /// Takes the last change back.
    void undo() {
        if (!pending.get() && changes.canUndo()) {
            changes.undo();
            changes.seen(session.catalogue());
            panel.set(Panel.NOTHING);
            changed(true);
        }
    }

    void giveUp() {
        if (!pending.get()) {
            changes.giveUp();
            meanwhile.set(List.of());
            notice.set(Optional.empty());
            panel.set(Panel.NOTHING);
            changed(true);
        }
    }

    void review() {
        if (!pending.get() && leaveForm() && !wanted.get().isEmpty()) {
            panel.set(Panel.REVIEW);
        }
    }

    /// Back to the list; nothing that was taken is given up.
    void back() {
        if (!pending.get()) {
            panel.set(Panel.NOTHING);
        }
    }

    void write() {
        if (pending.get() || panel.get() != Panel.REVIEW || wanted.get().isEmpty()) {
            return;
        }
        var orders = wanted.get().stream()
                .map(change -> new Ordered(change, attempt(new Command.SetItem(change.wanted()))))
                .toList();
        pending.set(true);
        notice.set(Optional.empty());
        background.run(() -> task.write(orders), this::answered, told -> {
            pending.set(false);
            tell(told);
        });
    }

    /// The same order for the same change until it is done, so that trying again does nothing twice.
    private Order attempt(Command command) {
        return attempts.computeIfAbsent(command, each -> session.order(session.newId(), each));
    }

    private void answered(Outcome outcome) {
        pending.set(false);
        int all = wanted.get().size();
        changes.written(outcome.written());
        if (outcome.stopped().isEmpty()) {
            attempts.clear();
            meanwhile.set(List.of());
            panel.set(Panel.NOTHING);
            tell(new Notice(Tone.SUCCESS, "catalogue.done", Map.of("count", all)));
        } else {
            stopped(outcome.stopped().get(), outcome.written().size(), all);
        }
        show();
    }

    private void stopped(Stop stop, int written, int all) {
        switch (stop.reason()) {
            case Reason.Refused(var why) ->
                tell(
                        written == 0
                                ? why
                                : new Notice(
                                        why.tone(),
                                        "catalogue.partly",
                                        Map.of("written", written, "count", all, "why", why.in(session.texts()))));
            // What others wrote is on its way here, and is told when it comes.
            case Reason.ChangedMeanwhile() -> tell(Notice.of(Tone.WARNING, "catalogue.meanwhile"));
        }
    }

    private void tell(Notice told) {
        notice.set(Optional.of(told));
    }

    void close() {
        life.unsubscribe();
    }
}
