package org.countinghouse.app.safe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.countinghouse.app.safe.ActionViewModel.Done;
import org.countinghouse.app.safe.BackRoom.Bag;
import org.countinghouse.app.safe.BackRoom.Holding;
import org.countinghouse.app.safe.BackRoom.Standing;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Sheet;
import org.countinghouse.app.shell.Sheet.Column;
import org.countinghouse.app.shell.Times;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.resources.Texts;

/// Where the shop's cash is that is not in a till, which bags are under way, and what can be done with it.
public final class SafeViewModel {
    private final Session session;
    private final BackRoom task;
    private final Background background;
    private final Texts texts;
    private final PlaceWords places;
    private final Optional<Person> person;
    private final ActionViewModel action;
    private final FloatPlanViewModel plan;
    private final Sheet<Bag> bags;
    private final Sheet<OnHand> pieces;
    private final ObjectProperty<Currency> currency;
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.UNKNOWN);
    private final ReadOnlyObjectWrapper<Optional<Done>> last = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Runnable watch;
    private long looks;

    /// A place with cash, in words.
    ///
    /// @param known how much of it is known note by note, where that is not all
    record Card(String icon, String title, List<Money> cash, String known) {}

    public SafeViewModel(Session session, BackRoom task, Background background) {
        this.session = session;
        this.task = task;
        this.background = background;
        this.texts = session.texts();
        this.places = new PlaceWords(texts);
        this.person = session.person();
        this.action = new ActionViewModel(session, task, background, standing::get, this::written);
        this.plan = new FloatPlanViewModel(session, standing::get);
        this.currency = new SimpleObjectProperty<>(session.shop().mainCurrency());
        this.bags = new Sheet<>(bagColumns());
        this.pieces = new Sheet<>(List.of(
                Column.words("place", texts.text("safe.onHand.place"), row -> places.title(row.place())),
                Column.words("denomination", texts.text("count.denomination"), row -> Amounts.withCode(row.worth())),
                Column.number("pieces", texts.text("count.quantity"), OnHand::pieces),
                Column.money("sum", texts.text("count.sum"), row -> List.of(row.sum()))));
        currency.subscribe(_ -> pieces.setAll(onHand()));
        watch = task.watch(_ -> background.show(this::refresh));
        refresh();
    }

    private List<Column<Bag>> bagColumns() {
        var columns = new ArrayList<Column<Bag>>();
        columns.add(Column.words("number", texts.text("safe.drop.bag"), Bag::number));
        columns.add(Column.words("from", texts.text("safe.bag.from"), bag -> places.title(bag.from())));
        columns.add(Column.words("to", texts.text("safe.bag.to"), bag -> places.title(bag.to())));
        if (readsBalances() && reads(Verb.READ_EXPECTED)) {
            columns.add(Column.money("amount", texts.text("till.amount"), Bag::cash));
        }
        columns.add(Column.words("sentBy", texts.text("safe.bag.sentBy"), Bag::sentBy));
        columns.add(Column.words("since", texts.text("safe.bag.since"), this::since));
        return columns;
    }

    private String since(Bag bag) {
        var zone = session.shop().zone();
        return bag.since()
                .map(sent -> Times.date(sent, zone) + " " + Times.time(sent, zone))
                .orElse("");
    }

    boolean readsBalances() {
        return reads(Verb.READ_BALANCES);
    }

    private boolean reads(Verb verb) {
        return person.filter(each -> each.may(verb)).isPresent();
    }

    /// What whoever is here may do.
    List<SafeAction> actions() {
        return Stream.of(SafeAction.values())
                .filter(each -> person.filter(each::isFor).isPresent())
                .toList();
    }

    boolean plansFloats() {
        return reads(Verb.COUNT);
    }

    ActionViewModel action() {
        return action;
    }

    FloatPlanViewModel plan() {
        return plan;
    }

    Sheet<Bag> bags() {
        return bags;
    }

    /// The notes and coins known to lie in safe and machines, in the chosen currency.
    Sheet<OnHand> pieces() {
        return pieces;
    }

    ObjectProperty<Currency> currencyProperty() {
        return currency;
    }

    ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /// What was written last.
    ReadOnlyObjectProperty<Optional<Done>> lastProperty() {
        return last.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    private Stream<Holding> shown() {
        return standing.get().holdings().stream()
                .filter(holding -> holding.place().till().isEmpty());
    }

    /// Safe, machines and what is under way; nothing for who may not read it.
    List<Card> cards() {
        var cards = new ArrayList<Card>();
        shown().forEach(holding -> cards.add(new Card(
                holding.place().machine().isPresent() ? "mdi2c-cash-multiple" : "mdi2s-safe",
                places.title(holding.place()),
                holding.cash(),
                known(holding))));
        var underWay = new LinkedHashMap<Currency, Money>();
        standing.get().bags().stream()
                .flatMap(bag -> bag.cash().stream())
                .forEach(cash -> underWay.merge(cash.currency(), cash, Money::plus));
        if (!underWay.isEmpty()) {
            cards.add(new Card(
                    "mdi2t-truck-delivery-outline", texts.text("safe.underWay"), List.copyOf(underWay.values()), ""));
        }
        return cards;
    }

    /// Silent where every note and coin is known: then the chart tells it all.
    private String known(Holding holding) {
        boolean whole = true;
        for (int at = 0; at < holding.cash().size(); at++) {
            whole &= holding.known().get(at).total().equals(holding.cash().get(at));
        }
        return whole
                ? ""
                : texts.text(
                        "safe.known",
                        Map.of(
                                "amount",
                                holding.known().stream()
                                        .map(Pieces::total)
                                        .map(Amounts::withCode)
                                        .collect(Collectors.joining(", "))));
    }

    List<OnHand> onHand() {
        return shown().flatMap(this::onHand).toList();
    }

    private Stream<OnHand> onHand(Holding holding) {
        return holding.known().stream()
                .filter(known -> known.currency().equals(currency.get()))
                .flatMap(known -> known.currency().denominations().stream()
                        .filter(each -> known.count(each.minorUnits()) > 0)
                        .map(each -> new OnHand(
                                holding.place(),
                                each,
                                known.currency().of(each.minorUnits()),
                                known.count(each.minorUnits()))));
    }

    void begin(SafeAction what) {
        last.set(Optional.empty());
        action.begin(what);
    }

    void receive(Bag bag) {
        last.set(Optional.empty());
        action.receive(bag.number());
    }

    private void written(Done done) {
        last.set(Optional.of(done));
        refresh();
    }

    private void refresh() {
        long look = ++looks;
        person.ifPresent(reader -> background.run(
                () -> task.standing(reader),
                found -> {
                    if (look == looks) {
                        show(found);
                    }
                },
                told -> notice.set(Optional.of(told))));
    }

    private void show(Standing found) {
        notice.set(Optional.empty());
        standing.set(found);
        bags.setAll(found.bags());
        pieces.setAll(onHand());
    }

    void close() {
        watch.run();
    }
}
