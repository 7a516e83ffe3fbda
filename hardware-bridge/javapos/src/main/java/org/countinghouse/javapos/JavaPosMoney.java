package org.countinghouse.javapos;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jpos.JposException;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Alarm;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Holdings;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.device.spi.MoneyProtocol;
import org.jspecify.annotations.Nullable;

/// A cash machine behind JavaPOS: a cash changer, or any of a bill acceptor, bill dispenser, coin acceptor and coin
/// dispenser that together are one (UPOS 1.15).
///
/// JavaPOS has no number for a transaction, tells no partial amounts, and keeps no record that outlives a connection.
/// So this protocol knows what became of an intent only from the answer in the same connection; after that it is
/// silent, and what the machine holds, or a person, has to tell.
final class JavaPosMoney implements MoneyProtocol, OpenDevice {
    private final String name;
    private final List<CashPart> parts;
    private final News news;
    private final Optional<String> wanted;
    private final long unit;
    private String currency = "";
    private @Nullable Running running;

    /// The end of a deposit that an older connection left open.
    private Takings.@Nullable Ending leftOpen;

    /// What was begun in this connection.
    private sealed interface Running {
        Intent intent();

        /// @param said how many of the payouts were over when it was last told
        record Paying(Intent intent, List<Payout> payouts, Optional<String> shortfall, int said) implements Running {
            boolean isInACall() throws IOException {
                for (Payout each : payouts) {
                    if (!each.part().isAsync() && !each.call().endsWithin(Duration.ZERO)) {
                        return true;
                    }
                }
                return false;
            }

            boolean isOnItsWay() throws IOException {
                for (Payout each : payouts) {
                    if (each.stand() instanceof Payout.Stand.OnItsWay) {
                        return true;
                    }
                }
                return false;
            }
        }

        record Taking(Intent intent, Takings takings, Cash said) implements Running {}

        /// @param giveBack whether what came is given back
        record Ending(Intent intent, Takings.Ending end, boolean giveBack) implements Running {}

        /// It ended, and nobody says what moved. The connection is whole, so what is inside may tell.
        record Unclear(Intent intent, String words) implements Running {}

        record Over(Intent intent, Progress.Ended how) implements Running {}
    }

    /// @param parts at least one
    /// @param currency to be set when the machine knows several
    /// @param unit how many of our minor units the vendor's smallest unit is; nearly always 1
    JavaPosMoney(String name, List<CashPart> parts, News news, Optional<String> currency, long unit) {
        this.name = name;
        this.parts = List.copyOf(parts);
        this.news = news;
        wanted = currency;
        this.unit = unit;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Greeting greet(Duration limit) throws IOException {
        running = null;
        leftOpen = null;
        var deadline = Deadline.in(limit);
        for (CashPart part : parts) {
            part.open(wanted, deadline.left());
        }
        currency = parts.stream()
                .map(part -> part.known().currency())
                .filter(each -> each.matches("[A-Z]{3}"))
                .findFirst()
                .or(() -> wanted)
                .orElseThrow(() -> new IOException(
                        name + " does not tell its currency: add currency=EUR to its address, or what it is"));
        return new Greeting(
                parts.stream().map(part -> part.known().model()).distinct().collect(Collectors.joining(", ")),
                parts.stream()
                        .map(part -> part.known().serial())
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining("/")),
                slots(),
                payers().size() == 1 && choosesPieces(payers().getFirst()),
                takers().size() == 1 && takers().getFirst().known().repays(),
                false);
    }

    private static boolean choosesPieces(CashPart part) {
        return part.kind() != VendorKind.BILL_DISPENSER;
    }

    private List<CashPart> payers() {
        return parts.stream().filter(part -> part.kind().pays()).toList();
    }

    private List<CashPart> takers() {
        return parts.stream()
                .filter(part -> part.kind().takes() && !part.known().takes().isNone())
                .toList();
    }

    private List<Slot> slots() {
        var paid = new TreeMap<Denomination, Boolean>();
        var all = new TreeMap<Denomination, Boolean>();
        for (CashPart part : parts) {
            add(part.known().takes(), all);
            add(part.known().pays(), all);
            add(part.known().pays(), paid);
        }
        return all.entrySet().stream()
                .map(each -> new Slot(each.getKey(), each.getValue(), paid.containsKey(each.getKey())))
                .toList();
    }

