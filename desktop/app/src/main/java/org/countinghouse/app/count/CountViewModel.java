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
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.CountSheet;
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
    private final ReadOnlyObjectWrapper<List<Counted>> comparison = new ReadOnlyObjectWrapper<>(List.of());
    private final BooleanProperty dropping = new SimpleBooleanProperty(false);
    private final StringProperty bag = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper printing = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Entry>> report = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanBinding canSeal;
    private final BooleanBinding canClose;
    private UUID sealing;
    private UUID closing;

    public CountViewModel(Session session, CloseShift task, Background background) {
        this.session = session;
        this.task = task;
        this.background = background;
        this.sheets = CountSheet.each(session.shop().currencies());
        this.sealing = session.newId();
        this.closing = session.newId();
        var readings = Stream.concat(Stream.of(pending), sheets.stream().map(CountSheet::readableProperty))
                .toArray(Observable[]::new);
        this.canSeal = Bindings.createBooleanBinding(
                () -> !pending.get() && sheets.stream().allMatch(CountSheet::isReadable), readings);
        this.canClose = Bindings.createBooleanBinding(
                () -> !pending.get() && (!dropping.get() || !bag.get().isBlank()), pending, dropping, bag);
        background.run(task::comparison, found -> found.ifPresent(this::compare), this::tell);
    }

    List<CountSheet> sheets() {
        return sheets;
    }

    ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /// Empty until a count is sealed.
    ReadOnlyObjectProperty<List<Counted>> comparisonProperty() {
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

    /// The Z report of the close.
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
        var order = session.order(sealing, new Command.CountTill(session.shop().till(), counted));
        begin();
        background.run(() -> compared(task.perform(order)), this::answeredSeal, this::tell);
    }

    private record Seal(Answer answer, Optional<List<Counted>> comparison) {}

    private Seal compared(Answer answer) {
        return new Seal(answer, answer instanceof Answer.Done ? task.comparison() : Optional.empty());
    }

    private void answeredSeal(Seal seal) {
        pending.set(false);
        notice.set(Notice.about(seal.answer()));
        seal.comparison().ifPresent(this::compare);
    }

    private void compare(List<Counted> counts) {
        comparison.set(counts);
        dropping.set(!drops().isEmpty());
        step.set(Step.COMPARING);
        notice.set(largeDifference(counts));
    }

    private Optional<Notice> largeDifference(List<Counted> counts) {
        for (Counted count : counts) {
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
        return comparison.get().stream()
                .flatMap(count ->
                        ClosingDrop.proposed(
                                count.counted(), session.shop().limits().floatTarget(count.currency()))
                                .stream())
                .toList();
    }

    /// What stays in the till when the proposed drop goes.
    Money left(Counted count) {
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
            comparison.set(List.of());
            sheets.forEach(CountSheet::clear);
            step.set(Step.COUNTING);
        }
    }

    void close() {
        if (step.get() != Step.COMPARING || !canClose.get()) {
            return;
        }
        List<Cash> drops = dropping.get() ? drops() : List.of();
        var order = session.order(
                closing,
                new Command.CloseShift(session.shop().till(), drops, bag.get().strip(), true));
        begin();
        background.run(() -> task.perform(order), this::answeredClose, this::tell);
    }

    private void answeredClose(Answer answer) {
        pending.set(false);
        notice.set(Notice.about(answer));
        if (answer instanceof Answer.Done done) {
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
