package org.countinghouse.app.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.countinghouse.app.palette.Finder.Seen;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.ShellViewModel;
import org.countinghouse.app.shell.Training;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.Texts;
import org.countinghouse.store.search.Fold;
import org.countinghouse.store.search.Wanted;

/// What is found for what is typed, and which of it is chosen. What can be done is there at once; receipts, shifts and
/// people come when they have been looked up, and an answer to what was typed before is dropped.
public final class PaletteViewModel {
    private static final int NOTHING = -1;

    /// What choosing leads to, beyond what the session and the frame do themselves.
    public record Ways(Consumer<Destination> go, Runnable lock, Runnable endTraining) {}

    private final Session session;
    private final ShellViewModel frame;
    private final Finder finder;
    private final Background background;
    private final Ways ways;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(NOTHING);
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    /// Which look is the last: read on other threads, so that nobody works for one that is past.
    private final AtomicLong looks = new AtomicLong();

    private Optional<Map<Language, Texts>> languages = Optional.empty();
    private Optional<Scope> scope = Optional.empty();
    private List<Offer> known = List.of();
    private List<Offer> found = List.of();

    public PaletteViewModel(Session session, ShellViewModel frame, Finder finder, Background background, Ways ways) {
        this.session = session;
        this.frame = frame;
        this.finder = finder;
        this.background = background;
        this.ways = ways;
        typed.subscribe((_, _) -> look());
    }

    StringProperty typedProperty() {
        return typed;
    }

    ObservableList<Line> lines() {
        return lines;
    }

    /// The line Enter chooses; -1 when there is none.
    ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty searchingProperty() {
        return searching.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// Begins with nothing typed. Nobody finds anything before they have signed in.
    void open() {
        standing().ifPresent(standing -> {
            scope = Optional.of(Scope.of(standing));
            known = Offers.of(standing, languages());
            found = List.of();
            notice.set(Optional.empty());
            typed.set("");
            open.set(true);
            look();
            background.run(this::prepared, _ -> {}, this::tell);
        });
    }

    private boolean prepared() {
        finder.prepare();
        return true;
    }

    private Map<Language, Texts> languages() {
        var all = languages.orElseGet(Offers::everyLanguage);
        languages = Optional.of(all);
        return all;
    }

    private Optional<Standing> standing() {
        return session.person()
                .map(person -> new Standing(
                        person,
                        frame.shiftProperty().get(),
                        frame.pages(),
                        frame.training() instanceof Training.Going,
                        frame.offersTraining(),
                        session.language(),
                        session.themeProperty().get()));
    }

    void close() {
        looks.incrementAndGet();
        searching.set(false);
        open.set(false);
    }

    private void look() {
        long look = looks.incrementAndGet();
        if (!open.get()) {
            return;
        }
        var terms = Wanted.terms(typed.get());
        if (terms.isEmpty()) {
            found = List.of();
        }
        show(terms);
        searching.set(!terms.isEmpty());
        scope.filter(_ -> !terms.isEmpty())
                .ifPresent(mine -> background.run(
                        () -> look == looks.get() ? finder.find(mine, terms) : Seen.nothing(),
                        seen -> {
                            if (look == looks.get()) {
                                answered(new FoundWords(session, mine).offers(seen), seen.whole(), terms);
                            }
                        },
                        told -> {
                            if (look == looks.get()) {
                                tell(told);
                            }
                        }));
    }

    private void answered(List<Offer> answer, boolean whole, List<String> terms) {
        searching.set(false);
        found = answer;
        notice.set(whole ? Optional.empty() : Optional.of(Notice.of(Tone.INFO, "palette.behind")));
        show(terms);
    }

    private void tell(Notice told) {
        searching.set(false);
        notice.set(Optional.of(told));
    }

    /// What was found for a little less stays while more is being typed, as far as it still fits.
    private void show(List<String> terms) {
        var before = chosenOffer();
        var now = new ArrayList<Line>();
        for (Group group : Group.values()) {
            var offers = offers(group, terms);
            if (!offers.isEmpty()) {
                now.add(new Line.Heading(group));
                offers.forEach(offer -> now.add(found(offer, terms)));
            }
        }
        chosen.set(NOTHING);
        lines.setAll(now);
        choose(before.filter(_ -> !searching.get()).flatMap(this::lineOf).orElseGet(() -> next(NOTHING, 1)));
    }

    private static Line found(Offer offer, List<String> terms) {
        return new Line.Found(
                offer,
                Fold.of(offer.title()).spans(terms),
                Fold.of(offer.detail()).spans(terms));
    }

    private List<Offer> offers(Group group, List<String> terms) {
        boolean asked = terms.isEmpty();
        if (asked && group == Group.SETTINGS) {
            return List.of();
        }
        var all = Stream.concat(
                known.stream().filter(offer -> offer.matches(terms)),
                searching.get() ? found.stream().filter(offer -> offer.matches(terms)) : found.stream());
        return all.filter(offer -> offer.group() == group)
                .sorted(Comparator.comparingInt(offer -> isLookedUp(group) ? 0 : offer.distance(terms)))
                .limit(asked ? Long.MAX_VALUE : group.most())
                .toList();
    }

    /// Those come in order, the newest first.
    private static boolean isLookedUp(Group group) {
        return switch (group) {
            case RECEIPTS, SHIFTS, PEOPLE -> true;
            case ACTIONS, PAGES, SETTINGS -> false;
        };
    }

    private Optional<Offer> chosenOffer() {
        return offer(chosen.get());
    }

    private Optional<Offer> offer(int line) {
        return line >= 0 && line < lines.size() && lines.get(line) instanceof Line.Found each
                ? Optional.of(each.offer())
                : Optional.empty();
    }

    private Optional<Integer> lineOf(Offer offer) {
        for (int i = 0; i < lines.size(); i++) {
            if (offer(i).filter(
                            each -> each.group() == offer.group() && each.id().equals(offer.id()))
                    .isPresent()) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /// Goes up or down so many offers; headings are passed by.
    void move(int by) {
        int step = Integer.signum(by);
        for (int i = 0; i < Math.abs(by); i++) {
            int next = next(chosen.get(), step);
            if (next == NOTHING) {
                return;
            }
            choose(next);
        }
    }

    private int next(int from, int step) {
        for (int at = from + step; at >= 0 && at < lines.size(); at += step) {
            if (lines.get(at) instanceof Line.Found) {
                return at;
            }
        }
        return NOTHING;
    }

    void choose(int line) {
        chosen.set(offer(line).isPresent() ? line : NOTHING);
    }

    /// Does what is chosen. Twice is once: the first closes the palette.
    void act() {
        if (open.get()) {
            chosenOffer().ifPresent(offer -> {
                close();
                act(offer.choice());
            });
        }
    }

    private void act(Choice choice) {
        switch (choice) {
            case Choice.Go(var to) -> ways.go().accept(to);
            case Choice.Lock() -> ways.lock().run();
            case Choice.Train() -> frame.train();
            case Choice.EndTraining() -> ways.endTraining().run();
            case Choice.Speak(var language) -> session.languageProperty().set(language);
            case Choice.Wear(var theme) -> session.themeProperty().set(theme);
        }
    }
}
