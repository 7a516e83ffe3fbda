package org.countinghouse.app.script;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.countinghouse.app.shell.CashMachines;
import org.countinghouse.app.shell.Ids;
import org.countinghouse.app.shell.MachineAsk;
import org.countinghouse.app.shell.MachinePieces;
import org.countinghouse.app.shell.Workplace;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.CashMachine;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Intent.Purpose;
import org.countinghouse.device.money.IntentJournal;
import org.countinghouse.device.money.IntentState;
import org.countinghouse.device.money.Outcome;
import org.countinghouse.device.money.Step;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.people.Verb;
import tools.jackson.databind.node.ObjectNode;

/// The lines of a script that move cash with a connected machine. Every one of them is answered with what became of
/// the money, as far as anybody knows, and what to do next.
final class MachineLines {
    /// The longest a line waits for the end of a movement. What is not over by then is told as open.
    private static final Duration FOLLOW_LIMIT = Duration.ofMinutes(5);

    /// The longest a deposit may take to begin: a greeting, a look and the machine's answer.
    private static final Duration BEGIN_LIMIT = Duration.ofSeconds(30);

    /// The id of paying a deposit back is made of the deposit's, so that ending it twice pays once.
    private static final long PAID_BACK = 1L << 61;

    private final CashMachines machines;
    private final Attendance attendance;
    private final Replies replies;
    private final MachineReplies told;
    private final Ids ids;
    private Optional<Deposit> deposit = Optional.empty();

    MachineLines(Workplace stage, Attendance attendance, Replies replies) {
        this.machines = stage.machines();
        this.attendance = attendance;
        this.replies = replies;
        this.told = new MachineReplies(replies, stage.currencies());
        this.ids = stage.ids();
    }

    /// A deposit that is being made: more comes until somebody ends it.
    private static final class Deposit {
        private final Intent intent;
        private final CompletableFuture<Outcome> outcome;
        private volatile Step last;

        Deposit(Intent intent, CashMachine machine, Step planned, CompletableFuture<Boolean> begun) {
            this.intent = intent;
            this.last = planned;
            this.outcome = machine.perform(intent, step -> {
                last = step;
                if (step.state() == IntentState.ACKED || step.state() == IntentState.MOVING) {
                    begun.complete(true);
                }
            });
            outcome.whenComplete((_, _) -> begun.complete(true));
        }
    }

    /// Who gives a line at which machine.
    private record Hand(Request request, CashMachine machine, String actor, Optional<String> approver) {}

    ObjectNode answer(Request request) {
        return attendance.atDevice(
                request,
                (actor, approver) -> machine(request)
                        .map(machine -> carriedOut(new Hand(request, machine, actor, approver)))
                        .orElseGet(() -> replies.refused("no-machine", Map.of())));
    }

    private Optional<CashMachine> machine(Request request) {
        Optional<String> name = request.textIfAny("machine");
        return machines.all().stream()
                .filter(machine ->
                        name.filter(each -> !each.equals(machine.name())).isEmpty())
                .findFirst();
    }

    private ObjectNode carriedOut(Hand hand) {
        try {
            return switch (hand.request.command()) {
                case "machine-take" -> begin(hand, Purpose.TAKE);
                case "machine-fill" -> hand.request.isSet("end") ? end(hand) : begin(hand, Purpose.FILL);
                case "machine-taken" -> taken();
                case "machine-end" -> end(hand);
                case "machine-pay" -> pay(hand);
                case "machine-collect" -> collect(hand);
                case "machine-state" -> told.state(hand.machine);
                case "machine-reconcile" ->
                    told.all(settled(hand.machine.reconcile(_ -> {}), List.<Outcome>of()), machines);
                case "machine-settle" -> settle(hand);
                case "machine-halt" -> {
                    hand.machine.halt();
                    yield Replies.ok();
                }
                default -> throw new BadRequest("unknown-command", Map.of("command", hand.request.command()));
            };
        } catch (IntentJournal.Unavailable e) {
            return replies.refused("not-recording", Map.of("reason", String.valueOf(e.getMessage())));
        }
    }

    private ObjectNode begin(Hand hand, Purpose purpose) {
        String currency = hand.request.currencyOrMain().code();
        var intent = intent(hand, purpose, new Intent.Ask.Open(currency));
        var begun = new CompletableFuture<Boolean>();
        var none = Cash.none(currency);
        var planned = new Step(
                intent.id(),
                IntentState.PLANNED,
                Optional.empty(),
                Optional.empty(),
                none,
                none,
                false,
                Optional.empty(),
                intent.reason());
        var made = new Deposit(intent, hand.machine, planned, begun);
        within(BEGIN_LIMIT, begun);
        if (made.outcome.isDone()) {
            return ended(intent, made.outcome);
        }
        deposit = Optional.of(made);
        return told.taking(intent, made.last);
    }

    /// How it ended; where the ledger would not even plan it, why.
    private ObjectNode ended(Intent intent, CompletableFuture<Outcome> outcome) {
        try {
            return told.outcome(intent, outcome(intent, outcome), machines);
        } catch (IntentJournal.Unavailable e) {
            return machines.refusal(intent.id()).map(replies::answer).orElseThrow(() -> e);
        }
    }

