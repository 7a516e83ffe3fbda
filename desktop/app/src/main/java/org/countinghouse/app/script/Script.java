package org.countinghouse.app.script;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.Ids;
import org.countinghouse.app.shell.Pins;
import org.countinghouse.app.shell.Workplace;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.resources.Texts;
import org.countinghouse.store.JournalReader;
import org.countinghouse.store.Verification;
import tools.jackson.databind.node.ObjectNode;

/// Carries out a script's lines, one after the other, as the person who signed in.
final class Script {
    private static final int LEDGER_PAGE = 1_000;

    private final Desk desk;
    private final Pins pins;
    private final Ids ids;
    private final JournalReader reader;
    private final List<Currency> currencies;
    private final TillId ownTill;
    private final Supplier<Verification> verify;
    private final Replies replies;
    private Optional<String> actor = Optional.empty();

    Script(Workplace stage, Texts texts) {
        this.desk = stage.desk();
        this.pins = stage.pins();
        this.ids = stage.ids();
        this.reader = stage.reader();
        this.currencies = stage.currencies();
        this.ownTill = stage.till();
        this.verify = stage.verify();
        this.replies = new Replies(texts);
    }

    /// What the line is answered.
    ObjectNode answer(String line) {
        try {
            return answer(Request.read(line, currencies, ownTill));
        } catch (BadRequest e) {
            return replies.refused(e.code(), e.details());
        }
    }

    private ObjectNode answer(Request request) {
        return switch (request.command()) {
            case "sign-in" -> signIn(request);
            case "sign-out" -> signOut();
            case "z-report" -> zReport(request);
            case "x-report" -> xReport(request);
            case "expected" -> signedIn(() -> expected(request.till()));
            case "balance" -> signedIn(() -> balance(request));
            case "ledger" -> signedIn(() -> ledger(request));
            case "verify" -> verified();
            default -> perform(request, TradeCommands.of(request));
        };
    }

    private ObjectNode signIn(Request request) {
        String employee = request.text("employee");
        char[] pin = request.text("pin").toCharArray();
        boolean right = pins.check(employee, pin) instanceof Pins.Verdict.Right;
        Command command = right ? new Command.SignIn(employee) : new Command.RefuseSignIn(employee);
        var answer = desk.perform(new Order(ids.next(), right ? employee : Entry.STATION, Optional.empty(), command));
        if (answer instanceof Answer.Done && !right) {
            return replies.refused("wrong-pin", Map.of("employee", employee));
        }
        if (answer instanceof Answer.Done) {
            actor = Optional.of(employee);
        }
        return reply(answer);
    }

    private ObjectNode signOut() {
        actor = Optional.empty();
        return Replies.ok();
    }

    private ObjectNode perform(Request request, Command command) {
        return signedIn(() -> reply(desk.perform(
                new Order(request.id().orElseGet(ids::next), actor.orElseThrow(), Optional.empty(), command))));
    }

    private ObjectNode signedIn(Supplier<ObjectNode> work) {
        return actor.isPresent() ? work.get() : replies.refused("not-signed-in", Map.of());
    }

    private ObjectNode reply(Answer answer) {
        return switch (answer) {
            case Answer.Done done -> Replies.done(done.entries(), done.repeated());
            case Answer.Refused refused -> replies.refused(refused.why().code(), refused.details());
            case Answer.NotRecording stopped -> replies.refused("not-recording", Map.of("reason", stopped.reason()));
        };
    }

    /// Ends the period; with a number, prints an earlier Z report again as it was, marked as a copy.
    private ObjectNode zReport(Request request) {
        if (!request.has("number")) {
            return perform(request, new Command.TakeZ(request.till()));
        }
        long number = request.wholeOr("number", 0);
        var reply = perform(request, new Command.CopyZ(request.till(), number));
        if (reply.required("ok").booleanValue()) {
            reader.zReport(request.till(), number).ifPresent(z -> Replies.z(z, reply.putObject("z")));
        }
        return reply;
    }

    private ObjectNode xReport(Request request) {
        TillId till = request.till();
        var reply = perform(request, new Command.TakeX(till));
        if (!reply.required("ok").booleanValue()) {
            return reply;
        }
        return desk.ask(books -> {
            reply.put("till", till.name());
            var figures = books.between(till);
            for (Shift shift : books.unreported(till)) {
                figures = figures.plus(books.figures(shift.id()));
            }
            Replies.figures(figures.tallies(), reply.putArray("figures"));
            Replies.grandTotals(
                    currencies.stream()
                            .map(currency -> books.grandTotal(till, currency))
                            .toList(),
                    reply.putArray("grandTotals"));
            return reply;
        });
    }

    private ObjectNode expected(TillId till) {
        return desk.ask(books -> {
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
        return desk.ask(books -> Replies.balances(books.balances().stream()
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
            case Verification.Broken broken ->
                replies.refused(
                        "chain-broken",
                        Map.of(
                                "sequence",
                                Long.toString(broken.sequence()),
                                "found",
                                broken.found(),
                                "expected",
                                broken.expected()));
            case Verification.BooksDiffer differ ->
                replies.refused("books-differ", Map.of("found", differ.found(), "expected", differ.expected()));
        };
    }
}