    private void add(CashCounts listed, Map<Denomination, Boolean> isNote) {
        listed.coins().keySet().forEach(value -> isNote.putIfAbsent(denomination(value), false));
        listed.notes().keySet().forEach(value -> isNote.put(denomination(value), true));
    }

    private Denomination denomination(int value) {
        return new Denomination(currency, Math.multiplyExact(value, unit));
    }

    @Override
    public Sight look() throws IOException {
        if (isInACall()) {
            // A device that pays or gives back while it is called cannot be asked meanwhile.
            return new Sight(Sight.State.PAYING, Optional.empty(), new TreeMap<>(), Optional.empty(), List.of());
        }
        var states = new TreeSet<Sight.State>();
        var alarms = new ArrayList<Alarm>();
        var places = new EnumMap<Place, Pieces>(Place.class);
        boolean allCounted = true;
        for (CashPart part : parts) {
            CashPart.Seen seen = part.look();
            states.add(seen.state());
            alarms.addAll(seen.alarms());
            allCounted &= seen.inside().isPresent();
            Place place = part.kind().pays() ? Place.RECYCLER : Place.CASHBOX;
            seen.inside().ifPresent(counts -> places.merge(place, counts.pieces(currency, unit), Pieces::plus));
        }
        return new Sight(
                state(states),
                allCounted ? Optional.of(new Holdings(places)) : Optional.empty(),
                new TreeMap<>(),
                Optional.empty(),
                alarms);
    }

    private boolean isInACall() throws IOException {
        return switch (running) {
            case Running.Paying paying -> paying.isInACall();
            case Running.Ending ending -> !ending.end.isOverWithin(Duration.ZERO);
            case Running.Taking _, Running.Unclear _, Running.Over _ -> false;
            case null -> false;
        };
    }

    /// The state of all is the last of theirs in the order of [Sight.State], but what runs here is known best here.
    private Sight.State state(TreeSet<Sight.State> states) {
        if (states.last() == Sight.State.JAMMED) {
            return Sight.State.JAMMED;
        }
        return running instanceof Running.Paying ? Sight.State.PAYING : states.last();
    }

    @Override
    public Begun begin(Intent intent, Sight baseline, Duration limit, Consumer<String> keep) throws IOException {
        if (running != null && !(running instanceof Running.Over) && !(running instanceof Running.Unclear)) {
            return new Begun.Refused(DeviceFault.BUSY, name + " is still at something else");
        }
        return switch (intent.purpose()) {
            case PAY -> pay(intent, limit);
            case TAKE, FILL -> take(intent, limit);
            case COLLECT -> new Begun.Refused(DeviceFault.REFUSED, "JavaPOS has no words for emptying a machine");
        };
    }

    private Begun pay(Intent intent, Duration limit) throws IOException {
        return switch (new Orders(payers(), currency, unit).of(intent.ask())) {
            case Orders.Plan.Cannot(var answer) -> answer;
            case Orders.Plan.Ordered(var orders) -> pay(intent, orders, limit);
        };
    }

    private Begun pay(Intent intent, List<Orders.Order> orders, Duration limit) throws IOException {
        var deadline = Deadline.in(limit);
        var payouts = new ArrayList<Payout>();
        for (Orders.Order order : orders) {
            try {
                payouts.add(order.part().pay(order.counts(), order.byAmount(), deadline.left()));
            } catch (JposException e) {
                var answer = Orders.meaning(order.part(), e);
                if (answer instanceof Begun.Silence(var words)) {
                    running = new Running.Unclear(intent, words);
                    return answer;
                }
                if (payouts.isEmpty()) {
                    return answer;
                }
                // The first device pays already. This one provably does not, and the end will say so.
                running = new Running.Paying(intent, payouts, Optional.of(NoUse.words(e)), 0);
                return new Begun.Accepted();
            }
        }
        running = new Running.Paying(intent, payouts, Optional.empty(), 0);
        return new Begun.Accepted();
    }

