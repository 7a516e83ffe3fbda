package org.countinghouse.app.backoffice;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.countinghouse.app.backoffice.TodaysShop.Level;
import org.countinghouse.app.backoffice.TodaysShop.Place;
import org.countinghouse.app.backoffice.TodaysShop.Standing;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Sheet;
import org.countinghouse.app.shell.Sheet.Column;
import org.countinghouse.app.shell.Times;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.safe.Transfer;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.resources.Texts;

/// The shop at a glance: a card for each place with cash, what asks for a look, and the till's cash over the day.
public final class TodayViewModel {
    /// Nobody answers for a till longer than a long day.
    private static final Duration LONG_SHIFT = Duration.ofHours(16);

    private final Session session;
    private final TodaysShop task;
    private final Background background;
    private final InstantSource clock;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<List<Card>> cards = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Notice>> alarms = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Level>> levels = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Sheet<Level> sheet;
    private final Runnable watch;
    private long looks;

    /// A place with cash, in words.
    ///
    /// @param who who answers for it and since when; or that nobody does
    record Card(String icon, String title, List<Money> cash, String who) {}

    public TodayViewModel(Session session, TodaysShop task, Background background, InstantSource clock) {
        this.session = session;
        this.task = task;
        this.background = background;
        this.clock = clock;
        this.texts = session.texts();
        this.sheet = new Sheet<>(List.of(
                Column.words("time", texts.text("backoffice.today.time"), level -> time(level)),
                Column.words("cash", texts.text("backoffice.today.level"), level -> Amounts.withCode(level.cash()))));
        watch = task.watch(_ -> background.show(this::refresh));
        refresh();
    }

    ReadOnlyObjectProperty<List<Card>> cardsProperty() {
        return cards.getReadOnlyProperty();
    }

    /// What somebody should look at, the gravest first.
    ReadOnlyObjectProperty<List<Notice>> alarmsProperty() {
        return alarms.getReadOnlyProperty();
    }

    /// The cash of this till today in the shop's main currency, each until the next.
    ReadOnlyObjectProperty<List<Level>> levelsProperty() {
        return levels.getReadOnlyProperty();
    }

    /// The same as a table.
    Sheet<Level> sheet() {
        return sheet;
    }

    Optional<Money> dropLimit() {
        return task.dropLimit();
    }

    String time(Level level) {
        return Times.time(level.from(), session.shop().zone());
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    private void refresh() {
        long look = ++looks;
        background.run(
                task::standing,
                standing -> {
                    if (look == looks) {
                        show(standing);
                    }
                },
                told -> notice.set(Optional.of(told)));
    }

    private void show(Standing standing) {
        cards.set(standing.places().stream().map(this::card).toList());
        alarms.set(alarms(standing));
        levels.set(standing.levels());
        sheet.setAll(standing.levels());
    }

    private Card card(Place place) {
        String path = place.account().path();
        String word = path.substring(0, Math.max(path.indexOf('/'), 0));
        String name = path.substring(path.indexOf('/') + 1);
        String icon = switch (word) {
            case "till" -> "mdi2c-cash-register";
            case "machine" -> "mdi2c-cash-multiple";
            default -> "mdi2s-safe";
        };
        return new Card(
                icon,
                word.equals("safe")
                        ? texts.text("safe.title")
                        : texts.text("backoffice.today.place." + word, Map.of("name", name)),
                place.cash(),
                word.equals("till") ? answers(place) : "");
    }

    private String answers(Place place) {
        return place.shift()
                .map(shift -> texts.text(
                        "backoffice.today.shift",
                        Map.of(
                                "employee",
                                place.answers(),
                                "shift",
                                shift.id(),
                                "time",
                                Times.time(shift.openedAt(), session.shop().zone()))))
                .orElseGet(() -> texts.text("shell.strip.noShift"));
    }

    private List<Notice> alarms(Standing standing) {
        var alarms = new ArrayList<Notice>();
        standing.open()
                .forEach(intent -> alarms.add(
                        new Notice(Tone.DANGER, "backoffice.today.machineOpen", Map.of("till", intent.at()))));
        standing.places().forEach(place -> place.shift().ifPresent(shift -> alarms.addAll(about(place, shift))));
        standing.bags().forEach(bag -> alarms.add(underWay(bag)));
        return alarms;
    }

    private List<Notice> about(Place place, Shift shift) {
        var alarms = new ArrayList<Notice>();
        Map<String, Object> named = Map.of("shift", shift.id(), "employee", place.answers());
        switch (shift.state()) {
            case SUSPENDED -> alarms.add(new Notice(Tone.INFO, "backoffice.today.suspended", named));
            case HANDED_OVER -> alarms.add(new Notice(Tone.WARNING, "backoffice.today.handedOver", named));
            case OPEN, COUNTED, PARKED, CLOSED -> {}
        }
        if (Duration.between(shift.openedAt(), clock.instant()).compareTo(LONG_SHIFT) > 0) {
            alarms.add(new Notice(Tone.WARNING, "backoffice.today.longShift", named));
        }
        return alarms;
    }

    private static Notice underWay(Transfer bag) {
        return new Notice(
                Tone.INFO,
                "backoffice.today.bag",
                Map.of(
                        "bag",
                        bag.bag(),
                        "amount",
                        bag.cash().stream()
                                .map(cash -> Amounts.withCode(cash.amount()))
                                .collect(Collectors.joining(", ")),
                        "employee",
                        bag.sentBy()));
    }

    void close() {
        watch.run();
    }
}
