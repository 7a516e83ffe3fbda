package org.countinghouse.app.shift;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.CountDraft;
import org.countinghouse.app.shell.CountSheet;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.KeptCount;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shift.OpenShift.LastClose;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.count.OverShort;
import org.countinghouse.ledger.money.Money;

/// Counting the float, comparing it with what the last close left, and opening.
public final class OpenShiftViewModel {
    private final Session session;
    private final OpenShift task;
    private final Background background;
    private final KeptCount kept;
    private final Consumer<Destination> go;
    private final List<CountSheet> sheets;
    private final ReadOnlyObjectWrapper<Optional<LastClose>> lastClose = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanBinding canOpen;
    private final BooleanBinding canRepeat;
    private final UUID id;

    public OpenShiftViewModel(
            Session session, OpenShift task, Background background, KeptCount kept, Consumer<Destination> go) {
        this.session = session;
        this.task = task;
        this.background = background;
        this.kept = kept;
        this.go = go;
        this.sheets = CountSheet.each(session.shop().currencies());
        this.id = session.newId();
        kept.watch(sheets);
        this.canOpen = Bindings.createBooleanBinding(
                () -> lastClose.get().isPresent()
                        && !pending.get()
                        && !kept.isOffered()
                        && sheets.stream().allMatch(CountSheet::isReadable),
                readings());
        this.canRepeat = Bindings.createBooleanBinding(
                () -> lastClose.get().filter(OpenShiftViewModel::isRepeatable).isPresent()
                        && !pending.get()
                        && !kept.isOffered(),
                lastClose,
                kept.offerProperty(),
                pending);
        background.run(task::lastClose, this::begun, this::tell);
    }

    private void begun(LastClose last) {
        lastClose.set(Optional.of(last));
        kept.begin(new CountDraft.Of(CountDraft.Kind.OPENING, last.next()), last.after(), false);
    }

    private Observable[] readings() {
        return Stream.concat(
                        Stream.of(lastClose, pending, kept.offerProperty()),
                        sheets.stream().map(CountSheet::readableProperty))
                .toArray(Observable[]::new);
    }

    /// Every currency that was left is known note by note, and there is one.
    private static boolean isRepeatable(LastClose last) {
        return last.left().stream().anyMatch(left -> left.pieces().isPresent())
                && last.left().stream()
                        .allMatch(
                                left -> left.amount().isZero() || left.pieces().isPresent());
    }

    List<CountSheet> sheets() {
        return sheets;
    }

    KeptCount kept() {
        return kept;
    }

    /// What is known of the last close; empty until it is.
    ReadOnlyObjectProperty<Optional<LastClose>> lastCloseProperty() {
        return lastClose.getReadOnlyProperty();
    }

    /// How far the count of a sheet is from what the last close left; empty where that cannot be said yet.
    ObservableValue<Optional<Money>> overShort(CountSheet sheet) {
        return Bindings.createObjectBinding(
                () -> lastClose
                        .get()
                        .filter(LastClose::before)
                        .filter(_ -> sheet.isBegun())
                        .map(last -> last.left().get(sheets.indexOf(sheet)).amount())
                        .filter(left -> !left.isZero())
                        .map(left -> sheet.total().minus(left)),
                lastClose,
                sheet.totalProperty());
    }

    ReadOnlyBooleanProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    BooleanBinding canOpenProperty() {
        return canOpen;
    }

    BooleanBinding canRepeatProperty() {
        return canRepeat;
    }

    /// What the count of one sheet means against the last close.
    ObservableValue<Optional<Notice>> comparison(CountSheet sheet) {
        return Bindings.createObjectBinding(() -> compared(sheet), lastClose, sheet.totalProperty());
    }

    private Optional<Notice> compared(CountSheet sheet) {
        if (lastClose.get().isEmpty()) {
            return Optional.empty();
        }
        LastClose last = lastClose.get().get();
        if (!last.before()) {
            return sheet == sheets.getFirst()
                    ? Optional.of(Notice.of(Tone.INFO, "shift.open.noLast"))
                    : Optional.empty();
        }
        Money left = last.left().get(sheets.indexOf(sheet)).amount();
        return Optional.of(
                left.isZero() || !sheet.isBegun()
                        ? told(Tone.INFO, "shift.open.last", left)
                        : compared(sheet.total().minus(left)));
    }

    private static Notice compared(Money difference) {
        return switch (OverShort.of(difference)) {
            case EXACT -> Notice.of(Tone.SUCCESS, "shift.open.exact");
            case OVER -> told(Tone.INFO, "shift.open.over", difference.absolute());
            case SHORT -> told(Tone.WARNING, "shift.open.short", difference.absolute());
        };
    }

    private static Notice told(Tone tone, String key, Money amount) {
        return new Notice(tone, key, Map.of("amount", Amounts.withCode(amount)));
    }

    void sameAsLast() {
        lastClose.get().ifPresent(last -> {
            for (int at = 0; at < sheets.size(); at++) {
                last.left().get(at).pieces().ifPresent(sheets.get(at)::fill);
            }
        });
    }

    void open() {
        if (!canOpen.get()) {
            return;
        }
        var counted = sheets.stream().map(CountSheet::cash).toList();
        var order = session.order(id, new Command.OpenShift(session.shop().till(), counted, Optional.empty()));
        pending.set(true);
        notice.set(Optional.empty());
        background.run(() -> task.open(order), this::opened, this::tell);
    }

    private void opened(Answer answer) {
        pending.set(false);
        Notice.about(answer).ifPresentOrElse(this::tell, () -> {
            kept.sealed();
            go.accept(new Destination.Till());
        });
    }

    private void tell(Notice told) {
        pending.set(false);
        notice.set(Optional.of(told));
    }
}
