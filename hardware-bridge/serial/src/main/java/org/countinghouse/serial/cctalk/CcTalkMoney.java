package org.countinghouse.serial.cctalk;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.money.Alarm;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.Cables;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.device.spi.MoneyProtocol;
import org.jspecify.annotations.Nullable;

/// The devices of one ccTalk bus as one cash machine: a mouth for coins, one for bills, and a hopper for each coin.
///
/// A hopper does not know how many coins are in it, so the machine tells no holdings; what it counts is in
/// [Sight#counters]: `hopper-3.events`, `.paid`, `.unpaid` and, where it counts that, `.dispensed`; `coins.events`;
/// `bills.events`.
final class CcTalkMoney implements MoneyProtocol {
    private static final Duration LAY_LIMIT = Duration.ofMillis(1500);
    private static final Duration LOOK_LIMIT = Duration.ofSeconds(8);

    /// Above the caller's limit for a wait, for the questions that are under way when it ends.
    private static final Duration ASKING = Duration.ofSeconds(3);

    private final DeviceAddress address;
    private final DeviceAddress cableAddress;
    private final Cables cables;
    private final CcTalkSettings settings;
    private volatile @Nullable Bus bus;
    private volatile boolean closed;
    private Map<Integer, Hopper> hoppers = Map.of();
    private List<Acceptor> acceptors = List.of();
    private final Warnings warnings = new Warnings();
    private @Nullable Payout payout;
    private @Nullable Deposit deposit;

    CcTalkMoney(DeviceAddress address, DeviceAddress cableAddress, Cables cables, CcTalkSettings settings) {
        this.address = address;
        this.cableAddress = cableAddress;
        this.cables = cables;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "ccTalk at " + address.target();
    }

    @Override
    public Greeting greet(Duration limit) throws IOException {
        leave();
        var deadline = Deadline.in(limit);
        var fresh = new Bus(
                cables.lay(cableAddress, LAY_LIMIT.compareTo(limit) < 0 ? LAY_LIMIT : limit), settings);
        bus = fresh;
        if (closed) {
            fresh.close();
        }
        fresh.limit(deadline.left());
        var met = new LinkedHashMap<String, Identity>();
        var mouths = new ArrayList<Acceptor>();
        settings.coins().ifPresent(at -> mouths.add(new Acceptor(fresh, at, false, settings.coinChannels())));
        settings.bills().ifPresent(at -> mouths.add(new Acceptor(fresh, at, true, settings.billChannels())));
        for (var mouth : mouths) {
            met.put(mouth.name(), mouth.greet(settings.sorter()));
        }
        var bowls = new LinkedHashMap<Integer, Hopper>();
        for (var at : settings.hoppers()) {
            var hopper = new Hopper(fresh, at, settings.dispense());
            met.put(hopper.name(), hopper.greet());
            bowls.put(at.address(), hopper);
        }
        hoppers = bowls;
        acceptors = List.copyOf(mouths);
        return greeting(met);
    }

    @Override
    public Sight look() throws IOException {
        alive().limit(LOOK_LIMIT);
        var counters = new TreeMap<String, Long>();
        var alarms = new ArrayList<Alarm>();
        boolean paying = false;
        boolean jammed = false;
        boolean broken = false;
        for (var hopper : hoppers.values()) {
            var status = hopper.status();
            var flags = hopper.flags();
            status.tell(hopper.address(), counters);
            HopperAlarms.of(hopper, flags, hopper.level()).forEach(alarms::add);
            paying |= status.isMoving();
            jammed |= flags.isJammed();
            broken |= flags.isBroken();
        }
        takeNews(counters);
        alarms.addAll(warnings.all());
        jammed |= warnings.isJammed();
        var state = paying
                ? Sight.State.PAYING
                : broken
                        ? Sight.State.OUT_OF_ORDER
                        : jammed ? Sight.State.JAMMED : deposit != null ? Sight.State.TAKING : Sight.State.READY;
        return new Sight(state, Optional.empty(), counters, Optional.empty(), alarms);
    }

