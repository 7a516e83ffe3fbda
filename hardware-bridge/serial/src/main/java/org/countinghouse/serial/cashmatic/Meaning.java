package org.countinghouse.serial.cashmatic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Alarm;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Holdings;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.spi.MoneyProtocol.Slot;
import org.countinghouse.serial.cashmatic.CashmaticReader.Device;
import org.countinghouse.serial.cashmatic.CashmaticReader.Level;
import org.countinghouse.serial.cashmatic.CashmaticReader.Transaction;

/// What a Cashmatic's answers mean in our words.
final class Meaning {
    /// Seen in a public client: another operation runs; the fund for change is low.
    static final long OTHER_OPERATION = 4;

    static final long FUND_LOW = 18;

    private Meaning() {}

    /// The name a transaction of this intent carries in the machine: letters and digits only.
    static String reference(Intent intent) {
        return intent.id().toString().replace("-", "");
    }

    static boolean isOut(Intent intent) {
        return switch (intent.purpose()) {
            case PAY, COLLECT -> true;
            case TAKE, FILL -> false;
        };
    }

    static Cash moved(Intent intent, Transaction told) {
        String currency = intent.ask().currency();
        return isOut(intent)
                ? told.dispensedCash(currency)
                : Cash.amount(currency, Math.max(0, told.inserted() - told.dispensed()));
    }

    static Cash returned(Intent intent, Transaction told) {
        String currency = intent.ask().currency();
        return isOut(intent) ? Cash.none(currency) : told.dispensedCash(currency);
    }

    static Cash soFar(Intent intent, Transaction told) {
        return Cash.amount(intent.ask().currency(), isOut(intent) ? told.dispensed() : told.inserted());
    }

    /// What cannot be about a transaction that is said to be this intent's.
    static Optional<String> strange(Intent intent, Transaction told) {
        long asked = intent.ask().minorUnits().orElse(0L);
        boolean named = asked > 0 && intent.purpose() != Intent.Purpose.FILL;
        if (named && told.requested() > 0 && told.requested() != asked) {
            return Optional.of("is about " + told.requested() + ", not " + asked);
        }
        if (isOut(intent) && (told.inserted() > 0 || (named && told.dispensed() > asked))) {
            return Optional.of("took " + told.inserted() + " and paid " + told.dispensed() + " of " + asked);
        }
        if (!isOut(intent) && told.dispensed() > told.inserted()) {
            return Optional.of("gave back " + told.dispensed() + " of " + told.inserted());
        }
        return told.powerFail() && named && isOut(intent) && told.dispensed() + told.notDispensed() != asked
                ? Optional.of("lost power, and its totals do not add up to " + asked)
                : Optional.empty();
    }

    static Holdings holdings(List<Level> levels) {
        var recycler = new TreeMap<Denomination, Integer>();
        var cashbox = new TreeMap<Denomination, Integer>();
        levels.forEach(level ->
                (level.cashbox() ? cashbox : recycler).merge(level.denomination(), level.level(), Math::addExact));
        return new Holdings(Map.of(Place.RECYCLER, Pieces.of(recycler), Place.CASHBOX, Pieces.of(cashbox)));
    }

    static List<Slot> slots(List<Level> levels) {
        var slots = new TreeMap<Denomination, Slot>();
        for (var level : levels) {
            slots.merge(
                    level.denomination(),
                    new Slot(level.denomination(), level.note(), !level.cashbox()),
                    (one, other) -> one.pays() ? one : other);
        }
        return List.copyOf(slots.values());
    }

    static List<Alarm> alarms(Device device, List<Level> levels) {
        var alarms = new ArrayList<Alarm>();
        if (device.errorCode() == FUND_LOW) {
            alarms.add(Alarm.of(Alarm.Kind.NEAR_EMPTY, words(device)));
        } else if (isBroken(device)) {
            alarms.add(Alarm.of(Alarm.Kind.FAULT, words(device)));
        }
        for (var level : levels) {
            if (!level.cashbox() && level.maxLevel() > 0 && level.level() == 0) {
                alarms.add(Alarm.of(Alarm.Kind.EMPTY, level.denomination(), "the recycler is empty"));
            } else if (level.maxLevel() > 0 && level.level() >= level.maxLevel()) {
                alarms.add(Alarm.of(
                        level.cashbox() ? Alarm.Kind.CASHBOX_FULL : Alarm.Kind.FULL,
                        level.denomination(),
                        "there is no more room"));
            }
        }
        return alarms;
    }

    static boolean isBroken(Device device) {
        return device.errorCode() != 0 && device.errorCode() != OTHER_OPERATION && device.errorCode() != FUND_LOW;
    }

    private static String words(Device device) {
        return device.errorMessage() + " (error " + device.errorCode() + ")";
    }
}
