package org.countinghouse.app.device;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Session;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Holdings;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.spi.CashMachinePeer;
import org.countinghouse.device.spi.CashMachinePeer.Scene;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;

/// A simulated cash machine as somebody sees it who stands before it: what it holds, and what can be made happen to it.
public final class SimulatedMachineViewModel {
    static final int REFILL_PIECES = 5;
    private static final int MOST_BEFORE_A_JAM = 20;

    private final Session session;
    private final TrainingDevices devices;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<Inside>> inside = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper jamAfter = new ReadOnlyIntegerWrapper(1);
    private final ReadOnlyBooleanWrapper changing = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Refresh refresh;
    private final PracticeTill till;
    private Pieces takenFromTray = Pieces.NONE;

    /// What is really inside, whatever the protocol says.
    ///
    /// @param tray what was pushed out and nobody took yet
    /// @param scenes what can be made happen to this one
    /// @param unsettled how many orders nobody knows the end of
    record Inside(String kind, List<Row> rows, Pieces tray, Set<Scene> scenes, int unsettled) {}

    /// One denomination, and how many of it lie where.
    record Row(Denomination denomination, int recycler, int cashbox, int reject, int bezel) {
        static Row of(Denomination denomination, Holdings holds) {
            return new Row(
                    denomination,
                    holds.in(Place.RECYCLER).count(denomination),
                    holds.in(Place.CASHBOX).count(denomination),
                    holds.in(Place.REJECT).count(denomination),
                    holds.in(Place.BEZEL).count(denomination));
        }
    }

    public SimulatedMachineViewModel(Session session, TrainingDevices devices, Background background) {
        this.session = session;
        this.devices = devices;
        this.background = background;
        this.refresh = new Refresh(this::look);
        this.till = new PracticeTill(session, devices, background, told -> {
            tell(told);
            refresh();
        });
        devices.whenMachineChanged(() -> background.show(refresh::wanted));
        refresh();
    }

    /// Looks again.
    void refresh() {
        refresh.wanted();
    }

    /// Empty until the first look.
    ReadOnlyObjectProperty<Optional<Inside>> insideProperty() {
        return inside.getReadOnlyProperty();
    }

    /// After how many pieces a jam would come.
    ReadOnlyIntegerProperty jamAfterProperty() {
        return jamAfter.getReadOnlyProperty();
    }

    /// Whether another machine is being put there.
    ReadOnlyBooleanProperty changingProperty() {
        return changing.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// What the cashier does with the machine.
    PracticeTill till() {
        return till;
    }

    List<String> kinds() {
        return devices.machines();
    }

    Currency currency() {
        return session.shop().mainCurrency();
    }

    Money worth(Denomination denomination) {
        return currency().of(denomination.minorUnits());
    }

    private void look(Runnable done) {
        var taken = takenFromTray;
        background.run(
                () -> look(taken),
                seen -> {
                    if (!inside.get().equals(Optional.of(seen))) {
                        inside.set(Optional.of(seen));
                    }
                    done.run();
                },
                told -> {
                    tell(told);
                    done.run();
                });
    }

    private Inside look(Pieces taken) {
        var machine = devices.machine();
        var peer = machine.peer();
        var holds = peer.holds();
        var rows = Stream.concat(devices.filling().counts().keySet().stream(), holds.all().counts().keySet().stream())
                .distinct()
                .sorted()
                .map(each -> Row.of(each, holds))
                .toList();
        return new Inside(
                machine.kind(),
                rows.reversed(),
                taken.lacking(peer.paidOut()),
                EnumSet.copyOf(peer.scenes()),
                new PracticeMachine(machine).unsettled());
    }

    void choose(String kind) {
        if (changing.get()
                || inside.get().filter(seen -> seen.kind().equals(kind)).isPresent()) {
            return;
        }
        changing.set(true);
        tell(Notice.of(Tone.INFO, "device.simulated.changing"));
        background.run(
                () -> {
                    devices.choose(kind);
                    return kind;
                },
                _ -> {
                    changing.set(false);
                    takenFromTray = Pieces.NONE;
                    till.changed();
                    notice.set(Optional.empty());
                    refresh();
                },
                told -> {
                    changing.set(false);
                    tell(told);
                });
    }

    void play(Scene scene) {
        act(peer -> peer.play(scene));
    }

    /// Nobody is heard through the cable any more, and who was connected is cut off.
    void pullCable() {
        act(peer -> {
            peer.play(Scene.DEAD);
            peer.play(Scene.CABLE_CUT);
        });
    }

    void jamAfterMore() {
        jamAfter.set(Math.min(MOST_BEFORE_A_JAM, jamAfter.get() + 1));
    }

    void jamAfterFewer() {
        jamAfter.set(Math.max(0, jamAfter.get() - 1));
    }

    void jamNext() {
        int pieces = jamAfter.get();
        act(peer -> peer.jamAfter(pieces));
    }

    void insert(Denomination denomination) {
        background.run(
                () -> devices.machine().peer().insert(denomination),
                taken -> {
                    notice.set(
                            taken ? Optional.empty() : Optional.of(Notice.of(Tone.INFO, "device.simulated.notTaken")));
                    refresh();
                },
                this::tell);
    }

    void refill(Denomination denomination) {
        act(peer -> peer.refill(Pieces.of(denomination, REFILL_PIECES)));
    }

    void emptyTray() {
        background.run(
                () -> devices.machine().peer().takeFromTray(),
                pieces -> {
                    takenFromTray = takenFromTray.plus(pieces);
                    refresh();
                },
                this::tell);
    }

    private void act(Consumer<CashMachinePeer> deed) {
        background.run(
                () -> {
                    deed.accept(devices.machine().peer());
                    return true;
                },
                _ -> refresh(),
                this::tell);
    }

    private void tell(Notice told) {
        notice.set(Optional.of(told));
    }
}
