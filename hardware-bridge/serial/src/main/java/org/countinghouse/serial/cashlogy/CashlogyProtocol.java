package org.countinghouse.serial.cashlogy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.money.Alarm;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Holdings;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Intent.Ask;
import org.countinghouse.device.money.Intent.Purpose;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.device.spi.MoneyProtocol;
import org.countinghouse.serial.cashlogy.CashlogyReader.Reply;
import org.countinghouse.serial.cashlogy.CashlogyReader.Status;
import org.jspecify.annotations.Nullable;

/// A Cashlogy behind its Connector. One command at a time, and a payout's only answer comes when it is
/// over. No record can be asked for afterwards, so this protocol testifies to nothing
/// (`decisions/0053`).
final class CashlogyProtocol implements MoneyProtocol {
    private static final Duration LAY_LIMIT = Duration.ofSeconds(3);

    private final CashlogySettings settings;
    private volatile @Nullable CashlogyLine line;
    private @Nullable Running running;
    private List<Slot> slots = List.of();
    private boolean levelWarning;

    CashlogyProtocol(CashlogySettings settings) {
        this.settings = settings;
    }

    /// @param end the answer that ends it, once it is there
    /// @param shown the sum of a deposit that was told last
    private record Running(CashlogyOrder order, Optional<Reply> end, long shown, boolean halted) {
        Running endingWith(Reply reply) {
            return new Running(order, Optional.of(reply), shown, halted);
        }
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public Greeting greet(Duration limit) throws IOException {
        close();
        running = null;
        var deadline = Deadline.in(limit);
        var fresh = CashlogyLine.laid(settings, shorter(LAY_LIMIT, deadline.left()));
        line = fresh;
        // Initialising may take more than a minute after power-on; whether it was needed, the next answer shows.
        var begun = fresh.ask("#I#", 2, deadline.left());
        if (begun.status() == Status.BUSY) {
            throw new IOException("the machine is busy");
        }
        var identity = done(fresh.ask("#GI#", 3, shorter(settings.answer(), deadline.left())));
        slots = List.copyOf(Inventory.slots(identity, settings.currency()));
        String version =
                begun.values().isEmpty() ? "" : " (protocol " + begun.values().getFirst() + ")";
        return new Greeting("Cashlogy" + version, identity.values().getFirst(), slots, true, false, true);
    }

    @Override
    public Sight look() throws IOException {
        if (isSpeechless()) {
            return sight(Sight.State.PAYING, Optional.empty(), List.of());
        }
        var alarms = new ArrayList<Alarm>();
        boolean broken = troubles(alarms);
        var inside = Inventory.holdings(ask("#Y2#", 5), settings.currency());
        if (levelWarning) {
            alarms.add(Alarm.of(Alarm.Kind.NEAR_EMPTY, "some level is low or high"));
        }
        var state = running != null ? Sight.State.TAKING : broken ? Sight.State.OUT_OF_ORDER : Sight.State.READY;
        return sight(state, Optional.of(inside), alarms);
    }

    @Override
    public Begun begin(Intent intent, Sight baseline, Duration limit, Consumer<String> keep) throws IOException {
        var refusal = refusal(intent, baseline);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var order = CashlogyOrder.of(intent, settings, slots);
        line().send(order.command());
        if (order.kind() == CashlogyOrder.Kind.DEPOSIT) {
            var answer = line().await(order.kind().fields, shorter(settings.answer(), limit))
                    .orElseThrow(() -> new IOException("no answer to the beginning of a deposit"));
            running = new Running(order, Optional.empty(), 0, false);
            return answer.status().isDone() ? new Begun.Accepted() : refused(answer.status());
        }
        // A payout is answered when it is over; only a refusal comes at once.
        var early = line().await(order.kind().fields, shorter(settings.refusal(), limit));
        running = new Running(order, early, 0, false);
        return early.map(Reply::status).filter(Status::isRefusal).isPresent()
                ? refused(early.get().status())
                : new Begun.Accepted();
    }

    @Override
    public Progress follow(Duration limit) throws IOException {
        var now = running();
        if (now.end().isEmpty()) {
            return now.order().kind() == CashlogyOrder.Kind.DEPOSIT ? deposited(now, limit) : listened(now, limit);
        }
        running = null;
        if (now.halted()) {
            line().passOver();
        }
        levelWarning = now.end().get().status() == Status.LEVEL;
        return now.order().ended(now.end().get(), now.halted());
    }

    /// Keeps what came: giving back is the caller's payment. A charge ends by itself, or is cancelled.
    @Override
    public void finish(boolean giveBack, Duration limit) throws IOException {
        var now = running();
        if (now.order().kind() == CashlogyOrder.Kind.DEPOSIT && now.end().isEmpty()) {
            running = now.endingWith(done(line().ask("#J#", 2, shorter(settings.answer(), limit))));
        } else if (now.order().kind() == CashlogyOrder.Kind.CHARGE && giveBack) {
            halt(limit);
        }
    }

    @Override
    public void halt(Duration limit) throws IOException {
        var now = running();
        if (now.order().kind() == CashlogyOrder.Kind.DEPOSIT) {
            finish(false, limit);
        } else if (now.end().isEmpty()) {
            line().interrupt();
            running = new Running(now.order(), now.end(), now.shown(), true);
        }
    }