    @Override
    public Begun begin(Intent intent, Sight baseline, Duration limit, Consumer<String> keep) throws IOException {
        alive().limit(limit);
        if (payout != null || deposit != null) {
            return new Begun.Refused(DeviceFault.BUSY, "the last payout or deposit is not over");
        }
        warnings.sureAgain();
        return switch (intent.purpose()) {
            case PAY -> beginPayout(intent.ask(), baseline, keep);
            case TAKE, FILL -> beginDeposit(intent.ask().currency(), baseline);
            case COLLECT -> new Begun.Refused(DeviceFault.REFUSED, "hoppers are emptied by hand");
        };
    }

    @Override
    public Progress follow(Duration limit) throws IOException {
        var asked = alive();
        asked.limit(limit.plus(ASKING));
        var deadline = Deadline.in(limit);
        while (true) {
            var progress = news();
            if (!(progress instanceof Progress.Quiet) || deadline.isOver()) {
                return progress;
            }
            asked.pause(shorter(settings.timings().poll(), deadline.left()));
        }
    }

    @Override
    public void finish(boolean giveBack, Duration limit) throws IOException {
        alive().limit(limit);
        var open = deposit;
        if (open != null) {
            open.shut(giveBack);
        }
    }

    @Override
    public void halt(Duration limit) throws IOException {
        alive().limit(limit);
        var paying = payout;
        if (paying != null) {
            paying.halt();
        }
        finish(false, limit);
    }

    @Override
    public Testimony testify(
            Intent intent, Sight baseline, Optional<String> reference, boolean sameEpoch, Duration limit)
            throws IOException {
        alive().limit(limit);
        var paying = payout;
        if (paying != null) {
            // Whoever asks how it ended must not see it go on with the next hopper afterwards.
            paying.goNoFurther();
        }
        var witnesses = new Witnesses(hoppers, acceptors);
        String currency = intent.ask().currency();
        return switch (intent.purpose()) {
            case PAY -> witnesses.ofPayout(currency, baseline, reference);
            case TAKE, FILL -> {
                var open = deposit;
                yield open != null && sameEpoch ? ofOpenDeposit(open) : witnesses.ofDeposit(currency, baseline);
            }
            case COLLECT -> new Testimony.NeverHeard(Evidence.ANSWER, "this machine is never asked to collect");
        };
    }

    @Override
    public void close() {
        closed = true;
        leave();
    }

    private Begun beginPayout(Intent.Ask ask, Sight baseline, Consumer<String> keep) throws IOException {
        var sources = new ArrayList<Planner.Source>();
        for (var hopper : hoppers.values()) {
            boolean low = hopper.level() == Hopper.Level.LOW;
            if (!low || !hopper.flags().ranDry()) {
                sources.add(new Planner.Source(hopper.address(), hopper.coin(), low));
            }
        }
        var planner = new Planner(sources);
        var plan = switch (ask) {
            case Intent.Ask.Exactly(_, var pieces) -> planner.exactly(pieces);
            case Intent.Ask.Worth(var currency, var amount) -> planner.worth(currency, amount);
            case Intent.Ask.Open _ -> Optional.<Plan>empty();
        };
        if (plan.isEmpty()) {
            return new Begun.NotEnough("no hopper that is not empty has such coins, or more than "
                    + Hopper.MOST_AT_ONCE + " of one kind are asked for");
        }
        var before = Witnesses.baseline(hoppers.values(), baseline.counters());
        if (plan.get().shares().stream().anyMatch(share -> !before.containsKey(share.hopper()))) {
            return new Begun.Refused(DeviceFault.REFUSED, "a hopper was not looked at before");
        }
        // Written down before anything is said: after a crash it tells which hoppers to ask.
        keep.accept(plan.get().toString());
        var fresh = new Payout(ask.currency(), plan.get(), hoppers, before);
        var begun = fresh.start();
        payout = begun instanceof Begun.Accepted ? fresh : null;
        return begun;
    }