    private Begun take(Intent intent, Duration limit) throws IOException {
        if (!intent.ask().currency().equals(currency) || takers().isEmpty()) {
            return new Begun.Refused(
                    DeviceFault.REFUSED, name + " takes no " + intent.ask().currency());
        }
        var takings = new Takings(takers(), currency, unit);
        try {
            takings.begin(limit);
        } catch (IOException e) {
            if (e.getCause() instanceof JposException said) {
                return Orders.meaning(takers().getFirst(), said);
            }
            throw e;
        }
        running = new Running.Taking(intent, takings, Cash.none(currency));
        return new Begun.Accepted();
    }

    @Override
    public Progress follow(Duration limit) throws IOException {
        return switch (running) {
            case null -> {
                news.await(limit);
                yield new Progress.Quiet();
            }
            case Running.Over over -> over.how;
            case Running.Unclear unclear -> new Progress.Unclear(unclear.words);
            case Running.Paying paying -> follow(paying, limit);
            case Running.Taking taking -> follow(taking, limit);
            case Running.Ending ending -> follow(ending, limit);
        };
    }

    private Progress follow(Running.Paying paying, Duration limit) throws IOException {
        int over = over(paying);
        if (over == paying.said) {
            news.await(limit);
            over = over(paying);
        }
        if (running instanceof Running.Unclear unclear) {
            return new Progress.Unclear(unclear.words);
        }
        if (over == paying.said) {
            return new Progress.Quiet();
        }
        var done = paying.payouts.stream().limit(over).toList();
        if (over < paying.payouts.size()) {
            running = new Running.Paying(paying.intent, paying.payouts, paying.shortfall, over);
            return new Progress.Moving(paid(done), false);
        }
        var ended = new Progress.Ended(
                paid(done),
                Cash.none(currency),
                paying.shortfall.map(_ -> DeviceFault.REFUSED),
                false,
                paying.shortfall.orElse("the machine says so"));
        running = new Running.Over(paying.intent, ended);
        return ended;
    }

    /// How many payouts are over and well, in their order.
    private int over(Running.Paying paying) throws IOException {
        int over = 0;
        for (Payout each : paying.payouts) {
            switch (each.stand()) {
                case Payout.Stand.Paid() -> over++;
                case Payout.Stand.OnItsWay() -> {
                    return over;
                }
                case Payout.Stand.Unclear(var _)
                when paying.isOnItsWay() -> {
                    // What another part still pays is heard to its end first.
                    return over;
                }
                case Payout.Stand.Unclear(var words) -> {
                    running = new Running.Unclear(paying.intent, words);
                    return over;
                }
            }
        }
        return over;
    }

    private Cash paid(List<Payout> payouts) {
        var pieces = Pieces.NONE;
        long amount = 0;
        for (Payout each : payouts) {
            pieces = pieces.plus(each.asked().pieces(currency, unit));
            amount = Math.addExact(amount, Math.multiplyExact(each.asked().worth(), unit));
        }
        return payouts.stream().anyMatch(Payout::byAmount) ? Cash.amount(currency, amount) : Cash.of(currency, pieces);
    }

    private Progress follow(Running.Taking taking, Duration limit) throws IOException {
        var now = taking.takings.soFar();
        if (now.equals(taking.said)) {
            news.await(limit);
            now = taking.takings.soFar();
        }
        if (now.equals(taking.said)) {
            return new Progress.Quiet();
        }
        running = new Running.Taking(taking.intent, taking.takings, now);
        return new Progress.Moving(now, false);
    }

    private Progress follow(Running.Ending ending, Duration limit) throws IOException {
        if (!ending.end.isOverWithin(limit)) {
            return new Progress.Quiet();
        }
        var came = ending.end.came();
        var none = Cash.none(currency);
        var ended = new Progress.Ended(
                ending.giveBack ? none : came,
                ending.giveBack ? came : none,
                Optional.empty(),
                false,
                "counted and ended");
        running = new Running.Over(ending.intent, ended);
        return ended;
    }