    private ObjectNode taken() {
        return deposit.map(made ->
                        made.outcome.isDone() ? ended(made.intent, made.outcome) : told.taking(made.intent, made.last))
                .orElseGet(() -> replies.refused("no-deposit", Map.of()));
    }

    /// What the machine cannot give back by itself is paid back, as a movement of its own.
    private ObjectNode end(Hand hand) {
        if (deposit.isEmpty()) {
            return replies.refused("no-deposit", Map.of());
        }
        Deposit made = deposit.get();
        boolean giveBack = hand.request.isSet("giveBack");
        hand.machine.finish(giveBack);
        Outcome outcome = outcome(made.intent, made.outcome);
        if (!(outcome instanceof Outcome.Open)) {
            deposit = Optional.empty();
        }
        var reply = told.outcome(made.intent, outcome, machines);
        if (giveBack
                && outcome instanceof Outcome.Settled settled
                && !settled.moved().isNone()) {
            reply.set("gaveBack", paidBack(hand, settled));
        }
        return reply;
    }

    private ObjectNode paidBack(Hand hand, Outcome.Settled settled) {
        UUID from = settled.intent().id();
        var id = new UUID(from.getMostSignificantBits(), from.getLeastSignificantBits() ^ PAID_BACK);
        Currency currency = hand.request.currency(settled.moved().currency());
        return MachineAsk.of(hand.machine, currency.of(settled.moved().minorUnits()))
                .map(ask -> paid(hand, new Intent(id, Purpose.PAY, ask, "given back", Optional.of(from))))
                .orElseGet(this::cannotMake);
    }

    private ObjectNode pay(Hand hand) {
        var cash = hand.request.cash();
        if (!cash.amount().isPositive()) {
            return replies.refused(
                    "not-positive", Map.of("amount", cash.amount().toString()));
        }
        Optional<Intent.Ask> ask = cash.pieces().isPresent()
                ? Optional.of(MachineAsk.exactly(cash.pieces().get()))
                : MachineAsk.of(hand.machine, cash.amount());
        return ask.map(each -> paid(hand, intent(hand, Purpose.PAY, each))).orElseGet(this::cannotMake);
    }

    private ObjectNode paid(Hand hand, Intent intent) {
        machines.asks(intent.id(), hand.actor, hand.approver);
        return ended(intent, hand.machine.perform(intent, _ -> {}));
    }

    private ObjectNode cannotMake() {
        return replies.refused("machine-not-started", Map.of("reason", "it cannot make that amount"));
    }

    private ObjectNode collect(Hand hand) {
        var request = hand.request;
        Intent.Ask ask = request.has("amount")
                ? new Intent.Ask.Worth(
                        request.money("amount").currency().code(),
                        request.money("amount").minorUnits())
                : new Intent.Ask.Open(request.currencyOrMain().code());
        return paid(hand, intent(hand, Purpose.COLLECT, ask));
    }

    private ObjectNode settle(Hand hand) {
        var request = hand.request;
        if (!attendance.may(Verb.SETTLE_MACHINE)) {
            return replies.refused("not-allowed", Map.of("employee", hand.actor));
        }
        UUID id = request.uuid("intent").orElseThrow(() -> new BadRequest("missing-field", Map.of("field", "intent")));
        Cash moved = MachinePieces.ofDevice(request.cash());
        Cash returned = request.has("returned")
                ? Cash.amount(moved.currency(), request.money("returned").minorUnits())
                : Cash.none(moved.currency());
        machines.asks(id, hand.actor, hand.approver);
        String who = hand.actor + hand.approver.map(name -> " and " + name).orElse("");
        var outcome = settled(
                hand.machine.settle(id, moved, returned, who),
                new Outcome.NotStarted(DeviceFault.NO_ANSWER, "no outcome yet"));
        return outcome instanceof Outcome.NotStarted none && none.fault() == DeviceFault.NOT_FOUND
                ? replies.refused("intent-unknown", Map.of("intent", id.toString()))
                : told.outcome(id, outcome, machines);
    }

    private Intent intent(Hand hand, Purpose purpose, Intent.Ask ask) {
        UUID id = hand.request.id().orElseGet(ids::next);
        machines.asks(id, hand.actor, hand.approver);
        return new Intent(id, purpose, ask, hand.request.textOr("reason", ""), hand.request.uuid("parent"));
    }

    private static Outcome outcome(Intent intent, CompletableFuture<Outcome> outcome) {
        return settled(
                outcome,
                new Outcome.Open(
                        intent,
                        IntentState.UNKNOWN,
                        Cash.none(intent.ask().currency()),
                        "no outcome within " + FOLLOW_LIMIT.toSeconds() + " s"));
    }

    private static <T> T settled(CompletableFuture<T> answer, T late) {
        return within(FOLLOW_LIMIT, answer).orElse(late);
    }

    /// Empty when there is nothing yet.
    private static <T> Optional<T> within(Duration limit, CompletableFuture<T> answer) {
        try {
            return Optional.ofNullable(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IntentJournal.Unavailable unavailable) {
                throw unavailable;
            }
            throw new IllegalStateException("a cash machine's job failed", e.getCause());
        }
    }
}
