package org.countinghouse.app.count;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.countinghouse.app.count.RecountTill.Situation;
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
import org.countinghouse.ledger.shift.ShiftRecounted;

/// Counting again after the close: the close stays, and what is found is a record of its own, with a reason.
public final class RecountViewModel {
    private final Session session;
    private final RecountTill task;
    private final Background background;
    private final KeptCount kept;
    private final List<CountSheet> sheets;
    private final ReasonChoice reason = new ReasonChoice();
    private final ReadOnlyObjectWrapper<Optional<Situation>> situation = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Counted>> found = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanBinding canRecount;
    private UUID id;

    public RecountViewModel(Session session, RecountTill task, Background background, KeptCount kept) {
        this.session = session;
        this.task = task;
        this.background = background;
        this.kept = kept;
        this.sheets = CountSheet.each(session.shop().currencies());
        this.id = session.newId();
        reason.askedProperty().set(true);
        kept.watch(sheets);
        var readings = Stream.concat(
                        Stream.of(situation, found, pending, kept.offerProperty(), reason.completeProperty()),
                        sheets.stream().map(CountSheet::readableProperty))
                .toArray(Observable[]::new);
        this.canRecount = Bindings.createBooleanBinding(this::isReady, readings);
        background.run(task::situation, this::begun, this::tell);
    }

    private boolean isReady() {
        return situation.get().filter(now -> now.left() > 0).isPresent()
                && found.get().isEmpty()
                && !pending.get()
                && !kept.isOffered()
                && reason.completeProperty().get()
                && sheets.stream().allMatch(CountSheet::isReadable);
    }

    private void begun(Optional<Situation> now) {
        situation.set(now);
        now.ifPresentOrElse(this::begun, () -> tell(Notice.of(Tone.INFO, "count.again.nothing")));
    }

    private void begun(Situation now) {
        reason.listedProperty().set(now.reasons());
        if (now.left() > 0) {
            kept.begin(new CountDraft.Of(CountDraft.Kind.RECOUNT, now.shift()), now.after(), false);
        } else {
            tell(Notice.of(Tone.WARNING, "count.again.often"));
        }
    }

    List<CountSheet> sheets() {
        return sheets;
    }

    KeptCount kept() {
        return kept;
    }

    ReasonChoice reason() {
        return reason;
    }

    ReadOnlyObjectProperty<Optional<Situation>> situationProperty() {
        return situation.getReadOnlyProperty();
    }

    /// What the count says; empty until it is sealed.
    ReadOnlyObjectProperty<List<Counted>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    BooleanBinding canRecountProperty() {
        return canRecount;
    }

    void recount() {
        if (!canRecount.get()) {
            return;
        }
        var counted = sheets.stream().map(CountSheet::cash).toList();
        var order =
                session.order(id, new Command.Recount(session.shop().till(), counted, reason.reason(), reason.note()));
        pending.set(true);
        notice.set(Optional.empty());
        background.run(() -> task.perform(order), this::answered, this::tell);
    }

    private void answered(Answer answer) {
        pending.set(false);
        notice.set(Notice.about(answer));
        switch (answer) {
            case Answer.Done done -> {
                kept.sealed();
                done.entries().stream()
                        .map(entry -> entry.fact())
                        .filter(ShiftRecounted.class::isInstance)
                        .map(ShiftRecounted.class::cast)
                        .forEach(this::recounted);
            }
            case Answer.Refused _ -> id = session.newId();
            case Answer.NotRecording _ -> {}
        }
    }

    private void recounted(ShiftRecounted recounted) {
        found.set(recounted.counts());
        tell(new Notice(Tone.SUCCESS, "count.again.done", Map.of("shift", recounted.shift())));
    }

    private void tell(Notice told) {
        pending.set(false);
        notice.set(Optional.of(told));
    }
}
