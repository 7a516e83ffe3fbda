package org.countinghouse.app.script;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.countinghouse.app.shell.Blind;
import org.countinghouse.app.shell.Workplace;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.resources.Texts;
import org.countinghouse.store.JournalReader;
import org.countinghouse.store.Verification;
import tools.jackson.databind.node.ObjectNode;

/// Carries out a script's lines, one after the other, as the person who signed in.
final class Script {
    private static final int LEDGER_PAGE = 1_000;

    private final JournalReader reader;
    private final List<Currency> currencies;
    private final TillId ownTill;
    private final Supplier<Verification> verify;
    private final Replies replies;
    private final Advice advice;
    private final Attendance attendance;
    private final MachineLines machines;
    private final PrintLines prints;

    Script(Workplace stage, Texts texts) {
        this.reader = stage.reader();
        this.currencies = stage.currencies();
        this.ownTill = stage.till();
        this.verify = stage.verify();
        this.replies = new Replies(texts);
        this.attendance = new Attendance(stage, replies);
        this.machines = new MachineLines(stage, attendance, replies);
        this.prints = new PrintLines(stage, attendance, replies);
        this.advice = new Advice(attendance::desk);
    }

    /// What the line is answered.
    ObjectNode answer(String line) {
        try {
            return answer(Request.read(line, currencies, ownTill, this::businessDate));
        } catch (BadRequest e) {
            return replies.refused(e.code(), e.details());
        } catch (ArithmeticException _) {
            return replies.refused("sum-too-large", Map.of());
        }
    }

    private LocalDate businessDate(TillId till) {
        var desk = attendance.desk();
        return desk.ask(books -> books.openShift(till).map(Shift::businessDate)).orElseGet(desk::today);
    }

    private ObjectNode answer(Request request) {
        return switch (request.command()) {
            case "sign-in" -> attendance.signIn(request);
            case "sign-out" -> attendance.signOut(request);
            case "set-pin" -> attendance.setPin(request);
            case "training" -> attendance.training(request);
            case "add-person", "person-left", "permission", "unlock" -> attendance.decide(request, People.of(request));
            case "z-report" -> zReport(request);
            case "advise-change" -> attendance.read(Verb.SELL, () -> advice.change(request));
            case "plan-float" -> attendance.read(Verb.COUNT, () -> advice.plannedFloat(request));
            case "x-report" -> xReport(request);
            case "expected" -> attendance.read(Verb.READ_EXPECTED, () -> expected(request.till()));
            case "balance" -> attendance.read(Verb.READ_BALANCES, () -> balance(request));
            case "ledger" -> attendance.read(Verb.READ_LEDGER, () -> ledger(request));
            case "verify" -> attendance.read(Verb.VERIFY, this::verified);
            case "trust" -> TrustLines.told(attendance.desk().doubt());
            case "machine-take",
                    "machine-taken",
                    "machine-end",
                    "machine-pay",
                    "machine-fill",
                    "machine-collect",
                    "machine-state",
                    "machine-reconcile",
                    "machine-settle",
                    "machine-halt" -> machines.answer(request);
            case "print-slip", "print-jobs", "print-cancel", "print-again" -> prints.answer(request);
            case "accept-ledger" -> attendance.decide(request, accepted(request));
            default -> attendance.perform(request, TradeCommands.of(request));
        };
    }

    private Command accepted(Request request) {
        return new Command.AcceptLedger(TrustLines.acceptance(attendance.desk().doubt(), request.textOr("note", "")));
    }

    /// Ends the period; with a number, prints an earlier Z report again as it was, marked as a copy.
    private ObjectNode zReport(Request request) {
        if (!request.has("number")) {
            return attendance.perform(request, new Command.TakeZ(request.till()));
        }
        long number = request.wholeOr("number", 0);
        var reply = attendance.perform(request, new Command.CopyZ(request.till(), number));
        if (reply.required("ok").booleanValue()) {
            reader.zReport(request.till(), number).ifPresent(z -> Replies.z(z, reply.putObject("z")));
            reader.zEntry(request.till(), number).ifPresent(entry -> prints.copy(entry, reply));
        }
        return reply;
    }

    private ObjectNode xReport(Request request) {
        TillId till = request.till();
        var reply = attendance.perform(request, new Command.TakeX(till));
        if (!reply.required("ok").booleanValue()) {
            return reply;
        }
        boolean blind = !attendance.may(Verb.READ_EXPECTED);
        boolean hidden = attendance.desk().ask(books -> Blind.hides(blind, books.unreported(till)));
        if (request.isSet("print")) {
            prints.x(till, !hidden, reply);
        }
        return attendance.desk().ask(books -> {
            reply.put("till", till.name());
            var figures = books.between(till);
            for (Shift shift : books.unreported(till)) {
                figures = figures.plus(books.figures(shift.id()));
            }
            var lines = figures.tallies();
            Replies.figures(hidden ? Blind.lines(lines) : lines, reply.putArray("figures"));
            if (!hidden) {
                Replies.grandTotals(
                        currencies.stream()
                                .map(currency -> books.grandTotal(till, currency))
                                .toList(),
                        reply.putArray("grandTotals"));
            }
            return reply;
        });
    }

    private ObjectNode expected(TillId till) {
        return attendance.desk().ask(books -> {
            Optional<Shift> shift = books.openShift(till);
            if (shift.isEmpty()) {
                return replies.refused("no-open-shift", Map.of("till", till.name()));
            }
            var reply = Replies.ok()
                    .put("till", till.name())
                    .put("shift", shift.get().id().toString());
            var amounts = reply.putObject("expected");
            currencies.forEach(currency -> amounts.put(
                    currency.code(), books.expected(shift.get().id(), currency).decimal()));
            return reply;
        });
    }

    private ObjectNode balance(Request request) {
        String prefix = request.textOr("account", "");
        return attendance
                .desk()
                .ask(books -> Replies.balances(books.balances().stream()
                        .filter(balance -> balance.account().path().startsWith(prefix))
                        .toList()));
    }

    private ObjectNode ledger(Request request) {
        var links =
                reader.links(request.wholeOr("after", 0), (int) Math.min(request.wholeOr("limit", 100), LEDGER_PAGE));
        var reply = Replies.ok();
        var entries = reply.putArray("entries");
        links.forEach(link -> entries.addObject().put("hash", link.hash().hex()).put("body", link.body()));
        return reply;
    }

    private ObjectNode verified() {
        return switch (verify.get()) {
            case Verification.Whole whole ->
                Replies.ok()
                        .put("entries", whole.entries())
                        .put("head", whole.head().hex());
            case Verification.WholeFrom whole ->
                Replies.ok().put("head", whole.head().hash().hex());
            case Verification.Broken broken -> replies.refused("chain-broken", TrustLines.details(broken));
            case Verification.BooksDiffer differ ->
                replies.refused("books-differ", Map.of("found", differ.found(), "expected", differ.expected()));
        };
    }
}
