package org.countinghouse.app.safe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.countinghouse.app.safe.BackRoom.Standing;
import org.countinghouse.app.shell.AmountEntry;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.CountSheet;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Sheet;
import org.countinghouse.app.shell.Sheet.Column;
import org.countinghouse.ledger.count.FloatPlan;
import org.countinghouse.ledger.count.FloatPlanner;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.resources.Texts;

/// What of counted notes and coins to keep as the float, what to drop and what to order. It writes nothing.
public final class FloatPlanViewModel {
    private final Session session;
    private final Supplier<Standing> standing;
    private final Texts texts;
    private final Sheet<Row> sheet;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Notice>> result = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<CountSheet> counted;
    private final AmountEntry target;

    /// One kind of note or coin.
    record Row(Money worth, long keep, long drop, long order) {}

    FloatPlanViewModel(Session session, Supplier<Standing> standing) {
        this.session = session;
        this.standing = standing;
        this.texts = session.texts();
        this.counted = new ReadOnlyObjectWrapper<>(new CountSheet(session.shop().mainCurrency()));
        this.target = new AmountEntry(session.shop().mainCurrency());
        this.sheet = new Sheet<>(List.of(
                Column.words("denomination", texts.text("count.denomination"), row -> Amounts.withCode(row.worth())),
                Column.number("keep", texts.text("safe.plan.keep"), Row::keep),
                Column.number("drop", texts.text("safe.plan.drop"), Row::drop),
                Column.number("order", texts.text("safe.plan.order"), Row::order)));
    }

    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    void begin() {
        use(session.shop().mainCurrency());
        open.set(true);
    }

    void back() {
        open.set(false);
    }

    /// Plans in this currency, with the shop's own float as the target.
    void use(Currency currency) {
        target.use(currency);
        Money wanted = session.shop().limits().floatTarget(currency);
        if (wanted.isPositive()) {
            target.type(wanted.decimal());
        }
        counted.set(new CountSheet(currency));
        sheet.setAll(List.of());
        result.set(Optional.empty());
    }

    ReadOnlyObjectProperty<CountSheet> countedProperty() {
        return counted.getReadOnlyProperty();
    }

    AmountEntry target() {
        return target;
    }

    Sheet<Row> sheet() {
        return sheet;
    }

    ReadOnlyObjectProperty<Optional<Notice>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /// What the till holds, where that is known note by note and may be read.
    Optional<Pieces> till() {
        return standing.get().holding(Account.till(session.shop().till())).stream()
                .flatMap(holding -> holding.known().stream())
                .filter(known -> known.currency().equals(counted.get().currency()))
                .filter(known -> !known.isEmpty() && known.isHeld())
                .findFirst();
    }

    /// Puts what the till holds on the count sheet.
    void fill() {
        till().ifPresent(counted.get()::fill);
    }

    void plan() {
        var pieces = counted.get().cash().pieces();
        if (!counted.get().isReadable() || pieces.isEmpty() || target.amount().isEmpty()) {
            result.set(Optional.of(Notice.of(Tone.WARNING, "safe.plan.missing")));
            return;
        }
        FloatPlan plan = FloatPlanner.plan(pieces.get(), target.amount().get());
        var rows = new ArrayList<Row>();
        counted.get().currency().denominations().forEach(each -> {
            long face = each.minorUnits();
            var row = new Row(
                    counted.get().currency().of(face),
                    plan.keep().count(face),
                    plan.drop().count(face),
                    plan.order().count(face));
            if (row.keep() + row.drop() + row.order() > 0) {
                rows.add(row);
            }
        });
        sheet.setAll(rows);
        result.set(Optional.of(told(plan)));
    }

    private static Notice told(FloatPlan plan) {
        String key = plan.gap().isZero() ? "met" : plan.gap().isNegative() ? "under" : "above";
        return new Notice(
                plan.gap().isNegative() ? Tone.WARNING : Tone.SUCCESS,
                "safe.plan." + key,
                Map.of(
                        "keep",
                        Amounts.withCode(plan.keep().total()),
                        "drop",
                        Amounts.withCode(plan.drop().total()),
                        "order",
                        Amounts.withCode(plan.order().total()),
                        "gap",
                        Amounts.withCode(plan.gap().absolute())));
    }
}
