package org.countinghouse.serial.cctalk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countinghouse.device.spi.MoneyProtocol.Greeting;
import org.countinghouse.device.spi.MoneyProtocol.Slot;

/// Who stands on the bus and answered.
///
/// @param hoppers by their address, in the order they pay
record Bench(Map<Integer, Hopper> hoppers, List<Acceptor> acceptors, Greeting greeting) {
    static final Bench EMPTY = new Bench(Map.of(), List.of(), new Greeting("", "", List.of(), false, false, false));

    /// Greets everybody; the mouths are shut from then on.
    static Bench greeted(Bus bus, CcTalkSettings settings) throws IOException {
        var met = new LinkedHashMap<String, Identity>();
        var acceptors = new ArrayList<Acceptor>();
        settings.coins().ifPresent(at -> acceptors.add(new Acceptor(bus, at, false, settings.coinChannels())));
        settings.bills().ifPresent(at -> acceptors.add(new Acceptor(bus, at, true, settings.billChannels())));
        for (var acceptor : acceptors) {
            met.put(acceptor.name(), acceptor.greet(settings.sorter()));
        }
        var hoppers = new LinkedHashMap<Integer, Hopper>();
        for (var at : settings.hoppers()) {
            var hopper = new Hopper(bus, at, settings.dispense());
            met.put(hopper.name(), hopper.greet());
            hoppers.put(at.address(), hopper);
        }
        return new Bench(hoppers, List.copyOf(acceptors), greeting(met, slots(hoppers, acceptors)));
    }

    private static Greeting greeting(Map<String, Identity> met, List<Slot> slots) {
        var model = new ArrayList<String>();
        var serial = new ArrayList<String>();
        met.forEach((name, identity) -> {
            model.add(name + " " + (identity.product() + " " + identity.revision()).strip());
            serial.add(name + " " + identity.serial());
        });
        return new Greeting(
                "ccTalk: " + String.join(", ", model), String.join(", ", serial), slots, true, false, false);
    }

    private static List<Slot> slots(Map<Integer, Hopper> hoppers, List<Acceptor> acceptors) {
        var slots = new ArrayList<Slot>();
        hoppers.values().forEach(hopper -> add(slots, new Slot(hopper.coin(), false, true)));
        for (var acceptor : acceptors) {
            acceptor.channels().values().forEach(piece -> add(slots, new Slot(piece, acceptor.takesNotes(), false)));
        }
        return slots;
    }

    private static void add(List<Slot> slots, Slot slot) {
        boolean known = slots.stream()
                .anyMatch(each -> each.denomination().equals(slot.denomination()) && each.note() == slot.note());
        if (!known) {
            slots.add(slot);
        }
    }
}
