package org.countinghouse.app.till;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.countinghouse.app.shell.AmountEntry;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Catalogue;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.till.SaleLine;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;

/// Ringing up, being paid, giving change. It lives as long as the station, so that a sale begun is still there when
/// somebody comes back from another task.
public final class TillViewModel {
    /// What the books call an amount typed beside items.
    static final String OPEN_ITEM = Catalogue.OPEN_ITEM;

    private static final long MOST_QUANTITY = 9_999;

    enum Step {
        RINGING,
        PAYING,
        PAID
    }

    private final Session session;
    private final Trade task;
    private final Background background;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.RINGING);
    private final ReadOnlyObjectWrapper<Currency> currency;
    private final AmountEntry entry;
    private final ReadOnlyLongWrapper quantity = new ReadOnlyLongWrapper(1);
    private final Basket basket;
    private final ReadOnlyObjectWrapper<Optional<Payment>> payment = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Tender> tender = new SimpleObjectProperty<>(Tender.CASH);
    private final ReadOnlyObjectWrapper<Optional<Receipt>> last = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableValue<Money> due;

    public TillViewModel(Session session, Trade task, Background background) {
        this.session = session;
        this.task = task;
        this.background = background;
        this.currency = new ReadOnlyObjectWrapper<>(session.shop().mainCurrency());
        this.entry = new AmountEntry(currency.get());
        this.basket = new Basket(currency.get());
        this.due = Bindings.createObjectBinding(this::dueNow, basket.lines(), entry.textProperty(), payment, currency);
    }

    ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Currency> currencyProperty() {
        return currency.getReadOnlyProperty();
    }

    AmountEntry entry() {
        return entry;
    }

    /// How many of the next item, 1 unless typed with a star.
    ReadOnlyLongProperty quantityProperty() {
        return quantity.getReadOnlyProperty();
    }

    Basket basket() {
        return basket;
    }

    ReadOnlyObjectProperty<Optional<Payment>> paymentProperty() {
        return payment.getReadOnlyProperty();
    }

    ObjectProperty<Tender> tenderProperty() {
        return tender;
    }

    /// The last sale of this till since the station started.
    ReadOnlyObjectProperty<Optional<Receipt>> lastProperty() {
        return last.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// What the customer would have to pay now.
    ObservableValue<Money> dueProperty() {
        return due;
    }

    private Money dueNow() {
        return payment.get().map(Payment::total).orElseGet(() -> {
            Money typed = entry.amount().orElse(currency.get().zero());
            return basket.isEmpty() && typed.currency().equals(currency.get()) ? typed : basket.total();
        });
    }

    /// Whether the currency of the next sale can be chosen.
    void use(Currency other) {
        if (step.get() == Step.PAID) {
            newSale();
        }
        if (step.get() == Step.RINGING && basket.isEmpty()) {
            entry.use(other);
            basket.use(other);
            quantity.set(1);
            currency.set(other);
        }
    }

    /// A key of the pad or the keyboard: digits, a point, backspace, `*` for a quantity, `+` for one more amount.
    void press(char key) {
        if (pending.get()) {
            return;
        }
        if (step.get() == Step.PAID) {
            newSale();
        }
        notice.set(Optional.empty());
        if (key == '*' && step.get() == Step.RINGING) {
            takeQuantity();
        } else if (key == '+' && step.get() == Step.RINGING) {
            addOpenItem();
        } else {
            entry.press(key);
        }
    }

    private void takeQuantity() {
        if (entry.text().matches("[1-9][0-9]{0,3}")) {
            quantity.set(Math.min(Long.parseLong(entry.text()), MOST_QUANTITY));
            entry.clear();
        }
    }

    private void addOpenItem() {
        entry.amount().filter(Money::isPositive).ifPresent(amount -> {
            basket.add(OPEN_ITEM, quantity.get(), amount);
            entry.clear();
            quantity.set(1);
        });
    }

    void add(Shop.Item item) {
        if (pending.get() || step.get() == Step.PAYING) {
            return;
        }
        if (step.get() == Step.PAID) {
            newSale();
        }
        notice.set(Optional.empty());
        item.price(currency.get()).ifPresent(price -> {
            addOpenItem();
            basket.add(item.item(), quantity.get(), price);
            quantity.set(1);
        });
    }

    void takeOff(SaleLine line) {
        if (step.get() == Step.RINGING) {
            basket.takeOff(line);
        }
    }

    /// On to the next step: from ringing up to being paid, from being paid to the change, from there to the next
    /// sale.
    void enter() {
        if (pending.get()) {
            return;
        }
        switch (step.get()) {
            case RINGING -> ring();
            case PAYING -> pay();
            case PAID -> newSale();
        }
    }

    private void ring() {
        boolean another =
                entry.amount().filter(Money::isPositive).isPresent() && (!basket.isEmpty() || quantity.get() > 1);
        if (another) {
            addOpenItem();
        } else {
            startPayment();
        }
    }

    void startPayment() {
        if (step.get() != Step.RINGING || pending.get()) {
            return;
        }
        if (!basket.isEmpty()) {
            addOpenItem();
        }
        Money total = due.getValue();
        if (!total.isPositive()) {
            return;
        }
        var begun = new Payment(session.newId(), total, basket.lines());
        payment.set(Optional.of(begun));
        entry.clear();
        tender.set(Tender.CASH);
        notice.set(Optional.empty());
        step.set(Step.PAYING);
        background.run(() -> task.stock(total.currency()), begun::knowStock, this::tell);
    }

    private void pay() {
        var now = payment.get().orElseThrow();
        if (now.isCovered()) {
            finish(now);
        } else {
            Money amount = entry.amount().filter(Money::isPositive).orElseGet(now::left);
            take(now, Tendered.of(tender.get(), amount));
        }
    }

    void exact() {
        payment.get().filter(_ -> !pending.get()).ifPresent(now -> take(now, Tendered.of(tender.get(), now.left())));
    }

    /// The customer hands over this sum in cash.
    void handOver(Money sum) {
        Pieces note = Change.oneNote(sum);
        var cash = note.isEmpty() ? Cash.of(sum) : Cash.of(note);
        payment.get().filter(_ -> !pending.get()).ifPresent(now -> take(now, new Tendered(Tender.CASH, cash)));
    }

    private void take(Payment now, Tendered more) {
        if (!more.amount().isPositive()) {
            finish(now);
            return;
        }
        if (now.givesChangeWithoutCash(more)) {
            Money change = more.amount().minus(now.left());
            tell(new Notice(
                    Tone.WARNING,
                    "refused.change-only-from-cash",
                    Map.of("change", Amounts.withCode(change), "cash", "0")));
            return;
        }
        notice.set(Optional.empty());
        now.tendered().add(more);
        entry.clear();
        if (now.isCovered()) {
            finish(now);
        }
    }

    private void finish(Payment now) {
        pending.set(true);
        notice.set(Optional.empty());
        var order = session.order(now.id(), now.command(session.shop().till()));
        background.run(() -> task.perform(order), answer -> answered(now, answer), this::failed);
    }

    private void answered(Payment now, Answer answer) {
        pending.set(false);
        switch (answer) {
            case Answer.Done done -> paid(now, done.entries());
            case Answer.Refused _, Answer.NotRecording _ -> notice.set(Notice.about(answer));
        }
    }

    /// Shows what was written, which is what counts, and then opens the drawer.
    private void paid(Payment now, List<Entry> entries) {
        for (Entry written : entries) {
            if (written.fact() instanceof SaleMade sale) {
                Pieces pieces = sale.change().pieces().orElseGet(now::changePieces);
                last.set(Optional.of(
                        new Receipt(written, sale.total(), sale.change().amount(), pieces)));
                if (sale.tenders().stream().anyMatch(each -> each.tender() == Tender.CASH)) {
                    openDrawer();
                }
            }
        }
        basket.clear();
        entry.clear();
        payment.set(Optional.empty());
        step.set(Step.PAID);
    }

    void openDrawer() {
        background.run(task::openDrawer, told -> told.ifPresent(this::tell), this::tell);
    }

    void takeBack(Tendered tendered) {
        if (!pending.get()) {
            payment.get().ifPresent(now -> now.tendered().remove(tendered));
        }
    }

    /// One step back: what was typed, then the tenders, then the payment.
    void back() {
        if (pending.get()) {
            return;
        }
        notice.set(Optional.empty());
        if (step.get() == Step.PAID) {
            newSale();
        } else if (!entry.isEmpty()) {
            entry.clear();
        } else if (quantity.get() > 1) {
            quantity.set(1);
        } else {
            payment.get().ifPresent(this::backFrom);
        }
    }

    private void backFrom(Payment now) {
        if (now.tendered().isEmpty()) {
            payment.set(Optional.empty());
            step.set(Step.RINGING);
            if (basket.isEmpty()) {
                entry.type(now.total().decimal());
            }
        } else {
            now.tendered().removeLast();
        }
    }

    void clear() {
        if (step.get() == Step.RINGING) {
            basket.clear();
            entry.clear();
            quantity.set(1);
        }
    }

    void newSale() {
        entry.clear();
        quantity.set(1);
        notice.set(Optional.empty());
        step.set(Step.RINGING);
    }

    void printLast() {
        last.get()
                .ifPresent(receipt ->
                        background.run(() -> task.print(receipt.entry(), session.language()), this::tell, this::tell));
    }

    private void failed(Notice told) {
        pending.set(false);
        tell(told);
    }

    void tell(Notice told) {
        notice.set(Optional.of(told));
    }
}
