package org.countinghouse.app.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Destination.Chosen;
import org.countinghouse.app.shell.Destination.Move.Kind;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.ShellViewModel;
import org.countinghouse.app.shell.Theme;
import org.countinghouse.app.shell.Training;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaletteViewModelTest {
    private final SampleStation station = SampleStation.of(SampleShop.PHNOM_PENH);
    private final List<Destination> went = new ArrayList<>();
    private final AtomicInteger locked = new AtomicInteger();
    private final Deque<Runnable> work = new ArrayDeque<>();

    @BeforeEach
    void open() {
        station.order(new Command.OpenShift(
                station.shop.till(),
                List.of(
                        Cash.of(station.money("50.00")),
                        Cash.of(station.shop.currencies().getLast().zero())),
                Optional.empty()));
    }

    private PaletteViewModel model(Session session, Background background) {
        var frame = new ShellViewModel(
                session,
                station.desk,
                SampleStation.atOnce(),
                station.desk::now,
                Optional.empty(),
                new Training.NotOffered());
        return new PaletteViewModel(
                session,
                frame,
                Finder.of(station.desk, station.shop, Optional.empty()),
                background,
                new PaletteViewModel.Ways(went::add, locked::incrementAndGet, () -> {}));
    }

    private PaletteViewModel opened(String employee) {
        var model = model(station.session(employee), SampleStation.atOnce());
        model.open();
        return model;
    }

    private static List<String> ids(PaletteViewModel model) {
        return model.lines().stream()
                .flatMap(line -> line instanceof Line.Found found
                        ? java.util.stream.Stream.of(found.offer().id())
                        : java.util.stream.Stream.empty())
                .toList();
    }

    @Test
    void beforeAnythingIsTypedTheLikeliestStandsFirstWithItsKey() {
        var model = opened("dara");
        assertThat(ids(model)).startsWith("safe-drop", "no-sale", "paid-out");
        assertThat(model.lines().getFirst()).isEqualTo(new Line.Heading(Group.ACTIONS));
        assertThat(((Line.Found) model.lines().get(1)).offer().key()).isEqualTo("F7");
        assertThat(model.chosenProperty().get()).isEqualTo(1);
    }

    @Test
    void enterDoesWhatIsChosenOnceAndCloses() {
        var model = opened("dara");
        model.typedProperty().set("drop");
        model.act();
        model.act();
        assertThat(went).containsExactly(new Destination.Move(Kind.SAFE_DROP));
        assertThat(model.openProperty().get()).isFalse();
    }

    @Test
    void arrowsPassHeadingsByAndStopAtTheEnds() {
        var model = opened("maly");
        model.move(-1);
        assertThat(model.chosenProperty().get()).isEqualTo(1);
        model.move(1_000);
        int last = model.chosenProperty().get();
        assertThat(last).isEqualTo(model.lines().size() - 1);
        for (int line = last; line > 1; line--) {
            model.move(-1);
            assertThat(model.lines().get(model.chosenProperty().get())).isInstanceOf(Line.Found.class);
        }
    }

    @Test
    void anotherLanguagesWordIsKnownToo() {
        var model = opened("dara");
        model.typedProperty().set("បង់");
        model.typedProperty().set("ចាក់សោ");
        assertThat(ids(model)).contains("lock");
        model.act();
        assertThat(locked).hasValue(1);
    }

    @Test
    void anAnswerToWhatWasTypedBeforeIsDropped() {
        var session = station.session("maly");
        var model = model(session, new Background(work::add, Runnable::run));
        model.open();
        model.typedProperty().set("dara");
        model.typedProperty().set("bopha");
        assertThat(model.searchingProperty().get()).isTrue();
        while (work.size() > 1) {
            work.removeLast().run();
        }
        assertThat(ids(model)).contains("bopha").doesNotContain("dara");
        assertThat(model.searchingProperty().get()).isFalse();
        work.remove().run();
        assertThat(ids(model)).contains("bopha").doesNotContain("dara");
    }

    @Test
    void anAnswerAfterClosingShowsNothing() {
        var model = model(station.session("maly"), new Background(work::add, Runnable::run));
        model.open();
        model.typedProperty().set("dara");
        model.close();
        work.forEach(Runnable::run);
        assertThat(model.openProperty().get()).isFalse();
        assertThat(ids(model)).doesNotContain("dara");
    }

    @Test
    void aPersonLeadsToPeopleAndAShiftToShifts() {
        var model = opened("maly");
        model.typedProperty().set("bopha");
        model.act();
        model.open();
        model.typedProperty().set("1-1 dara");
        model.act();
        assertThat(went)
                .containsExactly(
                        new Destination.OfficeAt(new Chosen.OfPerson("bopha")),
                        new Destination.OfficeAt(new Chosen.OfShift(
                                station.desk
                                        .ask(books -> books.openShift(station.shop.till()))
                                        .orElseThrow()
                                        .id(),
                                station.desk.today())));
    }

    @Test
    void theLookIsChangedFromHere() {
        var session = station.session("dara");
        var model = model(session, SampleStation.atOnce());
        model.open();
        model.typedProperty().set("dark");
        model.act();
        assertThat(session.themeProperty().get()).isEqualTo(Theme.DARK);
    }

    @Test
    void nobodySignedInFindsNothing() {
        var model = model(station.session(), SampleStation.atOnce());
        model.open();
        assertThat(model.openProperty().get()).isFalse();
        assertThat(model.lines()).isEmpty();
    }

    @Test
    void whatIsNowhereSaysSo() {
        var model = opened("dara");
        model.typedProperty().set("zzzz");
        assertThat(model.lines()).isEmpty();
        model.act();
        assertThat(went).isEmpty();
        assertThat(model.openProperty().get()).isTrue();
    }
}