    private Begun beginDeposit(String currency, Sight baseline) throws IOException {
        // An acceptor that was reset since it was looked at counts from 0 again, and would soon pass by where it stood.
        for (var acceptor : acceptors) {
            long before = baseline.counters().getOrDefault(acceptor.counter(), (long) acceptor.read());
            if (acceptor.log().counter() != before) {
                return new Begun.Refused(
                        DeviceFault.BUSY, "the " + acceptor.name() + " was reset or used since it was looked at");
            }
        }
        var fresh = new Deposit(currency, acceptors, warnings, settings.timings());
        if (!fresh.open(currency, baseline.counters())) {
            return new Begun.Refused(DeviceFault.REFUSED, "no mouth of this machine takes " + currency);
        }
        deposit = fresh;
        return new Begun.Accepted();
    }

    private Progress news() throws IOException {
        var paying = payout;
        var open = deposit;
        if (paying != null) {
            var progress = paying.look();
            if (progress instanceof Progress.Ended) {
                payout = null;
            }
            return progress;
        }
        if (open == null) {
            return new Progress.Quiet();
        }
        boolean more = open.poll();
        var ended = open.ended();
        if (ended.isPresent()) {
            deposit = null;
            return ended.get();
        }
        return more ? new Progress.Moving(open.tally().kept(), false) : new Progress.Quiet();
    }

    private static Testimony ofOpenDeposit(Deposit open) throws IOException {
        open.poll();
        return open.ended()
                .<Testimony>map(ended -> new Testimony.Knows(
                        ended.moved(), ended.returned(), false, Evidence.ANSWER, "counted as it came"))
                .orElseGet(() -> new Testimony.StillMoving(open.tally().kept()));
    }

    /// Outside a deposit nothing should come in; if something did, nobody will book it by itself.
    private void takeNews(Map<String, Long> counters) throws IOException {
        var open = deposit;
        if (open != null) {
            open.poll();
        }
        for (var acceptor : acceptors) {
            if (open == null) {
                switch (acceptor.news()) {
                    case EventLog.Since.All(var events) -> events.forEach(event -> {
                        warnings.heard(acceptor, event);
                        if (event.type() > 0 && (!acceptor.takesNotes() || event.result() == 0)) {
                            warnings.unsure("the " + acceptor.name() + " took a piece outside a deposit");
                        }
                    });
                    // It was shut, so nothing came in; but if it was reset, it may be open now.
                    case EventLog.Since.Lost _ -> acceptor.shut();
                }
            }
            counters.put(acceptor.counter(), (long) acceptor.read());
        }
    }

    private Greeting greeting(Map<String, Identity> met) {
        var slots = new ArrayList<Slot>();
        for (var hopper : hoppers.values()) {
            if (slots.stream().noneMatch(slot -> slot.denomination().equals(hopper.coin()))) {
                slots.add(new Slot(hopper.coin(), false, true));
            }
        }
        for (var acceptor : acceptors) {
            for (Denomination piece : acceptor.channels().values()) {
                boolean known = slots.stream()
                        .anyMatch(slot -> slot.denomination().equals(piece) && slot.note() == acceptor.takesNotes());
                if (!known) {
                    slots.add(new Slot(piece, acceptor.takesNotes(), false));
                }
            }
        }
        var model = new ArrayList<String>();
        var serial = new ArrayList<String>();
        met.forEach((name, identity) -> {
            model.add(name + " " + (identity.product() + " " + identity.revision()).strip());
            serial.add(name + " " + identity.serial());
        });
        return new Greeting(
                "ccTalk: " + String.join(", ", model), String.join(", ", serial), slots, true, false, false);
    }

    private Bus alive() throws IOException {
        var known = bus;
        if (known == null || closed) {
            throw new IOException("not greeted");
        }
        return known;
    }

    private void leave() {
        var old = bus;
        bus = null;
        if (old != null) {
            old.close();
        }
        payout = null;
        deposit = null;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
