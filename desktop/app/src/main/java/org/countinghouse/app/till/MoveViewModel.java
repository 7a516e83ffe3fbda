package org.countinghouse.app.till;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.countinghouse.app.shell.AmountEntry;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Destination.Move.Kind;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.PaysByMachine;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Shop.Reason;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.RefundMade;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.TillId;

/// Cash that moves without a sale, and the drawer that opens without one.
public final class MoveViewModel {
    private final Session session;
    private final Trade task;
    private final Background background;
    private final TillViewModel till;
    private final PaysByMachine machine;
    private final Runnable close;
    private final UUID id;
    private final AmountEntry entry;
    private final ObjectProperty<Optional<Reason>> reason = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty note = new SimpleStringProperty("");
    private final StringProperty bag = new SimpleStringProperty("");
    private final ObjectProperty<Tender> tender = new SimpleObjectProperty<>(Tender.CASH);
    private final ReadOnlyObjectWrapper<Optional<Kind>> kind = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Entry>> sale = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanBinding complete;

    /// @param till told of what was done
    /// @param machine pays a refund by itself, where one is connected
    /// @param close back to the till
    public MoveViewModel(
            Session session,
            Trade task,
            Background background,
            TillViewModel till,
            PaysByMachine machine,
            Runnable close) {
        this.session = session;
        this.task = task;
        this.background = background;
        this.till = till;
        this.machine = machine;
        this.close = close;
        this.id = session.newId();
        this.entry = new AmountEntry(session.shop().mainCurrency());
        this.complete =
                Bindings.createBooleanBinding(this::isComplete, kind, entry.textProperty(), reason, note, bag, pending);
    }

    void begin(Kind what) {
        kind.set(Optional.of(what));
    }

    ReadOnlyObjectProperty<Optional<Kind>> kindProperty() {
        return kind.getReadOnlyProperty();
    }

    AmountEntry entry() {
        return entry;
    }

    void use(Currency currency) {
        entry.use(currency);
    }

    ObjectProperty<Optional<Reason>> reasonProperty() {
        return reason;
    }

    StringProperty noteProperty() {
        return note;
    }

    StringProperty bagProperty() {
        return bag;
    }

    ObjectProperty<Tender> tenderProperty() {
        return tender;
    }

    /// The sale a refund answers, once it is found.
    ReadOnlyObjectProperty<Optional<Entry>> saleProperty() {
        return sale.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    BooleanBinding completeProperty() {
        return complete;
    }

    static boolean hasAmount(Kind what) {
        return what != Kind.NO_SALE;
    }

    List<Reason> reasons(Kind what) {
        var reasons = session.shop().reasons();
        return switch (what) {
            case PAID_IN -> reasons.paidIn();
            case PAID_OUT -> reasons.paidOut();
            case NO_SALE -> reasons.noSale();
            case REFUND -> reasons.refund();
            case SAFE_DROP, FLOAT_LOAN -> List.of();
        };
    }

    private boolean isComplete() {
        if (pending.get() || kind.get().isEmpty()) {
            return false;
        }
        Kind what = kind.get().get();
        boolean amount =
                !hasAmount(what) || entry.amount().filter(Money::isPositive).isPresent();
        boolean why = reasons(what).isEmpty() || reason.get().isPresent();
        return amount && why && (what != Kind.SAFE_DROP || !bag.get().isBlank());
    }

    /// Looks for the sale a customer's receipt names, and proposes what it came to.
    void findSale(String number) {
        if (!number.matches("[0-9]{1,18}")) {
            return;
        }
        background.run(
                () -> task.sale(Long.parseLong(number)),
                found -> {
                    sale.set(found);
                    found.ifPresentOrElse(
                            this::propose,
                            () -> tell(new Notice(Tone.WARNING, "refused.sale-not-found", Map.of("sale", number))));
                },
                this::tell);
    }

    private void propose(Entry found) {
        if (found.fact() instanceof SaleMade made) {
            notice.set(Optional.empty());
            entry.use(made.total().currency());
            entry.type(made.total().decimal());
        }
    }

    void act() {
        if (!complete.get()) {
            return;
        }
        Kind what = kind.get().orElseThrow();
        var order = session.order(id, command(what, session.shop().till()));
        pending.set(true);
        notice.set(Optional.empty());
        background.run(() -> task.perform(order), answer -> answered(what, answer), this::tell);
    }

    private Command command(Kind what, TillId at) {
        String why = reason.get().map(Reason::word).orElse("");
        Cash amount = Cash.of(entry.amount().orElse(entry.currency().zero()));
        String words = note.get().strip();
        return switch (what) {
            case PAID_IN -> new Command.PayIn(at, amount, why, words);
            case PAID_OUT -> new Command.PayOut(at, amount, why, words);
            case SAFE_DROP -> new Command.DropToSafe(at, amount, bag.get().strip());
            case FLOAT_LOAN -> new Command.LoanFloat(at, amount, words);
            case NO_SALE -> new Command.OpenDrawer(at, why, words);
            case REFUND ->
                new Command.Refund(
                        at,
                        amount.amount(),
                        amount.pieces(),
                        tender.get(),
                        sale.get().map(Entry::id),
                        why,
                        words);
        };
    }

    private void answered(Kind what, Answer answer) {
        pending.set(false);
        switch (answer) {
            case Answer.Done done -> {
                till.tell(done(what));
                close.run();
                done.entries().forEach(this::payByMachine);
                if (what != Kind.REFUND || tender.get() == Tender.CASH) {
                    till.openDrawer();
                }
            }
            case Answer.Refused _, Answer.NotRecording _ -> notice.set(Notice.about(answer));
        }
    }

    /// A refund by a connected machine is written first; then the machine pays what was written.
    private void payByMachine(Entry written) {
        if (written.fact() instanceof RefundMade made && made.tender() == Tender.MACHINE_DEPOSIT) {
            machine.payBack(written.id(), made.amount().amount());
        }
    }

    /// What a refund can be paid by.
    List<Tender> tenders() {
        return Stream.of(Tender.values())
                .filter(each -> each != (machine.isConnected() ? Tender.CASH_MACHINE : Tender.MACHINE_DEPOSIT))
                .toList();
    }

    private Notice done(Kind what) {
        String why = reason.get().map(each -> each.name(session.language())).orElse("");
        Money amount = entry.amount().orElse(entry.currency().zero());
        String key = switch (what) {
            case PAID_IN -> "till.paidIn.done";
            case PAID_OUT -> "till.paidOut.done";
            case SAFE_DROP -> "safe.drop.done";
            case FLOAT_LOAN -> "safe.loan.done";
            case NO_SALE -> "till.noSale.done";
            case REFUND -> "till.refund.done";
        };
        return new Notice(
                Tone.SUCCESS,
                key,
                Map.of(
                        "amount",
                        Amounts.withCode(amount),
                        "reason",
                        why,
                        "bag",
                        bag.get().strip(),
                        "till",
                        session.shop().till()));
    }

    private void tell(Notice told) {
        pending.set(false);
        notice.set(Optional.of(told));
    }
}
