package org.countinghouse.app.till;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.countinghouse.app.shell.AmountEntry;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Quote;
import org.countinghouse.ledger.Refusal;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.SaleLine;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.resources.Language;

/// Ringing up, being paid, giving change. It lives as long as the station, so that a sale begun is still there when
/// somebody comes back from another task.
public final class TillViewModel {
    static final char NEXT_TENDER = '*';
    static final char NEXT_CURRENCY = '/';
    static final char NEXT_CHANGE = '-';
    static final char PRINT = '*';
    static final char NEXT_LANGUAGE = '/';

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
    private final Basket basket;
    private final Ringing ringing;
    private final Paying paying;
    private final LastSale last;
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableValue<Money> due;
    private Terms terms = Terms.UNKNOWN;

    public TillViewModel(Session session, Trade task, Background background) {
        this.session = session;
        this.task = task;
        this.background = background;
        this.currency = new ReadOnlyObjectWrapper<>(session.shop().mainCurrency());
        this.entry = new AmountEntry(currency.get());
        this.basket = new Basket(currency.get());
        this.ringing = new Ringing(entry, basket);
        this.paying = new Paying(session.shop().currencies(), entry);
        this.last = new LastSale(session, task, background);
        this.due = Bindings.createObjectBinding(
                this::dueNow, basket.lines(), entry.textProperty(), paying.paymentProperty(), currency);
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
        return ringing.quantityProperty();
    }

    Basket basket() {
        return basket;
    }

    /// How the customer pays.
    Paying paying() {
        return paying;
    }

    ReadOnlyObjectProperty<Optional<Payment>> paymentProperty() {
        return paying.paymentProperty();
    }

    ObjectProperty<Tender> tenderProperty() {
        return paying.tenderProperty();
    }

    /// The last sale of this till since the station started.
    ReadOnlyObjectProperty<Optional<Receipt>> lastProperty() {
        return last.receiptProperty();
    }

    /// The language of the customer whose sale was the last: its slip is printed in it.
    ObjectProperty<Language> slipLanguageProperty() {
        return last.languageProperty();
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
        return paying.payment().map(Payment::total).orElseGet(() -> {
            Money typed = entry.amount().orElse(currency.get().zero());
            return basket.isEmpty() && typed.currency().equals(currency.get()) ? typed : basket.total();
        });
    }

    /// The currency of the next sale, or of the cash a customer gives for this one.
    void use(Currency other) {
        if (pending.get()) {
            return;
        }
        paying.payIn(other);
        if (step.get() == Step.PAID) {
            newSale();
        }
        if (step.get() == Step.RINGING && basket.isEmpty()) {
            ringing.use(other);
            currency.set(other);
        }
    }

    /// A key of the pad or the keyboard: digits, a point, backspace. While ringing up, `*` for a quantity and `+` for
    /// one more amount; while paying, [#NEXT_TENDER], [#NEXT_CURRENCY] and [#NEXT_CHANGE]; afterwards, [#PRINT] and
    /// [#NEXT_LANGUAGE].
    void press(char key) {
        if (pending.get()) {
            return;
        }
        boolean taken = switch (step.get()) {
            case RINGING -> ringing.press(key);
            case PAYING -> pressPaying(key);
            case PAID -> pressPaid(key);
        };
        if (!taken) {
            notice.set(Optional.empty());
            entry.press(key);
        }
    }

