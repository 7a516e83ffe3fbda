package org.countinghouse.app.backoffice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.countinghouse.app.backoffice.CashFigures.Flow;
import org.countinghouse.app.backoffice.CashFigures.Kind;
import org.countinghouse.app.backoffice.CashFigures.Supply;
import org.countinghouse.app.backoffice.HourlyFlow.Hour;
import org.countinghouse.app.backoffice.Period.Preset;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Sheet;
import org.countinghouse.app.shell.Sheet.Column;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.resources.Texts;

/// The shop's cash by the hour, and its notes and coins beside what tomorrow needs. Whoever counts blind sees neither:
/// what is in a till follows from both.
public final class CashFiguresViewModel {
    private static final int DAY = 24;

    private final CashFigures task;
    private final Background background;
    private final Texts texts;
    private final boolean maySee;
    private final ObjectProperty<Currency> currency;
    private final PeriodChoice choice = new PeriodChoice();
    private final ReadOnlyObjectWrapper<Optional<Flow>> flow = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Supply>> supplies = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Sheet<Hour> hours;
    private final Sheet<Kind> kinds;
    private long looks;
    private boolean reading;
    private boolean again;

    public CashFiguresViewModel(Session session, CashFigures task, Background background) {
        this.task = task;
        this.background = background;
        this.texts = session.texts();
        this.maySee = session.person()
                .filter(person -> person.may(Verb.READ_BALANCES) && person.may(Verb.READ_EXPECTED))
                .isPresent();
        this.currency = new SimpleObjectProperty<>(session.shop().mainCurrency());
        this.hours = new Sheet<>(List.of(
                Column.words("hour", texts.text("backoffice.flow.hour"), this::time),
                Column.money("in", texts.text("backoffice.flow.in"), hour -> List.of(hour.in())),
                Column.money("out", texts.text("backoffice.flow.out"), hour -> List.of(hour.out())),
                Column.money("net", texts.text("backoffice.flow.net"), hour -> List.of(hour.net()))));
        this.kinds = new Sheet<>(List.of(
                Column.words("denomination", texts.text("count.denomination"), kind -> Amounts.withCode(kind.worth())),
                Column.number("onHand", texts.text("backoffice.supply.onHand"), Kind::onHand),
                Column.number("need", texts.text("backoffice.supply.need"), Kind::need),
                Column.number("missing", texts.text("backoffice.supply.missing"), Kind::missing)));
        currency.subscribe((_, _) -> turned());
        if (maySee) {
            background.run(task::supplies, this::supplied, this::tell);
            choose(Preset.TODAY);
        }
    }

    boolean maySee() {
        return maySee;
    }

    ObjectProperty<Currency> currencyProperty() {
        return currency;
    }

    PeriodChoice choice() {
        return choice;
    }

    ReadOnlyObjectProperty<Optional<Flow>> flowProperty() {
        return flow.getReadOnlyProperty();
    }

    Sheet<Hour> hours() {
        return hours;
    }

    /// Notes and coins in the chosen currency; empty until there is something to compare them with.
    Optional<Supply> supply() {
        return supplies.get().stream()
                .filter(each -> each.currency().equals(currency.get()) && each.isKnown())
                .findFirst();
    }

    ReadOnlyObjectProperty<List<Supply>> suppliesProperty() {
        return supplies.getReadOnlyProperty();
    }

    Sheet<Kind> kinds() {
        return kinds;
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    void choose(Preset preset) {
        background.run(
                task::today,
                today -> {
                    choice.choose(preset, today);
                    look();
                },
                this::tell);
    }

    /// Looks at the dates that are typed.
    void look() {
        notice.set(Optional.empty());
        choice.period().ifPresentOrElse(this::read, () -> tell(Notice.of(Tone.WARNING, "backoffice.flow.noPeriod")));
    }

    private void turned() {
        look();
        showKinds();
    }

    /// Something was written: looked at again, but never twice at once.
    void refresh() {
        if (!maySee) {
            return;
        }
        again = reading;
        if (!reading) {
            choice.period().ifPresent(this::read);
        }
    }

    private void read(Period period) {
        if (!maySee) {
            return;
        }
        long look = ++looks;
        Currency of = currency.get();
        reading = true;
        background.run(() -> task.flow(period, of), now -> read(look, now), told -> {
            reading = false;
            tell(told);
        });
    }

    private void read(long look, Flow now) {
        reading = false;
        if (look == looks) {
            flow.set(Optional.of(now));
            hours.setAll(now.hours());
        }
        if (again) {
            refresh();
        }
    }

    private void supplied(List<Supply> found) {
        supplies.set(found);
        showKinds();
    }

    private void showKinds() {
        kinds.setAll(supply().map(Supply::kinds).orElse(List.of()));
    }

    /// `14:00`; the night after the business date has a plus.
    String time(Hour hour) {
        String time = String.format(Locale.ROOT, "%02d:00", hour.hour() % DAY);
        return hour.hour() < DAY ? time : "+" + time;
    }

    /// Says what the pictures count, and what was written down later.
    String flowSentence() {
        return flow.get()
                .flatMap(Flow::late)
                .map(late -> texts.text(
                        "backoffice.flow.late",
                        Map.of("in", Amounts.withCode(late.in()), "out", Amounts.withCode(late.out()))))
                .orElseGet(() -> texts.text("backoffice.flow.explained"));
    }

    /// Says in a sentence what is compared with what.
    String supplySentence() {
        return supply().map(this::sentence).orElse("");
    }

    private String sentence(Supply supply) {
        var told = new ArrayList<String>();
        told.add(texts.text("backoffice.supply.explained", Map.of("date", supply.tomorrow(), "count", supply.days())));
        if (!supply.unknown().isEmpty()) {
            told.add(texts.text(
                    "backoffice.supply.unknown",
                    Map.of("places", supply.unknown().stream().map(this::place).collect(Collectors.joining(", ")))));
        }
        if (supply.untold() > 0) {
            told.add(texts.text("backoffice.supply.untold", Map.of("count", supply.untold())));
        }
        return String.join(" ", told);
    }

    private String place(Account account) {
        String path = account.path();
        String word = path.substring(0, path.indexOf('/'));
        return word.equals("safe")
                ? texts.text("safe.title")
                : texts.text("backoffice.today.place." + word, Map.of("name", path.substring(word.length() + 1)));
    }

    private void tell(Notice told) {
        notice.set(Optional.of(told));
    }
}
