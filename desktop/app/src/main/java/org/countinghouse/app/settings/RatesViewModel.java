package org.countinghouse.app.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.countinghouse.app.settings.ShopRules.Outcome;
import org.countinghouse.app.settings.ShopRules.RateEntry;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Sheet;
import org.countinghouse.app.shell.Sheet.Column;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.ExchangeRate;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.ledger.till.RateSet;
import org.countinghouse.resources.Texts;

/// What the shop takes and gives for its other currencies.
public final class RatesViewModel {
    private final Session session;
    private final ShopRules task;
    private final Background background;
    private final Currency own;
    private final List<Currency> others;
    private final RateWords words;
    private final RateDraft draft;
    private final Sheet<RateEntry> sheet;
    private final ReadOnlyObjectWrapper<Currency> foreign;
    private final ReadOnlyObjectWrapper<Optional<ExchangeRate>> rate = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RateEntry>> newest = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RateSet>> reviewed = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<Command, Order> attempts = new HashMap<>();
    private final Runnable watch;
    private final boolean mayChange;
    private boolean known;
    private long looks;

    /// What the desk has of one pair of currencies.
    private record Seen(Optional<ExchangeRate> rate, List<RateEntry> history) {}

    public RatesViewModel(Session session, ShopRules task, Background background) {
        this.session = session;
        this.task = task;
        this.background = background;
        this.own = session.shop().mainCurrency();
        this.others = session.shop().currencies().stream()
                .filter(each -> !each.equals(own))
                .toList();
        this.foreign = new ReadOnlyObjectWrapper<>(others.isEmpty() ? own : others.getFirst());
        this.words = new RateWords(session);
        this.draft = new RateDraft(own, foreign.get());
        this.sheet = new Sheet<>(columns(session.texts()));
        this.mayChange =
                session.person().filter(person -> person.may(Verb.SET_RATE)).isPresent();
        watch = task.watch(entries -> {
            if (entries.stream().anyMatch(entry -> entry.fact() instanceof RateSet)) {
                background.show(this::refresh);
            }
        });
        refresh();
    }

    private List<Column<RateEntry>> columns(Texts texts) {
        return List.of(
                Column.words(
                        "when",
                        texts.text("settings.rates.when"),
                        row -> words.moment(row.rate().at())),
                Column.words("who", texts.text("settings.rates.who"), RateEntry::by),
                Column.words(
                        "one",
                        texts.text("settings.rates.one"),
                        row -> Amounts.withCode(row.rate().one())),
                Column.words(
                        "take",
                        texts.text("settings.rates.take"),
                        row -> Amounts.withCode(row.rate().take())),
                Column.words(
                        "give",
                        texts.text("settings.rates.give"),
                        row -> Amounts.withCode(row.rate().give())),
                Column.words(
                        "reference",
                        texts.text("settings.rates.reference"),
                        row -> Amounts.withCode(row.rate().reference())),
                Column.words(
                        "source",
                        texts.text("settings.rates.source"),
                        row -> row.rate().source()));
    }

    /// Whether the shop has another currency at all.
    boolean isNeeded() {
        return !others.isEmpty();
    }

    boolean mayChange() {
        return mayChange;
    }

    RateWords words() {
        return words;
    }

    RateDraft draft() {
        return draft;
    }

    Sheet<RateEntry> sheet() {
        return sheet;
    }

    Currency own() {
        return own;
    }

    List<Currency> others() {
        return others;
    }

    ReadOnlyObjectProperty<Currency> foreignProperty() {
        return foreign.getReadOnlyProperty();
    }

    /// The rate that holds; nothing where none was ever set.
    ReadOnlyObjectProperty<Optional<ExchangeRate>> rateProperty() {
        return rate.getReadOnlyProperty();
    }

    /// Who set it.
    ReadOnlyObjectProperty<Optional<RateEntry>> newestProperty() {
        return newest.getReadOnlyProperty();
    }

    /// What is told before it is written.
    ReadOnlyObjectProperty<Optional<RateSet>> reviewedProperty() {
        return reviewed.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    void use(Currency other) {
        if (!pending.get() && others.contains(other) && !other.equals(foreign.get())) {
            back();
            known = false;
            foreign.set(other);
            refresh();
        }
    }

    private void refresh() {
        if (!isNeeded()) {
            return;
        }
        long look = ++looks;
        Currency other = foreign.get();
        background.run(
                () -> new Seen(task.rate(own, other), task.rates(own, other)),
                now -> {
                    if (look == looks) {
                        seen(other, now);
                    }
                },
                this::tell);
    }

    /// A rate somebody else set while this one is typed is told, and what is typed stays.
    private void seen(Currency other, Seen now) {
        boolean begin = !known
                || !draft.isTouched()
                || asSet(now.rate()).equals(draft.resultProperty().get());
        boolean clash = !begin && !now.rate().equals(rate.get());
        known = true;
        rate.set(now.rate());
        newest.set(now.history().stream().findFirst());
        sheet.setAll(now.history());
        if (begin) {
            draft.begin(other, now.rate());
        }
        if (clash) {
            tell(Notice.of(Tone.WARNING, "settings.rates.meanwhile"));
        }
    }

    private static Optional<RateSet> asSet(Optional<ExchangeRate> of) {
        return of.map(each -> new RateSet(each.one(), each.take(), each.give(), each.reference(), each.source()));
    }

    /// Tells what is typed, or what is wrong with it.
    void review() {
        if (!mayChange || pending.get()) {
            return;
        }
        notice.set(Optional.empty());
        Optional<RateSet> typed = draft.resultProperty().get();
        if (typed.isEmpty()) {
            tell(Notice.of(Tone.WARNING, draft.hasBadNumber() ? "settings.rates.badNumber" : "settings.rates.missing"));
        } else if (typed.equals(asSet(rate.get()))) {
            tell(Notice.of(Tone.INFO, "settings.rates.same"));
        } else {
            reviewed.set(typed);
        }
    }

    void back() {
        if (!pending.get()) {
            attempts.clear();
            reviewed.set(Optional.empty());
        }
    }

    void write() {
        if (!pending.get()) {
            reviewed.get().ifPresent(this::write);
        }
    }

    private void write(RateSet wanted) {
        Optional<ExchangeRate> seen = rate.get();
        Order order =
                attempts.computeIfAbsent(new Command.SetRate(wanted), each -> session.order(session.newId(), each));
        pending.set(true);
        notice.set(Optional.empty());
        background.run(() -> task.write(seen, wanted, order), this::answered, this::tell);
    }

    private void answered(Outcome outcome) {
        pending.set(false);
        switch (outcome) {
            case Outcome.Done() -> {
                back();
                tell(Notice.of(Tone.SUCCESS, "settings.rates.done"));
                refresh();
            }
            case Outcome.NotDone(var why) -> tell(why);
            case Outcome.ChangedMeanwhile() -> refresh();
        }
    }

    private void tell(Notice told) {
        pending.set(false);
        notice.set(Optional.of(told));
    }

    void close() {
        watch.run();
    }
}