    @Override
    public Testimony testify(
            Intent intent, Sight baseline, Optional<String> reference, boolean sameEpoch, Duration limit) {
        return new Testimony.Silent("a Cashlogy keeps no record that can be asked for");
    }

    @Override
    public void close() {
        var now = line;
        if (now != null) {
            now.close();
        }
    }

    private Progress listened(Running now, Duration limit) throws IOException {
        var end = line().await(now.order().kind().fields, limit);
        if (end.isEmpty()) {
            return new Progress.Quiet();
        }
        running = now.endingWith(end.get());
        return follow(limit);
    }

    private Progress deposited(Running now, Duration limit) throws IOException {
        var deadline = Deadline.in(limit);
        while (true) {
            long sum = CashlogyReader.amount(ask("#Q#", 2), 0);
            if (sum != now.shown()) {
                running = new Running(now.order(), now.end(), sum, now.halted());
                return new Progress.Moving(Cash.amount(settings.currency(), sum), false);
            }
            if (deadline.left().compareTo(settings.poll()) < 0) {
                return new Progress.Quiet();
            }
            pause();
        }
    }

    private Begun refused(Status status) {
        running = null;
        return new Begun.Refused(
                status == Status.BUSY ? DeviceFault.BUSY : DeviceFault.REFUSED, "the Connector answers " + status);
    }

    /// Asks which troubles there are.
    ///
    /// @return whether one of them is more than a warning
    private boolean troubles(List<Alarm> alarms) throws IOException {
        var reply = ask("#?#", 2);
        String codes = reply.values().isEmpty() ? "" : reply.values().getFirst();
        if (codes.isEmpty()) {
            return false;
        }
        if (!codes.matches("[A-Za-z0-9_,-]{1,200}")) {
            throw new IOException("troubles that have no codes");
        }
        boolean broken = false;
        var details = ask("#?#" + codes + "#1#", 1 + codes.split(",").length);
        for (String detail : details.values()) {
            var parts = Arrays.asList(detail.split("\\|", -1));
            boolean warning = parts.size() > 1 && parts.get(1).equals("0");
            broken |= !warning;
            alarms.add(Alarm.of(
                    Alarm.Kind.FAULT,
                    parts.getFirst() + (parts.size() > 2 ? " " + parts.get(2).replaceAll("\\p{Cntrl}", " ") : "")));
        }
        return broken;
    }

    private Optional<Begun> refusal(Intent intent, Sight baseline) {
        boolean exactly = intent.ask() instanceof Ask.Exactly;
        if (!intent.ask().currency().equals(settings.currency())) {
            return no("it works in " + settings.currency());
        }
        if (exactly && (intent.purpose() == Purpose.TAKE || intent.purpose() == Purpose.FILL)) {
            return no("it takes what comes, not certain pieces");
        }
        if (intent.purpose() == Purpose.COLLECT && !isNotes(intent.ask())) {
            return no("it moves notes into the stacker, by kind and number; coins are emptied at the machine");
        }
        if (Purpose.PAY != intent.purpose() && Purpose.COLLECT != intent.purpose()) {
            return Optional.empty();
        }
        var recycler = baseline.holdings().map(inside -> inside.in(Place.RECYCLER));
        boolean lacks = recycler.isPresent()
                && (intent.ask() instanceof Ask.Exactly wanted
                        ? !recycler.get().lacking(wanted.pieces()).isNone()
                        : recycler.get().total(settings.currency())
                                < intent.ask().minorUnits().orElse(0L));
        return lacks ? Optional.of(new Begun.NotEnough("there is not enough inside")) : Optional.empty();
    }

    private static Optional<Begun> no(String words) {
        return Optional.of(new Begun.Refused(DeviceFault.REFUSED, words));
    }

    private boolean isNotes(Ask ask) {
        return ask instanceof Ask.Exactly wanted
                && wanted.pieces().counts().keySet().stream().allMatch(this::isNote);
    }

    private boolean isNote(Denomination denomination) {
        return slots.stream()
                .anyMatch(slot -> slot.note() && slot.denomination().equals(denomination));
    }

    /// While a payout runs the Connector answers nothing else.
    private boolean isSpeechless() {
        var now = running;
        return now != null && now.end().isEmpty() && now.order().kind() != CashlogyOrder.Kind.DEPOSIT;
    }

    private Reply ask(String command, int fields) throws IOException {
        var reply = done(line().ask(command, fields, settings.answer()));
        levelWarning = reply.status() == Status.LEVEL;
        return reply;
    }

    private static Reply done(Reply reply) throws IOException {
        if (!reply.status().isDone()) {
            throw new IOException("the Connector answers " + reply.status());
        }
        return reply;
    }

    private static Sight sight(Sight.State state, Optional<Holdings> inside, List<Alarm> alarms) {
        return new Sight(state, inside, new TreeMap<>(), Optional.empty(), alarms);
    }

    private void pause() throws IOException {
        try {
            Thread.sleep(settings.poll());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IOException("given up");
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private CashlogyLine line() throws IOException {
        var now = line;
        if (now == null) {
            throw new IOException("nobody was greeted yet");
        }
        return now;
    }

    private Running running() throws IOException {
        var now = running;
        if (now == null) {
            throw new IOException("nothing of ours runs");
        }
        return now;
    }
}
