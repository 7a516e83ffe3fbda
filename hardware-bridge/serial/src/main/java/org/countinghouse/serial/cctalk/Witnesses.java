package org.countinghouse.serial.cctalk;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.MoneyProtocol.Evidence;
import org.countinghouse.device.spi.MoneyProtocol.Testimony;
import org.countinghouse.serial.cctalk.HopperProof.Verdict;

/// Asks every device of a bus what it knows of an intent, and puts their statements together. It only
/// asks.
final class Witnesses {
    private final Map<Integer, Hopper> hoppers;
    private final List<Acceptor> acceptors;
    private final Duration apart;

    /// @param apart how long after each other a status is read that must be the same twice
    Witnesses(Map<Integer, Hopper> hoppers, List<Acceptor> acceptors, Duration apart) {
        this.apart = apart;
        this.hoppers = hoppers;
        this.acceptors = acceptors;
    }

    /// What became of a payout.
    ///
    /// @param reference the plan that was written down before the first command; without it no command
    ///        was ever said
    Testimony ofPayout(String currency, Sight baseline, Optional<String> reference) throws IOException {
        if (reference.isEmpty()) {
            return strangers(baseline, new Plan(List.of()))
                    .<Testimony>map(Testimony.Contradicts::new)
                    .orElseGet(() -> new Testimony.NeverHeard(
                            Evidence.COUNTERS, "no command was said yet, and no hopper counted one"));
        }
        var plan = Plan.read(reference.get());
        if (plan.isEmpty()) {
            return new Testimony.Silent("\"" + reference.get() + "\" names no hoppers");
        }
        var stranger = strangers(baseline, plan.get());
        return stranger.isPresent()
                ? new Testimony.Contradicts(stranger.get())
                : ofPlan(currency, baseline, plan.get());
    }

    /// What came into the machine since the baseline.
    Testimony ofDeposit(String currency, Sight baseline) throws IOException {
        var tally = new Tally(currency);
        var evidence = new StringBuilder();
        for (var acceptor : acceptors) {
            Long before = baseline.counters().get(acceptor.counter());
            if (before == null) {
                return new Testimony.Silent("nobody looked at the " + acceptor.name() + " before");
            }
            var log = acceptor.log();
            if (log.counter() == 0 && before == 0) {
                return new Testimony.Silent(
                        "the " + acceptor.name() + "'s counter stands at 0, as it does after a reset");
            }
            switch (log.since(before.intValue())) {
                case EventLog.Since.All(var events) -> events.forEach(event -> tally.add(acceptor, event));
                case EventLog.Since.Lost(var why) -> {
                    return new Testimony.Contradicts("the " + acceptor.name() + ": " + why);
                }
            }
            evidence.append(evidence.isEmpty() ? "" : "; ")
                    .append(acceptor.counter())
                    .append(' ')
                    .append(before)
                    .append(" to ")
                    .append(log.counter());
        }
        return tally.problem().<Testimony>map(Testimony.Contradicts::new).orElseGet(() -> knows(tally, evidence));
    }

    private static Testimony knows(Tally tally, CharSequence evidence) {
        String held = tally.held().isPresent() ? "; a bill in escrow is not counted" : "";
        return new Testimony.Knows(tally.kept(), tally.returned(), false, Evidence.COUNTERS, evidence + held);
    }

    private Testimony ofPlan(String currency, Sight baseline, Plan plan) throws IOException {
        var moved = Pieces.NONE;
        var evidence = new StringBuilder();
        boolean heard = false;
        boolean stopped = false;
        for (var share : plan.shares()) {
            var hopper = hoppers.get(share.hopper());
            var before = HopperStatus.told(share.hopper(), baseline.counters());
            if (hopper == null || before == null) {
                return new Testimony.Silent("hopper " + share.hopper() + " is not on this bus, or was not looked at");
            }
            var now = hopper.steadyStatus(apart);
            var verdict = HopperProof.judge(
                    before, now, share.coins(), false, hopper.flags().stoppedEarly());
            if (stopped) {
                // A hopper behind one that stopped was never told to pay.
                if (now.differsFrom(before)) {
                    return new Testimony.Contradicts(hopper.name() + " paid out of turn: " + before + " became " + now);
                }
                continue;
            }
            switch (verdict) {
                case Verdict.Untouched(var why) -> {
                    stopped = true;
                    note(evidence, hopper, why);
                }
                case Verdict.Paid(var coins, var why) -> {
                    moved = moved.plus(Pieces.of(hopper.coin(), coins));
                    stopped = coins < share.coins();
                    heard = true;
                    note(evidence, hopper, why);
                    evidence.append(", was event counter ").append(before.events());
                }
                case Verdict.Running(var coins) -> {
                    return new Testimony.StillMoving(Cash.of(currency, moved.plus(Pieces.of(hopper.coin(), coins))));
                }
                case Verdict.Unproven(var why) -> {
                    return new Testimony.Silent(hopper.name() + ": " + why);
                }
                case Verdict.Contradictory(var why) -> {
                    return new Testimony.Contradicts(hopper.name() + ": " + why);
                }
            }
        }
        return heard
                ? new Testimony.Knows(
                        Cash.of(currency, moved), Cash.none(currency), false, Evidence.COUNTERS, evidence.toString())
                : new Testimony.NeverHeard(Evidence.COUNTERS, evidence.toString());
    }

    /// A hopper that moved though the plan does not name it.
    private Optional<String> strangers(Sight baseline, Plan plan) throws IOException {
        for (var hopper : hoppers.values()) {
            boolean named = plan.shares().stream().anyMatch(share -> share.hopper() == hopper.address());
            var before = HopperStatus.told(hopper.address(), baseline.counters());
            if (!named && before != null) {
                var now = hopper.status();
                if (now.differsFrom(before)) {
                    return Optional.of(hopper.name() + " moved, and not for this: " + before + " became " + now);
                }
            }
        }
        return Optional.empty();
    }

    private static void note(StringBuilder evidence, Hopper hopper, String why) {
        evidence.append(evidence.isEmpty() ? "" : "; ")
                .append(hopper.name())
                .append(": ")
                .append(why);
    }

    /// Kept apart so that a baseline without a hopper is not taken for one that stands at 0.
    static Map<Integer, HopperStatus> baseline(Iterable<Hopper> hoppers, SortedMap<String, Long> counters) {
        var statuses = new HashMap<Integer, HopperStatus>();
        for (var hopper : hoppers) {
            var status = HopperStatus.told(hopper.address(), counters);
            if (status != null) {
                statuses.put(hopper.address(), status);
            }
        }
        return statuses;
    }
}
