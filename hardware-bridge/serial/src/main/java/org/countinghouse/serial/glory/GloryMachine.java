package org.countinghouse.serial.glory;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Alarm;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Holdings;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.device.spi.MoneyProtocol;
import org.jspecify.annotations.Nullable;

/// A Glory cash recycler behind its controller. It is told what to do by calls that are answered when all is over, and
/// tells meanwhile how it goes on by events.
final class GloryMachine implements MoneyProtocol {
    private static final Duration STEP = Duration.ofMillis(100);

    private final GlorySettings settings;
    private final GloryTimings timings;
    private final Clock clock;
    private final SequenceNumbers numbers = new SequenceNumbers();
    private final Object ends = new Object();
    private final List<Alarm> troubles = new ArrayList<>();
    private volatile @Nullable FccSession session;
    private boolean closed;
    private Stock stock = Stock.UNKNOWN;
    private @Nullable Payout payout;
    private @Nullable Deposit deposit;
    private @Nullable Unclear unclear;
    private long statusAskedAt;

    /// An answer that came and was not borne out. Looked at once more when somebody asks what became of the payout.
    private record Unclear(Payout payout, FccReply reply) {}

    GloryMachine(GlorySettings settings, GloryTimings timings, Clock clock) {
        this.settings = settings;
        this.timings = timings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public Greeting greet(Duration limit) throws IOException {
        payout = null;
        deposit = null;
        troubles.clear();
        var fresh = fresh();
        fresh.open();
        fresh.occupy();
        fresh.layEvents();
        if (settings.setsClock() && fresh.isOurs()) {
            fresh.ask(FccRequest.adjustTime(LocalDateTime.now(clock)));
        }
        fresh.ask(FccRequest.status()).orElseThrow();
        var inventory = fresh.ask(FccRequest.inventory());
        stock = inventory.result().isDone() ? Stock.of(inventory, settings.currency()) : Stock.UNKNOWN;
        return new Greeting(
                "Glory FCC at " + settings.machine(), "", stock.slots(), mainCurrency().isPresent(), true, true);
    }

    @Override
    public Sight look() throws IOException {
        var now = current();
        now.layEvents();
        if (!now.isOurs()) {
            now.occupy();
        }
        drain(now);
        var told = now.ask(FccRequest.status()).orElseThrow();
        var status = told.status();
        see(status);
        var inventory = now.ask(FccRequest.inventory());
        Optional<Holdings> holdings = Optional.empty();
        if (inventory.result().isDone()) {
            stock = Stock.of(inventory, settings.currency());
            holdings = Optional.of(stock.holdings()).filter(_ -> !stock.dispensable().isEmpty());
        }
        var state = now.isOurs() || now.occupation() == FccResult.EXCLUSIVE ? status.state() : Sight.State.OCCUPIED;
        return new Sight(state, holdings, new TreeMap<>(), Optional.empty(), alarms(now, told, status));
    }

    @Override
    public Begun begin(Intent intent, Sight baseline, Duration limit, Consumer<String> keep) throws IOException {
        var now = current();
        if (payout != null || deposit != null) {
            return new Begun.Refused(DeviceFault.BUSY, "it is still at something else");
        }
        if (!now.occupy()) {
            return new Begun.Refused(DeviceFault.BUSY, now.occupation().words());
        }
        drain(now);
        String sequence = SequenceNumbers.of(intent.id());
        return switch (intent.purpose()) {
            case PAY, COLLECT -> beginPayout(now, intent, baseline, sequence, limit, keep);
            case TAKE, FILL -> beginDeposit(now, intent, baseline, sequence, limit, keep);
        };
    }

    @Override
    public Progress follow(Duration limit) throws IOException {
        var now = current();
        var deadline = Deadline.in(limit);
        do {
            var over = ended(now);
            if (over.isPresent()) {
                return over.get();
            }
            var event = now.inbox().next(shorter(deadline.left(), STEP));
            boolean news = event.isPresent() ? hear(event.get()) : askedWhenDeaf(now);
            if (news) {
                return progress();
            }
        } while (!deadline.isOver());
        return ended(now).orElseGet(Progress.Quiet::new);
    }

    @Override
    public void finish(boolean giveBack, Duration limit) throws IOException {
        var now = current();
        var open = deposit;
        if (open == null) {
            throw new IOException("no deposit is open that we know of");
        }
        see(now.ask(FccRequest.status()).orElseThrow().status());
        open.shallEnd(giveBack);
        sendDueEnd(now, open);
    }

    /// A payout by pieces cannot be stopped (IF Specification, 3.7), one by amount can be cancelled. A reset is sent
    /// only to a machine that stands in an error and is at nothing of ours.
    @Override
    public void halt(Duration limit) throws IOException {
        var now = current();
        var out = payout;
        if (out != null) {
            if (out.isCancellable()) {
                now.ask(FccRequest.changeCancel());
            }
        } else if (deposit != null) {
            finish(false, limit);
        } else if (now.ask(FccRequest.status()).orElseThrow().status().state() == Sight.State.JAMMED) {
            now.ask(FccRequest.reset(), timings.reset());
        }
    }

    @Override
    public Testimony testify(
            Intent intent, Sight baseline, Optional<String> reference, boolean sameEpoch, Duration limit)
            throws IOException {
        var now = current();
        drain(now);
        var known = payout;
        if (known != null && known.intent().id().equals(intent.id())) {
            var over = ended(now);
            if (over.isPresent()) {
                return knows(over.get());
            }
        }
        var doubtful = unclear;
        if (doubtful != null && doubtful.payout().intent().id().equals(intent.id())) {
            return judgedAgain(now, doubtful);
        }
        var status = now.ask(FccRequest.status()).orElseThrow().status();
        see(status);
        if (now.isOurs() && isStillAt(status)) {
            adopt(intent, baseline, status);
            return new Testimony.StillMoving(soFar(intent));
        }
        return new Testimony.Silent("the machine keeps no record of transactions that could be asked for; it says "
                + status.words());
    }

    @Override
    public void close() {
        FccSession last;
        synchronized (ends) {
            closed = true;
            last = session;
            session = null;
        }
        if (last == null) {
            return;
        }
        if (payout == null && deposit == null) {
            last.close();
        } else {
            last.cut();
        }
    }

    private FccSession fresh() throws IOException {
        FccSession old;
        synchronized (ends) {
            if (closed) {
                throw new IOException("this machine has been closed");
            }
            old = session;
            session = null;
        }
        if (old != null) {
            old.cut();
        }
        var fresh = new FccSession(new SoapChannel(settings, timings), settings, timings, numbers);
        synchronized (ends) {
            if (closed) {
                fresh.cut();
                throw new IOException("this machine has been closed");
            }
            session = fresh;
        }
        var before = old == null ? Optional.<String>empty() : old.id();
        if (before.isPresent()) {
            fresh.end(before.get());
        }
        return fresh;
    }

    private FccSession current() throws IOException {
        var now = session;
        if (now == null) {
            throw new IOException("the machine has not been greeted");
        }
        return now;
    }

    private Begun beginPayout(
            FccSession now, Intent intent, Sight baseline, String sequence, Duration limit, Consumer<String> keep)
            throws IOException {
        Optional<Pieces> asked =
                switch (intent.ask()) {
                    case Intent.Ask.Exactly exactly -> Optional.of(exactly.pieces());
                    case Intent.Ask.Open open when intent.purpose() == Intent.Purpose.COLLECT ->
                        Optional.of(allOf(open.currency()));
                    case Intent.Ask.Worth _, Intent.Ask.Open _ -> Optional.empty();
                };
        var command = asked.isPresent() ? byPieces(intent, asked.get()) : byAmount(intent);
        if (command.isEmpty()) {
            return new Begun.NotEnough("the machine does not have these pieces, or not this currency");
        }
        keep.accept(sequence);
        var fresh = new Payout(intent, now.command(command.get(), sequence), baseline, asked);
        payout = fresh;
        return accepted(now, fresh, limit);
    }

    private Begun accepted(FccSession now, Payout fresh, Duration limit) throws IOException {
        var deadline = Deadline.in(limit);
        statusAskedAt = System.nanoTime() - timings.statusEvery().toNanos() + timings.firstSign().toNanos();
        while (!fresh.hasMoved()) {
            if (fresh.call().wasNeverSent()) {
                payout = null;
                return new Begun.Refused(DeviceFault.NO_ANSWER, "the machine could not be reached");
            }
            var reply = reply(now, fresh);
            if (reply.isPresent()) {
                return answered(now, fresh, reply.get());
            }
            if (deadline.isOver()) {
                throw lost(now, new IOException("no sign of the machine after " + fresh.call().request().name()));
            }
            var event = now.inbox().next(shorter(deadline.left(), STEP));
            if (event.isPresent()) {
                hear(event.get());
            } else {
                askStatus(now, deadline.left());
            }
        }
        return new Begun.Accepted();
    }

    private Begun answered(FccSession now, Payout fresh, FccReply reply) throws IOException {
        return switch (judge(now, fresh, reply)) {
            case Judgement.Settled _ -> new Begun.Accepted();
            case Judgement.Unclear(var words) -> throw lost(now, new IOException(words));
            case Judgement.Nothing(var result, var words) -> {
                payout = null;
                yield result.kind() == FccResult.Kind.SHORT
                        ? new Begun.NotEnough(words)
                        : new Begun.Refused(result.fault().orElse(DeviceFault.REFUSED), words);
            }
        };
    }

    private Begun beginDeposit(
            FccSession now, Intent intent, Sight baseline, String sequence, Duration limit, Consumer<String> keep)
            throws IOException {
        keep.accept(sequence);
        var call = now.command(Deposit.opening(intent.purpose()), sequence);
        FccReply reply;
        try {
            reply = call.await(limit);
        } catch (IOException e) {
            if (call.wasNeverSent()) {
                return new Begun.Refused(DeviceFault.NO_ANSWER, "the machine could not be reached");
            }
            throw lost(now, e);
        }
        return switch (reply.result().kind()) {
            case DONE -> {
                deposit = new Deposit(intent, baseline, sequence);
                yield new Begun.Accepted();
            }
            case REFUSED, BUSY -> new Begun.Refused(reply.result().fault().orElseThrow(), reply.words());
            case SHORT, STOPPED, DUPLICATE -> throw lost(now, new IOException(reply.words()));
        };
    }

    private Optional<FccRequest> byPieces(Intent intent, Pieces asked) {
        var named = stock.named(asked);
        if (asked.isNone() || !FccCash.sum(named).equals(asked)) {
            return Optional.empty();
        }
        return Optional.of(
                intent.purpose() == Intent.Purpose.COLLECT ? FccRequest.collect(named) : FccRequest.cashout(named));
    }

    private Optional<FccRequest> byAmount(Intent intent) {
        boolean payable = intent.purpose() == Intent.Purpose.PAY
                && mainCurrency().filter(intent.ask().currency()::equals).isPresent();
        return intent.ask().minorUnits().filter(_ -> payable).map(amount -> FccRequest.change(-amount));
    }

    private Pieces allOf(String currency) {
        return FccCash.sum(stock.dispensable().stream()
                .filter(each -> each.denomination().currency().equals(currency))
                .toList());
    }

    /// The currency of amounts that name none.
    private Optional<String> mainCurrency() {
        var inside = stock.currencies();
        if (!settings.currency().isEmpty()) {
            return Optional.of(settings.currency());
        }
        return inside.size() == 1 ? Optional.of(inside.getFirst()) : Optional.empty();
    }

    /// How our own transaction ended, if it did.
    private Optional<Progress> ended(FccSession now) throws IOException {
        var out = payout;
        var in = deposit;
        if (out != null) {
            var reply = reply(now, out);
            return reply.isEmpty() ? Optional.empty() : Optional.of(over(now, out, reply.get()));
        }
        if (in == null) {
            return Optional.empty();
        }
        sendDueEnd(now, in);
        try {
            var over = in.ended(System.nanoTime(), now.hearsEvents(), () -> inventory(now));
            over.ifPresent(_ -> deposit = null);
            return over.map(each -> each);
        } catch (IOException e) {
            throw lost(now, e);
        }
    }

    private Progress over(FccSession now, Payout out, FccReply reply) throws IOException {
        var none = Cash.none(out.intent().ask().currency());
        return switch (judge(now, out, reply)) {
            case Judgement.Settled(var moved, var fault, var words) -> {
                payout = null;
                yield new Progress.Ended(moved, none, fault, out.isHeld(), words);
            }
            case Judgement.Nothing(var result, var words) -> {
                payout = null;
                yield new Progress.Ended(none, none, result.fault(), out.isHeld(), words);
            }
            case Judgement.Unclear(var words) -> throw lost(now, new IOException(words));
        };
    }

    private Judgement judge(FccSession now, Payout out, FccReply reply) throws IOException {
        var judgement = out.judged(reply, () -> inventory(now));
        unclear = judgement instanceof Judgement.Unclear ? new Unclear(out, reply) : null;
        return judgement;
    }

    private Testimony judgedAgain(FccSession now, Unclear doubtful) throws IOException {
        return switch (doubtful.payout().judged(doubtful.reply(), () -> inventory(now))) {
            case Judgement.Settled(var moved, _, var words) ->
                new Testimony.Knows(moved, none(moved), false, Evidence.ANSWER, words);
            case Judgement.Nothing(_, var words) -> {
                var nothing = Cash.none(doubtful.payout().intent().ask().currency());
                yield new Testimony.Knows(nothing, nothing, false, Evidence.ANSWER, words);
            }
            case Judgement.Unclear(var words) -> new Testimony.Contradicts(words);
        };
    }

    private static Testimony knows(Progress over) {
        return switch (over) {
            case Progress.Ended(var moved, var returned, _, var held, var words) ->
                new Testimony.Knows(moved, returned, held, Evidence.ANSWER, words);
            case Progress.Moving(var soFar, _) -> new Testimony.StillMoving(soFar);
            case Progress.Quiet _ -> new Testimony.Silent("it says nothing");
        };
    }

    private static Cash none(Cash moved) {
        return Cash.none(moved.currency());
    }

    private Optional<FccReply> reply(FccSession now, Payout out) throws IOException {
        try {
            return out.reply(System.nanoTime(), timings.lateAnswer().toNanos(), now.hearsEvents());
        } catch (IOException e) {
            throw lost(now, e);
        }
    }

    /// Forgets the connection: what it still says would be about a transaction nobody knows the end of.
    private IOException lost(FccSession now, IOException why) {
        payout = null;
        deposit = null;
        now.cut();
        return why;
    }

    private void sendDueEnd(FccSession now, Deposit open) {
        open.dueEnd(System.nanoTime(), timings.statusEvery().toNanos())
                .ifPresent(command -> open.endsBy(now.command(command)));
    }

    /// What is inside, once the machine has come to rest; empty when it does not tell in time.
    private Optional<Holdings> inventory(FccSession now) throws IOException {
        var deadline = Deadline.in(timings.settle());
        do {
            if (now.ask(FccRequest.status()).orElseThrow().status().isAtRest()) {
                var told = now.ask(FccRequest.inventory());
                if (told.result().isDone()) {
                    stock = Stock.of(told, settings.currency());
                    return Optional.of(stock.holdings())
                            .filter(_ -> !stock.dispensable().isEmpty());
                }
            }
            now.inbox().next(shorter(deadline.left(), STEP)).ifPresent(this::hear);
        } while (!deadline.isOver());
        return Optional.empty();
    }

    private void drain(FccSession now) throws IOException {
        for (var event = now.inbox().next(Duration.ZERO); event.isPresent(); ) {
            hear(event.get());
            event = now.inbox().next(Duration.ZERO);
        }
    }

    private boolean hear(FccEvent event) {
        if (event instanceof FccEvent.Trouble(var words)) {
            troubles.removeIf(each -> each.words().equals(words));
            troubles.add(Alarm.of(Alarm.Kind.FAULT, words));
        }
        if (payout != null) {
            return payout.heard(event, System.nanoTime());
        }
        return deposit != null && deposit.heard(event);
    }

    private boolean see(FccStatus status) {
        if (status == FccStatus.IDLE) {
            troubles.clear();
        }
        if (payout != null) {
            return payout.sees(status, System.nanoTime());
        }
        return deposit != null && deposit.sees(status);
    }

    /// Asks for the status while no events come, not too often, and has the event link laid anew.
    private boolean askedWhenDeaf(FccSession now) throws IOException {
        if (now.hearsEvents() || payout == null && deposit == null) {
            return false;
        }
        return askStatus(now, timings.question());
    }

    private boolean askStatus(FccSession now, Duration limit) throws IOException {
        long at = System.nanoTime();
        if (at - statusAskedAt < timings.statusEvery().toNanos()) {
            return false;
        }
        statusAskedAt = at;
        try {
            now.layEvents();
            return see(now.ask(FccRequest.status(), shorter(limit, timings.question()))
                    .orElseThrow()
                    .status());
        } catch (IOException e) {
            throw lost(now, e);
        }
    }

    private Progress progress() {
        if (payout != null) {
            return payout.progress();
        }
        return deposit != null ? deposit.progress() : new Progress.Quiet();
    }

    private Cash soFar(Intent intent) {
        return progress() instanceof Progress.Moving(var soFar, _)
                ? soFar
                : Cash.none(intent.ask().currency());
    }

    private static boolean isStillAt(FccStatus status) {
        return !status.isAtRest();
    }

    /// Takes over a deposit that was opened over an older connection, so that it can be ended.
    private void adopt(Intent intent, Sight baseline, FccStatus status) {
        boolean open = status.state() == Sight.State.TAKING;
        boolean takes = intent.purpose() == Intent.Purpose.TAKE || intent.purpose() == Intent.Purpose.FILL;
        if (open && takes && deposit == null && payout == null) {
            deposit = new Deposit(intent, baseline, SequenceNumbers.of(intent.id()));
            deposit.sees(status);
        }
    }

    private List<Alarm> alarms(FccSession now, FccReply told, FccStatus status) {
        var alarms = new ArrayList<>(stock.alarms());
        alarms.addAll(troubles);
        if (status.state() == Sight.State.JAMMED) {
            alarms.add(Alarm.of(Alarm.Kind.JAMMED, status.words()));
        }
        if (status.isHeld()) {
            alarms.add(Alarm.of(Alarm.Kind.NOTE_HELD, status.words()));
        }
        if (Verification.isRequired(told.body())) {
            alarms.add(Alarm.of(Alarm.Kind.DISCREPANCY, "the machine wants its inventory verified"));
        }
        if (!now.hearsEvents()) {
            alarms.add(Alarm.of(Alarm.Kind.FAULT, "the machine cannot reach us with its events"));
        }
        return alarms;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
