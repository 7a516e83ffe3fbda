package org.countinghouse.app.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.OfficePage;
import org.countinghouse.app.shell.ShopFile;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.app.shell.Workplace;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;

/// A day at the station's real window, worked by a manager with the keyboard, and what it tells of itself. In a program
/// of its own: what else this one did would be in its figures.
final class WorkingDay {
    /// Until the compiler has done with the path of a sale.
    private static final int WARM_UP = 300;

    /// How many sales of a round, and how many rounds.
    static final int KEY_PRESSES = 300;

    private static final int ROUNDS = 3;
    private static final int FIRST_SALES = 3;
    private static final int LOOK_PICTURES = 30;
    /// Until everything is given back, which is looked at every 30 s.
    private static final Duration TIDY = Duration.ofSeconds(40);
    private static final long SUM = 400;

    private final Workplace station;
    private final Windows.Opened opened;
    private final Hands hands;
    private final ShopFile.Employee manager;
    private final Currency currency;
    private final TillKeys keys;

    private WorkingDay(Windows.Opened opened, ShopFile shop) {
        this.opened = opened;
        this.station = opened.station();
        this.hands = new Hands(opened.shell().scene());
        this.manager = shop.employees().stream()
                .filter(person -> person.asRole() == Role.MANAGER)
                .findFirst()
                .orElseThrow();
        this.currency = station.currencies().getFirst();
        this.keys = new TillKeys(hands, currency.of(SUM));
    }

    /// Opens the shift and stands at the till.
    ///
    /// @param shop the sample the station was set up for, with its PINs
    static WorkingDay begin(Windows.Opened opened, ShopFile shop) {
        var day = new WorkingDay(opened, shop);
        day.signIn();
        if (day.station.desk().ask(books -> books.openShift(day.station.till())).isEmpty()) {
            day.openShift();
        }
        day.go(new Destination.Till());
        return day;
    }

    private void openShift() {
        perform(new Command.OpenShift(
                station.till(), List.of(Cash.of(Pieces.of(currency, Map.of(100L, 100L)))), Optional.empty()));
    }

    private void signIn() {
        hands.press("#person-" + manager.employee());
        hands.at(() -> hands.type(manager.pin()));
        hands.press("#action");
        hands.until(() -> hands.find("#person-" + manager.employee()) == null);
    }

    /// The first sales: of what is done so far the image's start-up cache is made.
    void begun() {
        sell(FIRST_SALES);
        System.out.println(Sibling.READY);
    }

    /// From the key that pays to the receipt, in turns with what no screen can be faster than: the desk alone.
    void tellKeys() {
        sell(WARM_UP);
        new Timings("warm-up").round(WARM_UP, this::append);
        var seen = new Timings("receipt shown");
        var alone = new Timings("durable append alone");
        for (int round = 0; round < ROUNDS; round++) {
            alone.round(KEY_PRESSES, this::append);
            seen.round(presses());
        }
        tell(seen, Figure.SHOWN_50, Figure.SHOWN_95, Figure.SHOWN_99);
        tell(alone, Figure.APPEND_50, Figure.APPEND_95, Figure.APPEND_99);
    }

    private long[] presses() {
        long[] nanos = new long[KEY_PRESSES];
        Arrays.setAll(nanos, _ -> keys.sell());
        return nanos;
    }

    private static void tell(Timings timings, Figure half, Figure most, Figure nearlyAll) {
        half.tell(timings.micros(50));
        most.tell(timings.micros(95));
        nearlyAll.tell(timings.micros(99));
    }

    /// What is in memory after so many sales, a look at every page, and the close with its Z and its workbook: when the
    /// day is over, and once the station was left alone and has locked itself.
    void tellResident(int sales) {
        sell(sales);
        OfficePage.of(person()).forEach(page -> go(new Destination.Office(page)));
        go(new Destination.Entries());
        go(new Destination.Reports());
        close();
        go(new Destination.Reports());
        Memory.resident().ifPresent(Figure.RESIDENT::tell);
        hands.until(() -> hands.find("#person-" + manager.employee()) != null);
        hands.rest(TIDY);
        Memory.resident().ifPresent(Figure.RESIDENT_ALONE::tell);
    }

    /// What of so many sales is still held. The window is small meanwhile: it draws every sale, and what is drawn costs
    /// less. Shut, it would hold on to all it has not drawn yet, which is JavaFX's and not ours.
    void tellGrowth(int first, int more) {
        hands.shrink();
        var growth = Growth.of(keys::sellUnseen, Memory::heap, first, more);
        Figure.HEAP_BEFORE.tell(growth.before());
        Figure.HEAP_AFTER.tell(growth.after());
    }

    private void sell(int sales) {
        for (int i = 0; i < sales; i++) {
            keys.sellUnseen();
        }
    }

    private Person person() {
        return station.desk().ask(books -> books.person(manager.employee())).orElseThrow();
    }

    private void go(Destination destination) {
        hands.at(() -> opened.shell().go(destination));
        hands.look(LOOK_PICTURES);
    }

    private void close() {
        Money held = station.desk()
                .ask(books -> books.expected(
                        books.openShift(station.till()).orElseThrow().id(), currency));
        perform(new Command.CountTill(station.till(), List.of(Cash.of(held))));
        perform(new Command.CloseShift(station.till(), List.of(), "", true));
    }

    private void append() {
        Money sum = currency.of(SUM);
        perform(new Command.Sell(
                station.till(), sum, List.of(), List.of(Tendered.of(Tender.CASH, sum)), Optional.empty(), ""));
    }

    private void perform(Command command) {
        Answer answer =
                station.desk().perform(new Order(station.ids().next(), manager.employee(), Optional.empty(), command));
        if (!(answer instanceof Answer.Done)) {
            throw new StationFault("the measurement was refused: " + answer);
        }
    }
}
