package org.countinghouse.serial.cctalk;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.Cables;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.device.spi.MoneyProtocol;
import org.jspecify.annotations.Nullable;

/// The devices of one ccTalk bus as one cash machine: a mouth for coins, one for bills, and a hopper
/// for each coin.
///
/// A hopper does not know how many coins are in it, so the machine tells no holdings; what it counts is
/// in [Sight#counters]: `hopper-3.events`, `.paid`, `.unpaid` and, where it counts that, `.dispensed`;
/// `coins.events`; `bills.events`. The reference of a payout is its [Plan].
final class CcTalkMoney implements MoneyProtocol {
    private static final Duration LAY_LIMIT = Duration.ofMillis(1500);
    private static final Duration LOOK_LIMIT = Duration.ofSeconds(8);

    /// Above the caller's limit for a wait, for the questions that are under way when it ends.
    private static final Duration ASKING = Duration.ofSeconds(3);

    private final DeviceAddress address;
    private final DeviceAddress cableAddress;
    private final Cables cables;
    private final CcTalkSettings settings;
    private final Warnings warnings = new Warnings();
    private volatile @Nullable Bus bus;
    private volatile boolean closed;
    private Bench bench = Bench.EMPTY;
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
        var fresh = new Bus(cables.lay(cableAddress, shorter(LAY_LIMIT, limit)), settings);
        bus = fresh;
        if (closed) {
            leave();
        }
        return within(deadline.left(), asked -> {
            bench = Bench.greeted(asked, settings);
            return bench.greeting();
        });
    }

    @Override
    public Sight look() throws IOException {
        return within(LOOK_LIMIT, _ -> new Lookout(bench, warnings, deposit).look());
    }

    @Override
    public Begun begin(Intent intent, Sight baseline, Duration limit, Consumer<String> keep) throws IOException {
        return within(limit, _ -> {
            if (payout != null || deposit != null) {
                return new Begun.Refused(DeviceFault.BUSY, "the last payout or deposit is not over");
            }
            warnings.sureAgain();
            return switch (intent.purpose()) {
                case PAY -> beginPayout(intent.ask(), baseline, keep);
                case TAKE, FILL -> beginDeposit(intent.ask().currency(), baseline);
                case COLLECT -> new Begun.Refused(DeviceFault.REFUSED, "hoppers are emptied by hand");
            };
        });
    }

    @Override
    public Progress follow(Duration limit) throws IOException {
        var deadline = Deadline.in(limit);
        return within(limit.plus(ASKING), asked -> {
            while (true) {
                var progress = news();
                if (!(progress instanceof Progress.Quiet) || deadline.isOver()) {
                    return progress;
                }
                asked.pause(shorter(settings.timings().poll(), deadline.left()));
            }
        });
    }

    @Override
    public void finish(boolean giveBack, Duration limit) throws IOException {
        within(limit, _ -> {
            shutMouths(giveBack);
            return true;
        });
    }

    @Override
    public void halt(Duration limit) throws IOException {
        within(limit, _ -> {
            var paying = payout;
            if (paying != null) {
                paying.halt();
            }
            shutMouths(false);
            return true;
        });
    }

    @Override
    public Testimony testify(
            Intent intent, Sight baseline, Optional<String> reference, boolean sameEpoch, Duration limit)
            throws IOException {
        var paying = payout;
        if (paying != null) {
            // Whoever asks how it ended must not see it go on with the next hopper afterwards.
            paying.goNoFurther();
        }
        var open = sameEpoch ? deposit : null;
        String currency = intent.ask().currency();
        return within(limit, _ -> {
            var witnesses = new Witnesses(
                    bench.hoppers(), bench.acceptors(), settings.timings().poll());
            return switch (intent.purpose()) {
                case PAY -> witnesses.ofPayout(currency, baseline, reference);
                case TAKE, FILL -> open != null ? ofOpenDeposit(open) : witnesses.ofDeposit(currency, baseline);
                case COLLECT -> new Testimony.NeverHeard(Evidence.ANSWER, "this machine is never asked to collect");
            };
        });
    }

    @Override
    public void close() {
        closed = true;
        leave();
    }

    private Begun beginPayout(Intent.Ask ask, Sight baseline, Consumer<String> keep) throws IOException {
        var plan = plan(ask);
        if (plan.isEmpty()) {
            return new Begun.NotEnough("no hopper that is not empty has such coins, or more than " + Hopper.MOST_AT_ONCE
                    + " of one kind are asked for");
        }
        var before = Witnesses.baseline(bench.hoppers().values(), baseline.counters());
        if (plan.get().shares().stream().anyMatch(share -> !before.containsKey(share.hopper()))) {
            return new Begun.Refused(DeviceFault.REFUSED, "a hopper was not looked at before");
        }
        // Written down before anything is said: after a crash it tells which hoppers to ask.
        keep.accept(plan.get().toString());
        var fresh = new Payout(
                ask.currency(),
                plan.get(),
                bench.hoppers(),
                before,
                settings.timings().poll());
        var begun = fresh.start();
        payout = begun instanceof Begun.Accepted ? fresh : null;
        return begun;
    }

    private Optional<Plan> plan(Intent.Ask ask) throws IOException {
        var sources = new ArrayList<Planner.Source>();
        for (var hopper : bench.hoppers().values()) {
            boolean low = hopper.level() == Hopper.Level.LOW;
            if (!low || !hopper.flags().ranDry()) {
                sources.add(new Planner.Source(hopper.address(), hopper.coin(), low));
            }
        }
        var planner = new Planner(sources);
        return switch (ask) {
            case Intent.Ask.Exactly(var _, var pieces) -> planner.exactly(pieces);
            case Intent.Ask.Worth(var currency, var amount) -> planner.worth(currency, amount);
            case Intent.Ask.Open _ -> Optional.empty();
        };
    }

    private Begun beginDeposit(String currency, Sight baseline) throws IOException {
        // An acceptor that was reset since it was looked at counts from 0 again, and would soon pass by where it stood.
        for (var acceptor : bench.acceptors()) {
            long before = baseline.counters().getOrDefault(acceptor.counter(), (long) acceptor.read());
            if (acceptor.log().counter() != before) {
                return new Begun.Refused(
                        DeviceFault.BUSY, "the " + acceptor.name() + " was reset or used since it was looked at");
            }
        }
        var fresh = new Deposit(currency, bench.acceptors(), warnings, settings.timings());
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

    private void shutMouths(boolean giveBack) throws IOException {
        var open = deposit;
        if (open != null) {
            open.shut(giveBack);
        }
    }

    private static Testimony ofOpenDeposit(Deposit open) throws IOException {
        open.poll();
        return open.ended()
                .<Testimony>map(ended -> new Testimony.Knows(
                        ended.moved(), ended.returned(), false, Evidence.ANSWER, "counted as it came"))
                .orElseGet(() -> new Testimony.StillMoving(open.tally().kept()));
    }

    /// Does something over the bus. When that fails, the link is dead, and nothing is said over it any
    /// more.
    private <T> T within(Duration limit, Work<T> work) throws IOException {
        var known = bus;
        if (known == null) {
            throw new IOException("not greeted");
        }
        known.limit(limit);
        try {
            return work.over(known);
        } catch (IOException e) {
            leave();
            throw e;
        }
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

    @FunctionalInterface
    private interface Work<T> {
        T over(Bus bus) throws IOException;
    }
}
