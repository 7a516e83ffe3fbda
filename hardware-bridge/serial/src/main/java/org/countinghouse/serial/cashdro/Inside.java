package org.countinghouse.serial.cashdro;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Alarm;
import org.countinghouse.device.money.Holdings;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.spi.MoneyProtocol.Slot;
import org.countinghouse.serial.cashdro.CashDroReader.Level;

/// What the levels of a CashDro mean in our words.
final class Inside {
    private Inside() {}

    static Holdings holdings(List<Level> levels, String currency) {
        var recycler = new TreeMap<Denomination, Integer>();
        var cassette = new TreeMap<Denomination, Integer>();
        for (var level : levels) {
            var denomination = new Denomination(currency, level.value());
            recycler.merge(denomination, level.recycler(), Math::addExact);
            cassette.merge(denomination, level.cassette(), Math::addExact);
        }
        return new Holdings(Map.of(Place.RECYCLER, Pieces.of(recycler), Place.CASHBOX, Pieces.of(cassette)));
    }

    static List<Slot> slots(List<Level> levels, String currency) {
        return levels.stream()
                .map(level -> new Slot(new Denomination(currency, level.value()), level.note(), level.limit() > 0))
                .toList();
    }

    static List<Alarm> alarms(List<Level> levels, String currency) {
        var alarms = new ArrayList<Alarm>();
        for (var level : levels) {
            var denomination = new Denomination(currency, level.value());
            if (level.limit() > 0 && level.recycler() == 0) {
                alarms.add(Alarm.of(Alarm.Kind.EMPTY, denomination, "the recycler is empty"));
            } else if (level.limit() > 0 && level.recycler() >= level.limit()) {
                alarms.add(Alarm.of(Alarm.Kind.FULL, denomination, "the recycler is full"));
            }
        }
        return alarms;
    }
}
