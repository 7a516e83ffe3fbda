package org.countinghouse.app.backoffice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Session;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.approval.Policy;
import org.countinghouse.ledger.correction.LateRecorded.What;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.MoneyFormatException;
import org.countinghouse.ledger.till.Tender;

/// A correction of an entry, or an entry of a closed day: filled in, looked at in a sentence, then written.
final class CorrectionViewModel {
    /// The word the books keep where the shop lists no reasons: what was typed is the note then.
    private static final String LATE = "late";

    enum Step {
        CLOSED,
        ENTERING,
        CHECKING
    }

    private final Session session;
    private final AuditTrail trail;
    private final Background background;
    private final Consumer<Notice> done;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.CLOSED);
    private final ReadOnlyObjectWrapper<List<Policy.Reason>> reasons = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty reason = new SimpleStringProperty("");
    private final StringProperty note = new SimpleStringProperty("");
    private final StringProperty date = new SimpleStringProperty("");
    private final StringProperty amount = new SimpleStringProperty("");
    private final ObjectProperty<What> what = new SimpleObjectProperty<>(What.PAID_OUT);
    private final ObjectProperty<Tender> tender = new SimpleObjectProperty<>(Tender.CASH);
    private final ObjectProperty<Currency> currency;
    private Optional<AuditRow> wrong = Optional.empty();
    private UUID id;

    /// @param done hears what was written
    CorrectionViewModel(Session session, AuditTrail trail, Background background, Consumer<Notice> done) {
        this.session = session;
        this.trail = trail;
        this.background = background;
        this.done = done;
        this.currency = new SimpleObjectProperty<>(session.shop().mainCurrency());
        this.id = session.newId();
    }

    ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /// The shop's; empty when every reason is good, and it is typed.
    ReadOnlyObjectProperty<List<Policy.Reason>> reasonsProperty() {
        return reasons.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    StringProperty reasonProperty() {
        return reason;
    }

    StringProperty noteProperty() {
        return note;
    }

    /// The closed business date a late entry belongs to.
    StringProperty dateProperty() {
        return date;
    }

    StringProperty amountProperty() {
        return amount;
    }

    ObjectProperty<What> whatProperty() {
        return what;
    }

    ObjectProperty<Tender> tenderProperty() {
        return tender;
    }

    ObjectProperty<Currency> currencyProperty() {
        return currency;
    }

    /// Whether something is written late, rather than corrected.
    boolean isLate() {
        return wrong.isEmpty();
    }

    /// A sale or refund can have been paid in several ways; cash that moves is cash.
    boolean hasTender() {
        return switch (what.get()) {
            case SALE, REFUND -> true;
            case PAID_IN, PAID_OUT -> false;
        };
    }

    void correct(AuditRow row) {
        begin(Optional.of(row));
    }

    void recordLate() {
        begin(Optional.empty());
    }

    private void begin(Optional<AuditRow> row) {
        if (pending.get()) {
            return;
        }
        wrong = row;
        id = session.newId();
        List.of(reason, note, amount).forEach(each -> each.set(""));
        date.set(trail.today().minusDays(1).toString());
        notice.set(Optional.empty());
        step.set(Step.ENTERING);
        background.run(trail::reasons, reasons::set, this::tell);
    }

    /// What is corrected, in words.
    String title() {
        return wrong.map(this::named).orElseGet(() -> session.texts().text("backoffice.late.title"));
    }

    private String named(AuditRow row) {
        return session.texts()
                .text(
                        "backoffice.correct.title",
                        Map.of("sequence", row.sequence(), "kind", row.kind(), "amount", amounts(row)));
    }

    private String amounts(AuditRow row) {
        return new AuditWords(session).amounts(row);
    }

    /// Looks at what is filled in; nothing is written yet.
    void goOn() {
        if (step.get() != Step.ENTERING || pending.get()) {
            return;
        }
        notice.set(fault());
        if (notice.get().isEmpty()) {
            step.set(Step.CHECKING);
        }
    }

    private Optional<Notice> fault() {
        if (isLate() && date().isEmpty()) {
            return Optional.of(Notice.of(Tone.WARNING, "backoffice.late.noDate"));
        }
        if (isLate() && money().filter(Money::isPositive).isEmpty()) {
            return Optional.of(Notice.of(Tone.WARNING, "safe.missing.amount"));
        }
        if (reason.get().isBlank()) {
            return Optional.of(Notice.of(Tone.WARNING, "refused.reason-missing"));
        }
        boolean noteNeeded =
                reasons.get().stream().anyMatch(each -> each.word().equals(reason.get()) && each.noteNeeded());
        return noteNeeded && note.get().isBlank()
                ? Optional.of(new Notice(Tone.WARNING, "refused.note-missing", Map.of("reason", reason.get())))
                : Optional.empty();
    }

    private Optional<LocalDate> date() {
        try {
            return Optional.of(LocalDate.parse(date.get().strip()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private Optional<Money> money() {
        try {
            return Optional.of(Money.parse(amount.get().strip(), currency.get()));
        } catch (MoneyFormatException | ArithmeticException _) {
            return Optional.empty();
        }
    }

    /// What will be written.
    String sentence() {
        var texts = session.texts();
        return wrong.map(row -> texts.text(
                        "backoffice.correct.sentence",
                        Map.of(
                                "sequence",
                                row.sequence(),
                                "kind",
                                row.kind(),
                                "amount",
                                amounts(row),
                                "reason",
                                reason.get())))
                .orElseGet(() -> texts.text(
                        "backoffice.late.sentence",
                        Map.of(
                                "kind",
                                whatName(what.get()),
                                "amount",
                                money().map(Amounts::withCode).orElse(""),
                                "date",
                                date.get().strip(),
                                "reason",
                                reason.get())));
    }

    String whatName(What each) {
        return session.texts()
                .text(
                        switch (each) {
                            case SALE -> "report.kind.sale-made";
                            case REFUND -> "report.kind.refund-made";
                            case PAID_IN -> "report.kind.paid-in";
                            case PAID_OUT -> "report.kind.paid-out";
                        });
    }

    /// One step back: to what is filled in, then out. A changed mind is a new order.
    void back() {
        if (pending.get() || step.get() == Step.CLOSED) {
            return;
        }
        notice.set(Optional.empty());
        step.set(step.get() == Step.CHECKING ? Step.ENTERING : Step.CLOSED);
        id = session.newId();
    }

    void write() {
        if (step.get() != Step.CHECKING || pending.get()) {
            return;
        }
        var order = session.order(id, command());
        pending.set(true);
        notice.set(Optional.empty());
        background.run(() -> trail.perform(order), this::answered, this::tell);
    }

    private Command command() {
        var till = session.shop().till();
        String why = reason.get().strip();
        String words = note.get().strip();
        return wrong.<Command>map(row -> new Command.Correct(till, row.entry().id(), why, words))
                .orElseGet(() -> new Command.RecordLate(
                        till,
                        date().orElseThrow(),
                        what.get(),
                        money().orElseThrow(),
                        hasTender() ? tender.get() : Tender.CASH,
                        reasons.get().isEmpty() ? LATE : why,
                        reasons.get().isEmpty() ? (why + " " + words).strip() : words));
    }

    private void answered(Answer answer) {
        pending.set(false);
        switch (answer) {
            case Answer.Done written -> {
                step.set(Step.CLOSED);
                id = session.newId();
                done.accept(told(written.entries().getFirst()));
            }
            case Answer.Refused _ -> {
                id = session.newId();
                step.set(Step.ENTERING);
                notice.set(Notice.about(answer));
            }
            case Answer.NotRecording _ -> notice.set(Notice.about(answer));
        }
    }

    private Notice told(Entry entry) {
        return wrong.map(row -> new Notice(
                        Tone.SUCCESS,
                        "backoffice.correct.done",
                        Map.of("sequence", row.sequence(), "number", entry.sequence())))
                .orElseGet(
                        () -> new Notice(Tone.SUCCESS, "backoffice.late.done", Map.of("sequence", entry.sequence())));
    }

    private void tell(Notice told) {
        pending.set(false);
        notice.set(Optional.of(told));
    }
}
