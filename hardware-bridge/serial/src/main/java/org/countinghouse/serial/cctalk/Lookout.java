package org.countinghouse.serial.cctalk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countinghouse.device.money.Alarm;
import org.countinghouse.device.money.Sight;
import org.jspecify.annotations.Nullable;

/// Looks at everybody on the bus, and takes in what the acceptors' logs have to tell.
final class Lookout {
    private final Bench bench;
    private final Warnings warnings;
    private final @Nullable Deposit deposit;

    /// @param deposit the one that is open; what the logs tell belongs to it
    Lookout(Bench bench, Warnings warnings, @Nullable Deposit deposit) {
        this.bench = bench;
        this.warnings = warnings;
        this.deposit = deposit;
    }

    Sight look() throws IOException {
        var counters = new TreeMap<String, Long>();
        var alarms = new ArrayList<Alarm>();
        boolean paying = false;
        boolean jammed = false;
        boolean broken = false;
        for (var hopper : bench.hoppers().values()) {
            var status = hopper.status();
            var flags = hopper.flags();
            status.tell(hopper.address(), counters);
            alarms.addAll(HopperAlarms.of(hopper, flags, hopper.level()));
            paying |= status.isMoving();
            jammed |= flags.isJammed();
            broken |= flags.isBroken();
        }
        takeNews(counters);
        alarms.addAll(warnings.all());
        var state = state(paying, jammed || warnings.isJammed(), broken);
        return new Sight(state, Optional.empty(), counters, Optional.empty(), alarms);
    }

    private Sight.State state(boolean paying, boolean jammed, boolean broken) {
        if (paying) {
            return Sight.State.PAYING;
        }
        if (broken) {
            return Sight.State.OUT_OF_ORDER;
        }
        if (jammed) {
            return Sight.State.JAMMED;
        }
        return deposit != null ? Sight.State.TAKING : Sight.State.READY;
    }

    private void takeNews(Map<String, Long> counters) throws IOException {
        if (deposit != null) {
            deposit.poll();
        }
        for (var acceptor : bench.acceptors()) {
            if (deposit == null) {
                hearOutsideDeposit(acceptor);
            }
            counters.put(acceptor.counter(), (long) acceptor.read());
        }
    }

    /// Outside a deposit nothing should come in; if something did, nobody will book it by itself.
    private void hearOutsideDeposit(Acceptor acceptor) throws IOException {
        switch (acceptor.news()) {
            case EventLog.Since.All(var events) ->
                events.forEach(event -> {
                    warnings.heard(acceptor, event);
                    if (event.type() > 0 && (!acceptor.takesNotes() || event.result() == 0)) {
                        warnings.unsure("the " + acceptor.name() + " took a piece outside a deposit");
                    }
                });
            // It was shut, so nothing came in; but if it was reset, it may be open now.
            case EventLog.Since.Lost _ -> acceptor.shut();
        }
    }
}