    @Override
    public void finish(boolean giveBack, Duration limit) throws IOException {
        if (running instanceof Running.Ending || running instanceof Running.Over) {
            // It is ended already, or being ended.
            return;
        }
        boolean back =
                giveBack && takers().size() == 1 && takers().getFirst().known().repays();
        if (running instanceof Running.Taking taking) {
            var end = taking.takings.end(back);
            running = new Running.Ending(taking.intent, end, back);
            end.isOverWithin(limit);
        } else {
            leftOpen = new Takings(takers(), currency, unit).stillOpen().end(false);
            leftOpen.isOverWithin(limit);
        }
    }

    @Override
    public void halt(Duration limit) throws IOException {
        switch (running) {
            case null -> {}
            case Running.Over _, Running.Ending _, Running.Unclear _ -> {}
            case Running.Taking taking -> taking.takings.pause();
            case Running.Paying paying -> {
                for (Payout each : paying.payouts) {
                    if (each.part().kind() == VendorKind.BILL_DISPENSER
                            && each.part().isAsync()) {
                        each.part().stop();
                    }
                }
            }
        }
    }

    @Override
    public Testimony testify(
            Intent intent, Sight baseline, Optional<String> reference, boolean sameEpoch, Duration limit)
            throws IOException {
        var now = running;
        if (sameEpoch && now != null && now.intent().id().equals(intent.id())) {
            return testify(now);
        }
        boolean isDeposit = intent.purpose() == Intent.Purpose.TAKE || intent.purpose() == Intent.Purpose.FILL;
        return isDeposit && now == null
                ? testifyToDeposit(intent, limit)
                : new Testimony.Silent("JavaPOS keeps no record of what a machine did before");
    }

    /// Nobody else could open a deposit while the machine is claimed, so one that is open, or was and has just been
    /// ended, is this one.
    private Testimony testifyToDeposit(Intent intent, Duration limit) throws IOException {
        if (leftOpen != null) {
            running = new Running.Ending(intent, leftOpen, false);
            leftOpen = null;
            var progress = follow(limit);
            return progress instanceof Progress.Ended && running instanceof Running.Over over
                    ? testify(over)
                    : new Testimony.StillMoving(Cash.none(currency));
        }
        var open = new Takings(takers(), currency, unit).stillOpen();
        if (open.takers().isEmpty()) {
            return new Testimony.Silent("JavaPOS keeps no record of what a machine did before");
        }
        var came = open.soFar();
        running = new Running.Taking(intent, open, came);
        return new Testimony.StillMoving(came);
    }

    private Testimony testify(Running now) throws IOException {
        return switch (now) {
            case Running.Over over -> told(over.how);
            case Running.Taking taking -> new Testimony.StillMoving(taking.takings.soFar());
            case Running.Unclear unclear -> new Testimony.Silent(unclear.words);
            case Running.Paying paying -> testify(paying);
            case Running.Ending ending ->
                follow(ending, Duration.ZERO) instanceof Progress.Ended && running instanceof Running.Over over
                        ? testify(over)
                        : new Testimony.StillMoving(Cash.none(currency));
        };
    }

    private static Testimony told(Progress.Ended how) {
        return new Testimony.Knows(how.moved(), how.returned(), how.held(), Evidence.ANSWER, how.words());
    }

    /// Asked only when nobody waits for the end any more. A device that does not even say that it is busy has forgotten
    /// to tell it.
    private Testimony testify(Running.Paying paying) throws IOException {
        if (follow(paying, Duration.ZERO) instanceof Progress.Ended && running instanceof Running.Over over) {
            return testify(over);
        }
        if (running instanceof Running.Unclear unclear) {
            return testify(unclear);
        }
        for (Payout each : paying.payouts) {
            if (each.stand() instanceof Payout.Stand.OnItsWay && each.isBusy()) {
                return new Testimony.StillMoving(
                        paid(paying.payouts.stream().limit(paying.said).toList()));
            }
        }
        var forgotten = new Running.Unclear(paying.intent, name + " never told the end of a payout, and is not busy");
        running = forgotten;
        return testify(forgotten);
    }

    @Override
    public void close() {
        parts.forEach(CashPart::close);
    }
}
