package org.countinghouse.serial.glory;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.countinghouse.device.money.Alarm;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Holdings;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.device.spi.MoneyProtocol.Greeting;
import org.countinghouse.device.spi.MoneyProtocol.Progress;
import org.jspecify.annotations.Nullable;

/// One connection with a machine, from its greeting until it breaks, and the one transaction of ours
/// that may be on its way. Nothing of it is carried over into the next but a [Doubt].
final class Epoch {
    /// How long we sleep at a time while we wait for an event, so that limits of our own are noticed.
    private static final Duration STEP = Duration.ofMillis(100);

    private final FccSession session;
    private final GlorySettings settings;
    private final GloryTimings timings;
    private final List<Alarm> troubles = new ArrayList<>();
    private Stock stock = Stock.UNKNOWN;
    private @Nullable Payout payout;
    private @Nullable Deposit deposit;
    private Optional<Doubt> doubt;
    private long statusAskedAt;

    Epoch(FccSession session, GlorySettings settings, GloryTimings timings, Optional<Doubt> doubt) {
        this.session = session;
        this.settings = settings;
        this.timings = timings;
        this.doubt = doubt;
    }

    FccSession session() {
        return session;
    }

    Optional<String> sessionId() {
        return session.id();
    }

    Optional<Doubt> doubt() {
        return doubt;
    }

    Stock stock() {
        return stock;
    }

    /// @param before our session of an older connection
    Greeting greet(Optional<String> before, Clock clock, Duration limit) throws IOException {
        session.allow(limit);
        session.begin(before);
        session.layEvents();
        if (settings.setsClock() && session.isOurs()) {
            session.ask(FccRequest.adjustTime(LocalDateTime.now(clock)));
        }
        session.ask(FccRequest.status()).orElseThrow();
        var _ = told(session.ask(FccRequest.inventory()));
        return new Greeting(
                "Glory FCC at " + settings.machine(),
                "",
                stock.slots(),
                mainCurrency().isPresent(),
                true,
                true);
    }

    Sight look() throws IOException {
        session.allow(timings.question());
        session.layEvents();
        if (!session.isOurs()) {
            session.occupy();
        }
        drain();
        var answer = session.ask(FccRequest.status()).orElseThrow();
        var status = answer.status();
        see(status);
        var holdings = told(session.ask(FccRequest.inventory()));
        boolean another = session.occupation() == FccResult.OCCUPIED_BY_ANOTHER;
        return new Sight(
                another ? Sight.State.OCCUPIED : status.state(),
                holdings,
                new TreeMap<>(),
                Optional.empty(),
                alarms(answer, status));
    }

    Progress follow(Duration limit) throws IOException {
        session.allow(timings.question());
        var deadline = Deadline.in(limit);
        do {
            var done = ended();
            if (done.isPresent()) {
                return done.get();
            }
            var event = session.inbox().next(shorter(deadline.left(), STEP));
            if (event.isPresent() ? hear(event.get()) : isBusy() && !session.hearsEvents() && askedStatus()) {
                return progress();
            }
        } while (!deadline.isOver());
        var over = ended();
        return over.isPresent() ? over.get() : new Progress.Quiet();
    }

    void finish(boolean giveBack, Duration limit) throws IOException {
        session.allow(limit);
        var open = deposit;
        if (open == null) {
            throw new IOException("no deposit is open that we know of");
        }
        var status = session.ask(FccRequest.status()).orElseThrow().status();
        // What was told before this answer is older than it, and must not be taken for news after it.
        drain();
        see(status);
        open.shallEnd(giveBack);
        sendDueEnd(open);
    }

    /// A payout by pieces cannot be stopped (IF Specification, 3.7), one by amount can be cancelled. A
    /// reset is sent only to a machine that stands in an error and is at nothing of ours.
    void halt(Duration limit) throws IOException {
        session.allow(limit);
        var out = payout;
        if (out != null) {
            if (out.isCancellable()) {
                session.ask(FccRequest.changeCancel());
            }
        } else if (deposit != null) {
            finish(false, limit);
        } else if (session.ask(FccRequest.status()).orElseThrow().status().state() == Sight.State.JAMMED) {
            session.reset();
        }
    }

    boolean isBusy() {
        return payout != null || deposit != null;
    }

    /// The money command that is on its way.
    Optional<Intent> at() {
        return payout != null
                ? Optional.of(payout.intent())
                : Optional.ofNullable(deposit).map(Deposit::intent);
    }

    void begins(Payout out) {
        payout = out;
        statusAskedAt = System.nanoTime()
                - timings.statusEvery().toNanos()
                + timings.firstSign().toNanos();
    }

    void begins(Deposit in) {
        deposit = in;
    }

    void isOver() {
        payout = null;
        deposit = null;
    }

    /// How our own transaction ended, if it did.
    Optional<Progress.Ended> ended() throws IOException {
        var in = deposit;
        if (payout != null) {
            var reply = reply(payout);
            return reply.isEmpty() ? Optional.empty() : Optional.of(over(payout, reply.get()));
        }
        if (in == null) {
            return Optional.empty();
        }
        sendDueEnd(in);
        try {
            var over = in.ended(System.nanoTime(), timings.lateAnswer().toNanos(), this::inventory);
            over.ifPresent(_ -> deposit = null);
            return over;
        } catch (IOException e) {
            throw lost(e);
        }
    }

