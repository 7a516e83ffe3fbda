package org.countinghouse.app.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.ledger.shift.Shift;

/// The frame around every task: which shift is open, what time it is, and where a wish to go really leads.
public final class ShellViewModel {
    /// Nobody has touched anything for so long: whoever was here has gone.
    static final Duration LOCK_AFTER = Duration.ofSeconds(120);

    private final Session session;
    private final Desk desk;
    private final Background background;
    private final InstantSource clock;
    private final Training training;
    private final ReadOnlyObjectWrapper<Optional<Shift>> shift = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Destination> place = new ReadOnlyObjectWrapper<>(new Destination.SignIn());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper time = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper date = new ReadOnlyStringWrapper("");
    private final Optional<Notice> standing;
    private final Runnable watch;
    private Instant touched;
    private boolean tidied;
    private long wishes;
    private long looks;

    /// @param standing what is told while nobody is at the counter
    public ShellViewModel(
            Session session,
            Desk desk,
            Background background,
            InstantSource clock,
            Optional<Notice> standing,
            Training training) {
        this.session = session;
        this.desk = desk;
        this.background = background;
        this.clock = clock;
        this.standing = standing;
        this.training = training;
        this.touched = clock.instant();
        this.watch = desk.watch(_ -> background.show(this::refresh));
        tick();
        refresh();
    }

    public Session session() {
        return session;
    }

    public ReadOnlyObjectProperty<Optional<Shift>> shiftProperty() {
        return shift.getReadOnlyProperty();
    }

    public Training training() {
        return training;
    }

    /// Whether whoever is signed in can begin to practise here.
    public boolean offersTraining() {
        return training instanceof Training.Offered
                && session.person().filter(person -> person.may(Verb.TRAIN)).isPresent();
    }

    /// Begins to practise; what comes of it is shown or told.
    public void train() {
        if (training instanceof Training.Offered(var begin)) {
            begin.run();
        }
    }

    /// Tells the person at the counter something.
    public void tell(Notice told) {
        notice.set(Optional.of(told));
    }

    /// The page shown, without a task done over it.
    public ReadOnlyObjectProperty<Destination> placeProperty() {
        return place.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty timeProperty() {
        return time.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty dateProperty() {
        return date.getReadOnlyProperty();
    }

    public void tick() {
        var now = clock.instant();
        time.set(Times.time(now, session.shop().zone()));
        date.set(Times.date(now, session.shop().zone()));
    }

    /// Somebody is there.
    void touch() {
        touched = clock.instant();
        tidied = false;
    }

    /// Whether somebody is signed in and has been gone for a while.
    boolean isLeftAlone() {
        return session.person().isPresent() && isUntouched();
    }

    private boolean isUntouched() {
        return Duration.between(touched, clock.instant()).compareTo(LOCK_AFTER) >= 0;
    }

    /// Once in an absence, gives back what the day left on the heap. Java takes its time for that, some tenths of a
    /// second in which nothing moves; left to itself it rather lets the heap grow.
    void tidyWhileAlone() {
        if (!tidied && isUntouched()) {
            tidied = true;
            background.run(
                    () -> {
                        System.gc();
                        return true;
                    },
                    _ -> {},
                    this::tell);
        }
    }

    /// Finds out where a wish leads: nobody trades unsigned or without an open shift. A later wish makes an earlier
    /// one void.
    void route(Destination wanted, Consumer<Destination> show) {
        long wish = ++wishes;
        if (session.person().isEmpty()) {
            show.accept(new Destination.SignIn());
            return;
        }
        background.run(
                this::openShift,
                open -> {
                    shift.set(open);
                    if (wish == wishes && session.person().isPresent()) {
                        show.accept(routed(wanted, open));
                    }
                },
                this::tell);
    }

    /// Who has nothing to do on a page goes to one of theirs.
    private Destination routed(Destination wanted, Optional<Shift> open) {
        return switch (wanted) {
            case Destination.Machine() -> traded(open, wanted, new Destination.OpenShift());
            case Destination.OwnPin() -> isInEarnest() ? wanted : new Destination.Till();
            case Destination.Till(), Destination.Move _, Destination.Count(), Destination.LeaveShift() ->
                traded(open, wanted, new Destination.OpenShift());
            case Destination.OpenShift(), Destination.Recount() -> traded(open, new Destination.Count(), wanted);
            case Destination.Waiting() -> traded(open, new Destination.Till(), new Destination.OpenShift());
            case Destination.CountParked _ -> wanted;
            case Destination.Office(var page) -> office(page, wanted);
            case Destination.OfficeAt(var chosen) -> office(chosen.page(), wanted);
            case Destination.SignIn(), Destination.Reports(), Destination.Simulators() -> wanted;
            case Destination.Entries(), Destination.EntryOfToday _ -> wanted;
        };
    }

    private Destination office(OfficePage page, Destination wanted) {
        return pages().contains(page)
                ? wanted
                : pages().stream()
                        .findFirst()
                        .<Destination>map(Destination.Office::new)
                        .orElseGet(Destination.Till::new);
    }

    /// A shift that has the till but is suspended or on its way first wants to be taken up again.
    private static Destination traded(Optional<Shift> open, Destination trading, Destination none) {
        return open.map(shift -> shift.isTrading() ? trading : new Destination.Waiting())
                .orElse(none);
    }

    /// The pages of the back office that whoever is signed in finds something to do on. People and their PINs change
    /// in earnest, and so do devices, settings and backups, so that nobody practises on them.
    public List<OfficePage> pages() {
        return session.person().map(OfficePage::of).orElse(List.of()).stream()
                .filter(page -> isInEarnest() || !page.isOnlyInEarnest())
                .toList();
    }

    /// Whether what is done here counts.
    boolean isInEarnest() {
        return !(training instanceof Training.Going);
    }

    void arrive(Destination destination) {
        notice.set(destination instanceof Destination.SignIn ? standing : Optional.empty());
        if (!destination.isOverPage()) {
            place.set(destination);
        }
    }

    /// Leaves the counter to somebody else. The shift stays open.
    void lock() {
        session.person().ifPresent(person -> {
            var leaving = session.order(session.newId(), new Command.SignOut(person.employee()));
            background.run(() -> desk.perform(leaving), _ -> {}, this::tell);
        });
        session.end();
    }

    private void refresh() {
        long look = ++looks;
        background.run(
                this::openShift,
                open -> {
                    if (look == looks) {
                        shift.set(open);
                    }
                },
                this::tell);
    }

    private Optional<Shift> openShift() {
        return desk.ask(books -> books.openShift(session.shop().till()));
    }

    void close() {
        watch.run();
    }
}
