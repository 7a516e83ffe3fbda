package org.countinghouse.app.machine;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.countinghouse.app.shell.Background;

/// How it stands with the cash machine, shown again after every entry. Only for the screen thread.
public final class MachineWatch {
    private final TillMachine machine;
    private final Background background;
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.NOT_KNOWN);
    private long looks;

    public MachineWatch(TillMachine machine, Background background) {
        this.machine = machine;
        this.background = background;
        machine.desk().watch(_ -> background.show(this::refresh));
        refresh();
    }

    ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    Standing standing() {
        return standing.get();
    }

    /// What nobody knows the end of; what is on its way, or is being looked at for the first time, is none yet.
    List<Doubt> doubts(Optional<Movement> movement) {
        Predicate<Doubt> onItsWay =
                doubt -> movement.filter(now -> now.id().equals(doubt.intent())).isPresent();
        return standing.get().doubts().stream()
                .filter(onItsWay.negate())
                .filter(doubt -> doubt.canBeSettled() || !doubt.here())
                .toList();
    }

    /// Looks at the books and at what the machine said last. A later look makes an earlier one void.
    void refresh() {
        long look = ++looks;
        background.run(
                machine::standing,
                seen -> {
                    if (look == looks) {
                        standing.set(seen);
                    }
                },
                _ -> {});
    }
}