    private boolean pressPaying(char key) {
        switch (key) {
            case NEXT_TENDER -> paying.nextTender();
            case NEXT_CURRENCY -> paying.nextCurrency();
            case NEXT_CHANGE -> paying.nextChange();
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Any other key begins the next sale.
    private boolean pressPaid(char key) {
        switch (key) {
            case PRINT -> last.printByKey(this::tell);
            case NEXT_LANGUAGE -> last.nextLanguage();
            default -> {
                newSale();
                return false;
            }
        }
        return true;
    }

    void add(Shop.Item item) {
        if (pending.get() || step.get() == Step.PAYING) {
            return;
        }
        if (step.get() == Step.PAID) {
            newSale();
        }
        notice.set(Optional.empty());
        item.price(currency.get()).ifPresent(price -> ringing.add(item.item(), price));
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
        if (ringing.isAnotherItem()) {
            ringing.addOpenItem();
        } else {
            startPayment();
        }
    }

    void startPayment() {
        if (step.get() != Step.RINGING || pending.get()) {
            return;
        }
        if (!basket.isEmpty()) {
            ringing.addOpenItem();
        }
        Money total = due.getValue();
        if (!total.isPositive()) {
            return;
        }
        entry.clear();
        paying.begin(new Payment(session.newId(), session.shop().till(), total, basket.lines(), terms));
        notice.set(Optional.empty());
        step.set(Step.PAYING);
        ask(paying.payment().orElseThrow(), _ -> {});
    }

    /// Asks what holds at the till now.
    private void ask(Payment begun, Consumer<Terms> told) {
        background.run(
                () -> task.terms(begun.own()),
                now -> {
                    Terms before = begun.terms();
                    terms = now;
                    begun.know(now);
                    told.accept(before);
                },
                this::tell);
    }

    private void pay() {
        paying.payment().ifPresent(now -> {
            if (now.isCovered()) {
                finish(now);
            } else {
                paying.typed().ifPresent(more -> take(now, more));
            }
        });
    }

    void exact() {
        paying.payment()
                .filter(_ -> !pending.get())
                .ifPresent(now -> paying.exact()
                        .ifPresent(sum -> take(now, Tendered.of(tenderProperty().get(), sum))));
    }

    /// The customer hands over this sum in cash.
    void handOver(Money sum) {
        paying.payment().filter(_ -> !pending.get()).ifPresent(now -> take(now, Paying.handed(sum)));
    }

    /// Takes what the ledger would take; what it refuses is told in its words, and not taken.
    private void take(Payment now, Tendered more) {
        if (now.isCovered()) {
            finish(now);
            return;
        }
        if (!more.amount().isPositive()) {
            return;
        }
        switch (now.due().with(more).quote(List.of())) {
            case Quote.Settles _ -> {
                add(now, more);
                finish(now);
            }
            case Quote.Refused(var why, var _) when why == Refusal.NOT_ENOUGH_TENDERED -> add(now, more);
            case Quote.Refused(var why, var details) -> notice.set(Notice.about(new Answer.Refused(why, details)));
        }
    }

    private void add(Payment now, Tendered more) {
        notice.set(Optional.empty());
        now.tendered().add(more);
        entry.clear();
    }

    /// What a machine keeps of the customer's becomes a part of their payment, and the sale once it covers it.
    ///
    /// @return false when that payment is over, or on its way into the books
    boolean takeDeposit(UUID id, Money amount) {
        var open = paying.payment().filter(now -> now.id().equals(id) && !pending.get());
        open.ifPresent(now -> {
            add(now, Tendered.of(Tender.MACHINE_DEPOSIT, amount));
            if (now.isCovered()) {
                finish(now);
            }
        });
        return open.isPresent();
    }

    private void finish(Payment now) {
        pending.set(true);
        notice.set(Optional.empty());
        var order = session.order(now.id(), now.command());
        background.run(() -> task.perform(order), answer -> answered(now, answer), this::failed);
    }

    private void answered(Payment now, Answer answer) {
        pending.set(false);
        switch (answer) {
            case Answer.Done done -> paid(now, done.entries());
            case Answer.NotRecording _ -> notice.set(Notice.about(answer));
            case Answer.Refused _ -> {
                notice.set(Notice.about(answer));
                lookAgain(now);
            }
        }
    }

    /// A rate set meanwhile makes another sum due.
    private void lookAgain(Payment now) {
        ask(now, before -> {
            if (!before.rates().isEmpty() && !before.rates().equals(terms.rates())) {
                tell(Notice.of(Tone.WARNING, "till.rate.changed"));
            }
        });
    }

    /// Shows what was written, which is what counts, and then opens the drawer.
    private void paid(Payment now, List<Entry> entries) {
        Optional<ChangePlan> told = now.change();
        for (Entry written : entries) {
            if (written.fact() instanceof SaleMade sale) {
                last.set(Receipt.of(written, sale, told));
                if (sale.tenders().stream().anyMatch(each -> each.tender() == Tender.CASH)) {
                    openDrawer();
                }
            }
        }
        basket.clear();
        entry.clear();
        paying.end();
        step.set(Step.PAID);
    }

    public void openDrawer() {
        background.run(task::openDrawer, told -> told.ifPresent(this::tell), this::tell);
    }

    void takeBack(Tendered tendered) {
        if (!pending.get()) {
            paying.payment().ifPresent(now -> now.tendered().remove(tendered));
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
        } else if (ringing.hasQuantity()) {
            ringing.forgetQuantity();
        } else {
            paying.payment().ifPresent(this::backFrom);
        }
    }

    private void backFrom(Payment now) {
        if (now.tendered().isEmpty()) {
            paying.end();
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
            ringing.clear();
        }
    }

    void newSale() {
        ringing.clear();
        notice.set(Optional.empty());
        step.set(Step.RINGING);
    }

    void printLast() {
        last.print(this::tell);
    }

    private void failed(Notice told) {
        pending.set(false);
        tell(told);
    }

    void tell(Notice told) {
        notice.set(Optional.of(told));
    }
}
