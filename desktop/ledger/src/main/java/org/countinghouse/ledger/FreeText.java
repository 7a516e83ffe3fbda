package org.countinghouse.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.entry.CardNumber;
import org.countinghouse.ledger.entry.Sha256;
import org.countinghouse.ledger.machine.MachineStep;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;

/// The texts of a command, whichever it is: found in its record's components, so that no command's text is
/// forgotten.
final class FreeText {
    /// Amounts are no text, and the longest part of most commands. What a machine says nobody typed, and its numbers
    /// must not stop its steps; [MachineRules] reads what a person gave as the reason.
    private static final List<Class<?>> NO_TEXTS =
            List.of(Money.class, Cash.class, Pieces.class, MachineStep.class, Sha256.class);

    /// The accessors of what may be or hold a text in a record, found once for each kind of record.
    private static final ClassValue<List<Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> mayHoldText(component.getType()))
                    .map(RecordComponent::getAccessor)
                    .toList();
        }
    };

    private FreeText() {}

    private static boolean mayHoldText(Class<?> type) {
        return !type.isPrimitive() && !type.isEnum() && !NO_TEXTS.contains(type);
    }

    static boolean holdsCardNumber(Object value) {
        return switch (value) {
            case String text -> CardNumber.isIn(text);
            case Optional<?> optional ->
                optional.filter(FreeText::holdsCardNumber).isPresent();
            case Iterable<?> all -> anyHolds(all);
            case Record parts -> mayHoldText(parts.getClass()) && holdsCardNumber(parts);
            default -> false;
        };
    }

    private static boolean anyHolds(Iterable<?> all) {
        for (Object each : all) {
            if (holdsCardNumber(each)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsCardNumber(Record parts) {
        for (Method accessor : ACCESSORS.get(parts.getClass())) {
            if (holdsCardNumber(read(accessor, parts))) {
                return true;
            }
        }
        return false;
    }

    private static Object read(Method accessor, Record parts) {
        try {
            return accessor.invoke(parts);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the component " + accessor + " cannot be read", e);
        }
    }
}
