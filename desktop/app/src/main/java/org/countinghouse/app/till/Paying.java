package org.countinghouse.app.till;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.countinghouse.app.shell.AmountEntry;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;

/// By what means and in which currency the customer gives the next sum, and what would come of it.
final class Paying {
    private final List<Currency> currencies;
    private final AmountEntry entry;
    private final ReadOnlyObjectWrapper<Optional<Payment>> payment = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Tender> tender = new SimpleObjectProperty<>(Tender.CASH);
    private final ReadOnlyObjectWrapper<Currency> currency;
    private final ReadOnlyObjectWrapper<Optional<ChangePlan>> preview = new ReadOnlyObjectWrapper<>(Optional.empty());

    private final ReadOnlyLongWrapper looks = new ReadOnlyLongWrapper();
    private Subscription watch = Subscription.EMPTY;

    /// @param currencies the shop's
    /// @param entry what is typed
    Paying(List<Currency> currencies, AmountEntry entry) {
        this.currencies = currencies;
        this.entry = entry;
        this.currency = new ReadOnlyObjectWrapper<>(entry.currency());
        tender.subscribe(this::followTender);
        entry.textProperty().subscribe(_ -> look());
        currency.subscribe(_ -> look());
    }

    ReadOnlyObjectProperty<Optional<Payment>> paymentProperty() {
        return payment.getReadOnlyProperty();
    }

    Optional<Payment> payment() {
        return payment.get();
    }

    ObjectProperty<Tender> tenderProperty() {
        return tender;
    }

    /// Which currency the next sum is in: only cash has a choice.
    ReadOnlyObjectProperty<Currency> currencyProperty() {
        return currency.getReadOnlyProperty();
    }

    /// The change that what is typed would bring, and what is already given if nothing is typed.
    ReadOnlyObjectProperty<Optional<ChangePlan>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /// Moves on whenever something of the payment is another than before.
    ReadOnlyLongProperty looksProperty() {
        return looks.getReadOnlyProperty();
    }

    /// What a customer can pay with at this till, in the order it is offered.
    static List<Tender> tenders() {
        return List.of(Tender.CASH, Tender.CARD, Tender.MOBILE_MONEY, Tender.VOUCHER);
    }

    void begin(Payment begun) {
        end();
        payment.set(Optional.of(begun));
        use(begun.own());
        watch = Subscription.combine(
                begun.dueProperty().subscribe(this::followDue),
                begun.changeInProperty().subscribe(_ -> look()));
    }

    /// Nobody pays any more.
    void end() {
        watch.unsubscribe();
        payment.get().map(Payment::own).ifPresent(this::use);
        payment.set(Optional.empty());
        tender.set(Tender.CASH);
        look();
    }

    private void use(Currency other) {
        if (!entry.currency().equals(other)) {
            entry.use(other);
        }
        currency.set(other);
    }

    /// A card pays in the sale's currency.
    private void followTender(Tender chosen) {
        if (chosen != Tender.CASH) {
            payment.get().map(Payment::own).ifPresent(this::use);
        }
        look();
    }

    private void followDue(Due due) {
        if (!due.takes(currency.get())) {
            use(due.own());
        }
        look();
    }

    /// The currencies cash can be given and given back in now; one when there is no choice.
    List<Currency> offered() {
        return payment.get()
                .map(Payment::due)
                .map(due -> currencies.stream().filter(due::takes).toList())
                .orElse(List.of());
    }

    void payIn(Currency other) {
        if (offered().contains(other)) {
            tender.set(Tender.CASH);
            use(other);
        }
    }

    void nextCurrency() {
        payIn(after(offered(), currency.get()));
    }

    void nextTender() {
        tender.set(after(tenders(), tender.get()));
    }

    /// The currency the change begins with: the one chosen, or the one the customer overpays in.
    Currency changeIn() {
        return payment.get()
                .flatMap(now -> now.changeInProperty().get().or(() -> now.due().foreign()))
                .orElse(currency.get());
    }

    void giveBackIn(Currency other) {
        payment.get()
                .filter(_ -> offered().contains(other))
                .ifPresent(now -> now.changeInProperty().set(Optional.of(other)));
    }

    void nextChange() {
        giveBackIn(after(offered(), changeIn()));
    }

    private static <T> T after(List<T> all, T one) {
        return all.isEmpty() ? one : all.get((all.indexOf(one) + 1) % all.size());
    }

    /// What would be exactly enough by the means that is chosen.
    Optional<Money> exact() {
        return payment.get()
                .map(Payment::due)
                .map(due -> tender.get() == Tender.CASH ? due.left(currency.get()) : due.left());
    }

    /// Sums of cash the customer is likely to hand over instead, and that pay the sale.
    List<Money> nextSums() {
        return tender.get() == Tender.CASH
                ? exact().filter(Money::isPositive).map(NextSums::above).stream()
                        .flatMap(List::stream)
                        .filter(sum -> changeAfter(handed(sum)).isPresent())
                        .toList()
                : List.of();
    }

    /// What is typed; nothing typed means exactly enough.
    Optional<Tendered> typed() {
        return entry.amount()
                .filter(Money::isPositive)
                .or(this::exact)
                .map(amount -> Tendered.of(tender.get(), amount));
    }

    /// A sum of cash, with its piece where it is one.
    static Tendered handed(Money sum) {
        Pieces note = NextSums.oneNote(sum);
        return new Tendered(Tender.CASH, note.isEmpty() ? Cash.of(sum) : Cash.of(note));
    }

    /// What would go back if this was handed over.
    Optional<ChangePlan> changeAfter(Tendered more) {
        return payment.get().flatMap(now -> now.changeAfter(more));
    }

    /// Change the till can make, where it lacks the pieces for what is previewed.
    Optional<ChangePlan> instead() {
        return preview.get().filter(ChangePlan::isLacking).stream()
                .flatMap(_ -> offered().stream())
                .flatMap(first ->
                        payment.get().flatMap(now -> ChangePlanner.plan(given(now), Optional.of(first))).stream())
                .filter(plan -> !plan.isLacking())
                .findFirst();
    }

    /// What is given with what is typed.
    private Due given(Payment now) {
        return entry.amount()
                .filter(Money::isPositive)
                .map(amount -> now.due().with(Tendered.of(tender.get(), amount)))
                .orElseGet(now::due);
    }

    private void look() {
        preview.set(payment.get()
                .flatMap(now ->
                        ChangePlanner.plan(given(now), now.changeInProperty().get())));
        looks.set(looks.get() + 1);
    }
}
