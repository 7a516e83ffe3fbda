package org.countinghouse.app.count;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.countinghouse.app.count.CloseShift.Comparison;
import org.countinghouse.app.count.CloseShift.Situation;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.CountDraft;
import org.countinghouse.app.shell.CountSheet;
import org.countinghouse.app.shell.KeptCount;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Session;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.ledger.shift.ShiftClosed;
import org.countinghouse.ledger.shift.ShiftId;

/// Counting blind, then comparing, then closing. What is expected is asked for only once the count is sealed.
public final class CountViewModel {
    enum Step {
        COUNTING,
        COMPARING,
        CLOSED
    }

    private final Session session;
    private final CloseShift task;
    private final Background background;
    private final List<CountSheet> sheets;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.COUNTING);
    private final ReadOnlyObjectWrapper<Optional<Situation>> situation = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Comparison> comparison = new ReadOnlyObjectWrapper<>(Comparison.NONE);
    private final KeptCount kept;
    private final ReasonChoice reason = new ReasonChoice();
    private final ReadOnlyObjectWrapper<List<SlipEntry>> slips = new ReadOnlyObjectWrapper<>(List.of());
    private final BooleanProperty slipsReadable = new SimpleBooleanProperty(true);
    private final BooleanProperty dropping = new SimpleBooleanProperty(false);
    private final StringProperty bag = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper printing = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Entry>> report = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ShiftClosed>> closed = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanBinding canSeal;
    private final BooleanBinding canClose;
    private UUID sealing;
    private UUID closing;
    private Optional<ShiftId> parked = Optional.empty();

    public CountViewModel(Session session, CloseShift task, Background background, KeptCount kept) {
        this.session = session;
        this.task = task;
        this.background = background;
        this.kept = kept;
        this.sheets = CountSheet.each(session.shop().currencies());
        this.sealing = session.newId();
        this.closing = session.newId();
        kept.watch(sheets);
        var readings = Stream.concat(
                        Stream.of(situation, pending, slipsReadable, kept.offerProperty()),
                        sheets.stream().map(CountSheet::readableProperty))
                .toArray(Observable[]::new);
        this.canSeal = Bindings.createBooleanBinding(this::isReadyToSeal, readings);
        this.canClose = Bindings.createBooleanBinding(
                () -> !pending.get()
                        && reason.completeProperty().get()
                        && (isParked() || !dropping.get() || !bag.get().isBlank()),
                pending,
                dropping,
                bag,
                reason.completeProperty());
    }

    private boolean isReadyToSeal() {
        return situation.get().isPresent()
                && !pending.get()
                && !kept.isOffered()
                && slipsReadable.get()
                && sheets.stream().allMatch(CountSheet::isReadable);
    }

    /// Finds out what is to be counted, and whether somebody began already.
    ///
    /// @param waiting the parked shift to count; empty for the one that has the till
    void begin(Optional<ShiftId> waiting) {
        parked = waiting;
        look(this::begun);
    }

    private void look(Consumer<Look> then) {
        background.run(() -> task.situation(parked).map(this::looked), found -> found.ifPresent(then), this::tell);
    }

    private record Look(Situation now, CountDraft.Of of, boolean moved) {}

    private Look looked(Situation now) {
        var of = new CountDraft.Of(CountDraft.Kind.CLOSING, now.shift());
        boolean moved = kept.kept(of)
                .filter(draft -> task.movedSince(now.shift(), draft.begunAfter()))
                .isPresent();
        return new Look(now, of, moved);
    }

    private void begun(Look look) {
        take(look);
        look.now()
                .sealed()
                .ifPresentOrElse(
                        this::compare, () -> kept.begin(look.of(), look.now().after(), look.moved()));
    }

    private void take(Look look) {
        Situation now = look.now();
        reason.listedProperty().set(now.reasons());
        if (!now.slips().equals(slips.get().stream().map(SlipEntry::slips).toList())) {
            slips.set(now.slips().stream().map(SlipEntry::new).toList());
            slips.get().forEach(slip -> {
                kept.watch(slip.place(), slip.typedProperty());
                slip.typedProperty()
                        .subscribe(_ -> slipsReadable.set(slips.get().stream().allMatch(SlipEntry::isReadable)));
            });
        }
        situation.set(Optional.of(now));
    }

    /// Whether it is a tray that is counted: it goes to the safe whole.
    boolean isParked() {
        return parked.isPresent();
    }

    /// What may be known while counting; empty until it is known.
    ReadOnlyObjectProperty<Optional<Situation>> situationProperty() {
        return situation.getReadOnlyProperty();
    }

    KeptCount kept() {
        return kept;
    }

    ReasonChoice reason() {
        return reason;
    }

    ReadOnlyObjectProperty<List<SlipEntry>> slipsProperty() {
        return slips.getReadOnlyProperty();
    }

    List<CountSheet> sheets() {
        return sheets;
    }

    ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /// Empty until a count is sealed.
    ReadOnlyObjectProperty<Comparison> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    /// Whether the proposed drop goes to the safe at the close.
    BooleanProperty droppingProperty() {
        return dropping;
    }

    StringProperty bagProperty() {
        return bag;
    }

    ReadOnlyBooleanProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// Whether the Z slip is on its way to the printer.
    ReadOnlyBooleanProperty printingProperty() {
        return printing.getReadOnlyProperty();
    }

    /// The close itself.
    ReadOnlyObjectProperty<Optional<ShiftClosed>> closedProperty() {
        return closed.getReadOnlyProperty();
    }

    /// The Z report of the close; a parked shift waits for the till's next one.
    ReadOnlyObjectProperty<Optional<Entry>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    BooleanBinding canSealProperty() {
        return canSeal;
    }

    BooleanBinding canCloseProperty() {
        return canClose;
    }

    void seal() {
        if (step.get() != Step.COUNTING || !canSeal.get()) {
            return;
        }
        var counted = sheets.stream().map(CountSheet::cash).toList();
        var declared =
                slips.get().stream().flatMap(slip -> slip.declared().stream()).toList();
        var order = session.order(sealing, new Command.CountTill(session.shop().till(), parked, counted, declared));
        begin();
        background.run(() -> task.perform(order), this::answeredSeal, this::tell);
    }

    private void answeredSeal(Answer answer) {
        pending.set(false);
        notice.set(Notice.about(answer));
        if (answer instanceof Answer.Done) {
            kept.sealed();
            look(look -> {
                take(look);
                look.now().sealed().ifPresent(this::compare);
            });
        }
    }

    private void compare(Comparison sealed) {
        comparison.set(sealed);
        dropping.set(!drops().isEmpty());
        reason.askedProperty()
                .set(sealed.isOff() && !reason.listedProperty().get().isEmpty());
        step.set(Step.COMPARING);
        notice.set(largeDifference(sealed).or(() -> offBefore(sealed)));
    }

    /// The count agrees and a reason is asked all the same: that must be told.
    private static Optional<Notice> offBefore(Comparison sealed) {
        boolean agrees =
                sealed.cash().stream().allMatch(count -> count.overShort().isZero());
        return sealed.offBefore() && agrees
                ? Optional.of(Notice.of(Tone.INFO, "shift.close.offBefore"))
                : Optional.empty();
    }

    private Optional<Notice> largeDifference(Comparison sealed) {
        for (Counted count : sealed.cash()) {
            Optional<Money> limit = session.shop().limits().overShort(count.currency());
            if (limit.isPresent() && count.overShort().absolute().compareTo(limit.get()) > 0) {
                return Optional.of(
                        new Notice(Tone.WARNING, "shift.close.large", Map.of("amount", Amounts.withCode(limit.get()))));
            }
        }
        return Optional.empty();
    }

    /// What is proposed for the safe, one per currency that has more than the float.
    List<Cash> drops() {
        if (isParked()) {
            return List.of();
        }
        return comparison.get().cash().stream()
                .flatMap(count ->
                        ClosingDrop.proposed(
                                count.counted(), session.shop().limits().floatTarget(count.currency()))
                                .stream())
                .toList();
    }

    /// What stays in the till when the proposed drop goes.
    Money left(Counted count) {
        if (isParked()) {
            return count.currency().zero();
        }
        return drops().stream()
                .filter(_ -> dropping.get())
                .filter(drop -> drop.currency().equals(count.currency()))
                .map(drop -> count.counted().amount().minus(drop.amount()))
                .findFirst()
                .orElse(count.counted().amount());
    }

    /// Back to counting; the sealed count stays in the books beside the next one.
    void recount() {
        if (step.get() == Step.COMPARING && !pending.get()) {
            sealing = session.newId();
            closing = session.newId();
            notice.set(Optional.empty());
            comparison.set(Comparison.NONE);
            reason.clear();
            sheets.forEach(CountSheet::clear);
            slips.get().forEach(slip -> slip.typedProperty().set(""));
            step.set(Step.COUNTING);
            situation
                    .get()
                    .ifPresent(now ->
                            kept.begin(new CountDraft.Of(CountDraft.Kind.CLOSING, now.shift()), now.after(), false));
        }
    }

    void close() {
        if (step.get() != Step.COMPARING || !canClose.get()) {
            return;
        }
        List<Cash> drops = dropping.get() ? drops() : List.of();
        var order = session.order(
                closing,
                new Command.CloseShift(
                        session.shop().till(),
                        parked,
                        drops,
                        bag.get().strip(),
                        !isParked(),
                        reason.reason(),
                        reason.note()));
        begin();
        background.run(() -> task.perform(order), this::answeredClose, this::tell);
    }

    private void answeredClose(Answer answer) {
        pending.set(false);
        notice.set(Notice.about(answer));
        if (answer instanceof Answer.Done done) {
            done.entries().stream()
                    .map(Entry::fact)
                    .filter(ShiftClosed.class::isInstance)
                    .map(ShiftClosed.class::cast)
                    .forEach(fact -> closed.set(Optional.of(fact)));
            report.set(done.entries().stream()
                    .filter(entry -> entry.fact() instanceof ZReported)
                    .findFirst());
            step.set(Step.CLOSED);
            print(this::tellUnlessPrinted);
        }
    }

    /// Prints the Z report once more.
    void print() {
        print(this::tell);
    }

    private void print(Consumer<Notice> told) {
        report.get().filter(_ -> !printing.get()).ifPresent(z -> {
            printing.set(true);
            background.run(() -> task.print(z, session.language()), answer -> printed(answer, told), this::tell);
        });
    }

    private void printed(Notice answer, Consumer<Notice> told) {
        printing.set(false);
        told.accept(answer);
    }

    /// The close itself is done: only a slip that did not come out is worth a word.
    private void tellUnlessPrinted(Notice told) {
        if (told.tone() != Tone.SUCCESS) {
            tell(told);
        }
    }

    private void begin() {
        pending.set(true);
        notice.set(Optional.empty());
    }

    private void tell(Notice told) {
        pending.set(false);
        printing.set(false);
        notice.set(Optional.of(told));
    }
}
