package org.countinghouse.app.device;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.device.spi.PrinterPeer;
import org.countinghouse.device.spi.PrinterPeer.Printout;
import org.countinghouse.device.spi.PrinterPeer.Scene;
import org.countinghouse.device.spi.PrinterPeer.Standing;
import org.countinghouse.device.spi.PrinterPeer.Standing.Roll;

/// A simulated printer and its drawer: how they stand there, what came out, and what can be done to them.
public final class SimulatedPrinterViewModel {
    private static final int LINES_TO_THE_END = 5;

    private final PrinterPeer printer;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<Standing>> standing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Refresh refresh;
    private List<Printout> slips = List.of();

    /// The slip that is looked at.
    ///
    /// @param number from 1; 0 while nothing was printed
    /// @param of how many there are
    record Shown(int number, int of, Optional<Printout> slip) {
        static final Shown NOTHING = new Shown(0, 0, Optional.empty());
    }

    private record Look(Standing standing, List<Printout> slips) {}

    public SimulatedPrinterViewModel(TrainingDevices devices, Background background) {
        this.printer = devices.simulatedPrinter();
        this.background = background;
        this.refresh = new Refresh(done -> background.run(
                () -> new Look(printer.standing(), printer.printouts()),
                look -> {
                    show(look);
                    done.run();
                },
                told -> {
                    tell(told);
                    done.run();
                }));
        printer.whenChanged(() -> background.show(refresh::wanted));
        refresh.wanted();
    }

    /// Empty until the first look.
    ReadOnlyObjectProperty<Optional<Standing>> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    private void show(Look look) {
        standing.set(Optional.of(look.standing()));
        if (look.slips().size() != slips.size()) {
            slips = look.slips();
            turnTo(slips.size());
        }
    }

    void earlierSlip() {
        turnTo(shown.get().number() - 1);
    }

    void laterSlip() {
        turnTo(shown.get().number() + 1);
    }

    private void turnTo(int number) {
        if (number >= 1 && number <= slips.size()) {
            shown.set(new Shown(number, slips.size(), Optional.of(slips.get(number - 1))));
        }
    }

    /// What would change something, as it stands now.
    static Set<Scene> sensible(Standing standing) {
        var scenes = EnumSet.of(
                standing.coverOpen() ? Scene.COVER_SHUT : Scene.COVER_OPEN,
                standing.knifeStuck() ? Scene.KNIFE_FREE : Scene.KNIFE_STUCK,
                standing.answers() ? Scene.DEAD : Scene.ALIVE,
                standing.pluggedIn() ? Scene.UNPLUGGED : Scene.PLUGGED_IN,
                standing.drawerLocked() ? Scene.DRAWER_UNLOCKED : Scene.DRAWER_LOCKED);
        if (standing.roll() != Roll.OUT) {
            scenes.add(Scene.PAPER_OUT);
        }
        if (standing.roll() == Roll.ENOUGH) {
            scenes.add(Scene.PAPER_NEAR_END);
        }
        if (standing.roll() != Roll.ENOUGH || standing.linesLeft().isPresent()) {
            scenes.add(Scene.PAPER_IN);
        }
        return scenes;
    }

    void play(Scene scene) {
        act(() -> printer.play(scene));
    }

    /// The roll ends in the middle of the next slip.
    void endPaperSoon() {
        act(() -> printer.paperEndsAfter(LINES_TO_THE_END));
    }

    void turnKey() {
        act(printer::turnDrawerKey);
    }

    void pushShut() {
        act(printer::pushDrawerShut);
    }

    private void act(Runnable deed) {
        background.run(
                () -> {
                    deed.run();
                    return true;
                },
                _ -> refresh.wanted(),
                this::tell);
    }

    private void tell(Notice told) {
        notice.set(Optional.of(told));
    }
}