    Progress progress() {
        if (payout != null) {
            return payout.progress();
        }
        return deposit != null ? deposit.progress() : new Progress.Quiet();
    }

    Optional<FccReply> reply(Payout out) throws IOException {
        try {
            return out.reply(System.nanoTime(), timings.lateAnswer().toNanos(), session.hearsEvents());
        } catch (IOException e) {
            throw lost(e);
        }
    }

    Judgement judge(Payout out, FccReply reply) throws IOException {
        var judgement = out.judged(reply, this::inventory);
        doubt = judgement instanceof Judgement.Unclear ? Optional.of(new Doubt(out, reply)) : Optional.empty();
        return judgement;
    }

    /// What is inside, once the machine has come to rest; empty when it does not tell in time.
    Optional<Holdings> inventory() throws IOException {
        var deadline = Deadline.in(timings.settle());
        do {
            if (session.ask(FccRequest.status()).orElseThrow().status().isAtRest()) {
                var holdings = told(session.ask(FccRequest.inventory()));
                if (holdings.isPresent()) {
                    return holdings;
                }
            }
            session.inbox().next(shorter(deadline.left(), STEP)).ifPresent(this::hear);
        } while (!deadline.isOver());
        return Optional.empty();
    }

    /// Waits a little for an event; where none comes, the status is asked for, though not too often.
    void listen(Duration limit) throws IOException {
        var event = session.inbox().next(shorter(limit, STEP));
        if (event.isPresent()) {
            hear(event.get());
        } else {
            askedStatus();
        }
    }

    void drain() throws IOException {
        for (var event = session.inbox().next(Duration.ZERO); event.isPresent(); ) {
            hear(event.get());
            event = session.inbox().next(Duration.ZERO);
        }
    }

    boolean see(FccStatus status) {
        if (status == FccStatus.IDLE) {
            troubles.clear();
        }
        if (payout != null) {
            return payout.sees(status, System.nanoTime());
        }
        return deposit != null && deposit.sees(status);
    }

    /// The currency of amounts that name none.
    Optional<String> mainCurrency() {
        var inside = stock.currencies();
        if (!settings.currency().isEmpty()) {
            return Optional.of(settings.currency());
        }
        return inside.size() == 1 ? Optional.of(inside.getFirst()) : Optional.empty();
    }

    /// Gives the connection up: what it still says would be about a transaction nobody knows the end
    /// of.
    IOException lost(IOException why) {
        isOver();
        cut();
        return why;
    }

    void cut() {
        session.cut();
    }

    /// Goes, with a goodbye when nothing of ours is on its way.
    void leave() {
        if (isBusy()) {
            cut();
        } else {
            session.close();
        }
    }

    private Progress.Ended over(Payout out, FccReply reply) throws IOException {
        var none = Cash.none(out.intent().ask().currency());
        var judgement = judge(out, reply);
        if (out.isHeld()) {
            // The answer may have overtaken the event that a hand has come.
            see(session.ask(FccRequest.status()).orElseThrow().status());
        }
        return switch (judgement) {
            case Judgement.Settled(var moved, var fault, var words) -> {
                isOver();
                yield new Progress.Ended(moved, none, fault, out.isHeld(), words);
            }
            case Judgement.Nothing(var result, var words) -> {
                isOver();
                yield new Progress.Ended(none, none, result.fault(), out.isHeld(), words);
            }
            case Judgement.Unclear(var words) -> throw lost(new IOException(words));
        };
    }

    private void sendDueEnd(Deposit open) {
        open.dueEnd(System.nanoTime(), timings.statusEvery().toNanos())
                .ifPresent(command -> open.endsBy(session.command(command)));
    }

    private Optional<Holdings> told(FccReply inventory) throws UnreadableXml {
        if (!inventory.result().isDone()) {
            return Optional.empty();
        }
        stock = Stock.of(inventory, settings.currency());
        return Optional.of(stock.holdings()).filter(_ -> !stock.dispensable().isEmpty());
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

    private boolean askedStatus() throws IOException {
        long at = System.nanoTime();
        if (at - statusAskedAt < timings.statusEvery().toNanos()) {
            return false;
        }
        statusAskedAt = at;
        try {
            session.layEvents();
            return see(session.ask(FccRequest.status()).orElseThrow().status());
        } catch (IOException e) {
            throw lost(e);
        }
    }

    private List<Alarm> alarms(FccReply answer, FccStatus status) {
        var alarms = new ArrayList<>(stock.alarms());
        alarms.addAll(troubles);
        if (status.state() == Sight.State.JAMMED) {
            alarms.add(Alarm.of(Alarm.Kind.JAMMED, status.words()));
        }
        if (status.isHeld()) {
            alarms.add(Alarm.of(Alarm.Kind.NOTE_HELD, status.words()));
        }
        if (Verification.isRequired(answer.body())) {
            alarms.add(Alarm.of(Alarm.Kind.DISCREPANCY, "the machine wants its inventory verified"));
        }
        if (!session.hearsEvents()) {
            alarms.add(Alarm.of(Alarm.Kind.FAULT, "the machine cannot reach us with its events"));
        }
        return alarms;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
