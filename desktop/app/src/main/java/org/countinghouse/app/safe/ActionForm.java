package org.countinghouse.app.safe;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.safe.MachineMoved.Way;
import org.countinghouse.ledger.till.TillId;

/// What a person fills in for an action, and the command that comes of it.
final class ActionForm {
    private final CashEntry cash;
    private final StringProperty bag = new SimpleStringProperty("");
    private final StringProperty slip = new SimpleStringProperty("");
    private final StringProperty note = new SimpleStringProperty("");
    private final ObjectProperty<Account> from = new SimpleObjectProperty<>(Account.SAFE);
    private final ObjectProperty<Account> to = new SimpleObjectProperty<>(Account.BANK);
    private final ObjectProperty<TillId> machine;
    private final BooleanProperty returned = new SimpleBooleanProperty(false);
    private final BooleanProperty beginning = new SimpleBooleanProperty(false);

    ActionForm(List<Currency> currencies, TillId till) {
        cash = new CashEntry(currencies);
        machine = new SimpleObjectProperty<>(till);
    }

    CashEntry cash() {
        return cash;
    }

    /// As it is printed on the bag; the books keep it in small letters.
    StringProperty bagProperty() {
        return bag;
    }

    StringProperty slipProperty() {
        return slip;
    }

    StringProperty noteProperty() {
        return note;
    }

    ObjectProperty<Account> fromProperty() {
        return from;
    }

    ObjectProperty<Account> toProperty() {
        return to;
    }

    /// The till whose machine it is.
    ObjectProperty<TillId> machineProperty() {
        return machine;
    }

    BooleanProperty returnedProperty() {
        return returned;
    }

    /// Whether the place is counted for the first time, so that nothing is over or short.
    BooleanProperty beginningProperty() {
        return beginning;
    }

    void clear() {
        cash.clear();
        Stream.of(bag, slip, note).forEach(each -> each.set(""));
        returned.set(false);
        beginning.set(false);
    }

    String bag() {
        return bag.get().strip().toLowerCase(Locale.ROOT);
    }

    String slip() {
        return slip.get().strip();
    }

    /// What the action is about, as it goes into the command.
    List<Cash> cash(SafeAction action) {
        if (action.isCount()) {
            return cash.each();
        }
        return action.hasBag() ? cash.positive() : List.of(cash.only());
    }

    /// The place the cash leaves, where it leaves one of ours.
    Optional<Account> leaves(SafeAction action) {
        return switch (action) {
            case SEND -> Optional.of(from.get()).filter(place -> !place.equals(Account.BANK));
            case DEPOSIT, FILL -> Optional.of(Account.SAFE);
            case COLLECT -> Optional.of(Account.machine(machine.get()));
            case RECEIVE, CHANGE, COUNT_SAFE, COUNT_MACHINE -> Optional.empty();
        };
    }

    Account counted(SafeAction action) {
        return action == SafeAction.COUNT_MACHINE ? Account.machine(machine.get()) : Account.SAFE;
    }

    /// What is still missing or cannot be.
    Optional<Notice> fault(SafeAction action, BackRoom.Standing standing) {
        if (!cash.isReadable() || !cash.isBegun() && (action.isCount() || action == SafeAction.RECEIVE)) {
            return warning("safe.missing.count");
        }
        if (!action.isCount()
                && action != SafeAction.RECEIVE
                && cash(action).stream().noneMatch(each -> each.amount().isPositive())) {
            return warning("safe.missing.amount");
        }
        return switch (action) {
            case SEND -> unsent(standing);
            case RECEIVE -> unreceived(standing);
            case DEPOSIT -> slip().isEmpty() ? warning("refused.slip-missing") : Optional.empty();
            case CHANGE, COUNT_SAFE, COUNT_MACHINE, FILL, COLLECT -> Optional.empty();
        };
    }

    private Optional<Notice> unsent(BackRoom.Standing standing) {
        if (bag().isEmpty()) {
            return warning("safe.missing.bag");
        }
        if (standing.bag(bag()).isPresent()) {
            return about("refused.bag-under-way");
        }
        return from.get().equals(to.get()) ? warning("safe.missing.place") : Optional.empty();
    }

    private Optional<Notice> unreceived(BackRoom.Standing standing) {
        if (bag().isEmpty()) {
            return warning("safe.missing.bag");
        }
        return standing.bag(bag())
                .map(found -> arrives(found).equals(Account.BANK) && slip().isEmpty()
                        ? warning("refused.slip-missing")
                        : Optional.<Notice>empty())
                .orElseGet(() -> about("refused.bag-unknown"));
    }

    Account arrives(BackRoom.Bag found) {
        return returned.get() ? found.from() : found.to();
    }

    private static Optional<Notice> warning(String key) {
        return Optional.of(Notice.of(Tone.WARNING, key));
    }

    private Optional<Notice> about(String key) {
        return Optional.of(new Notice(Tone.WARNING, key, java.util.Map.of("bag", bag())));
    }

    Command command(SafeAction action) {
        return switch (action) {
            case SEND ->
                new Command.SendBag(
                        bag(), from.get(), to.get(), cash(action), note.get().strip());
            case RECEIVE -> new Command.ReceiveBag(bag(), cash(action), returned.get(), slip());
            case DEPOSIT -> new Command.DepositAtBank(cash.only(), slip());
            case CHANGE -> new Command.ReceiveChange(cash.only(), slip());
            case COUNT_SAFE, COUNT_MACHINE ->
                new Command.CountPlace(counted(action), cash(action), beginning.get(), false);
            case FILL -> new Command.MoveMachine(machine.get(), Way.FILLED, cash.only());
            case COLLECT -> new Command.MoveMachine(machine.get(), Way.COLLECTED, cash.only());
        };
    }
}
