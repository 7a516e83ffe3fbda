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
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.report.Figures;
import org.countinghouse.ledger.report.ZReported;
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
            case "open-shift" -> perform(request, openShift(request));
            case "sale" -> perform(request, sale(request));
            case "refund" -> perform(request, refund(request));
            case "paid-in" -> perform(request, paidIn(request));
            case "paid-out" -> perform(request, paidOut(request));
            case "no-sale" -> perform(request, new Command.OpenDrawer(request.till(), request.textOr("reason", "")));
            case "safe-drop" ->
                perform(request, new Command.DropToSafe(request.till(), request.cash(), request.textOr("bag", "")));
            case "float-loan" ->
                perform(request, new Command.LoanFloat(request.till(), request.cash(), request.textOr("note", "")));
            case "bank-deposit" ->
                perform(request, new Command.DepositAtBank(request.cash(), request.textOr("slip", "")));
            case "change-order" ->
                perform(request, new Command.ReceiveChange(request.cash(), request.textOr("slip", "")));
            case "count" ->
                perform(request, new Command.CountTill(request.till(), request.cashByCurrency("counts", "amounts")));
            case "close-shift" -> perform(request, closeShift(request));
            case "z-report" -> zReport(request);
            case "x-report" -> signedIn(() -> xReport(request.till()));
            case "expected" -> signedIn(() -> expected(request.till()));
            case "balance" -> signedIn(() -> balance(request));
            case "ledger" -> signedIn(() -> ledger(request));
            case "verify" -> verified();
            case "trust" -> TrustLines.told(desk.doubt());
            case "accept-ledger" -> perform(request, accepted(request));
            default -> throw new BadRequest("unknown-command", Map.of("command", request.command()));
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

    private Command accepted(Request request) {
        return new Command.AcceptLedger(TrustLines.acceptance(desk.doubt(), request.textOr("note", "")));
    }

    private ObjectNode signOut() {
        actor = Optional.empty();
        return Replies.ok();
    }

    private static Command openShift(Request request) {
        return new Command.OpenShift(
                request.till(),
                request.cashByCurrency("counts", "amounts"),
                request.has("fromSafe")
                        ? Optional.of(request.cashByCurrency("-", "fromSafe").stream()
                                .map(Cash::amount)
                                .toList())
                        : Optional.empty());
    }

    private static Command sale(Request request) {
        var lines = request.lines();
        Money total = request.has("total") || lines.isEmpty()
                ? request.money("total")
                : lines.stream().map(line -> line.total()).reduce(Money::plus).orElseThrow();
        return new Command.Sell(
                request.till(),
                total,
                lines,
                request.tenders(total),
                request.pieces("change"),
                request.textOr("reference", ""));
    }

    private static Command refund(Request request) {
        return new Command.Refund(
                request.till(),
                request.cash(),
                request.tender(request.node()),
                request.uuid("sale"),
                request.textOr("reason", ""));
    }

    private static Command paidIn(Request request) {
        return new Command.PayIn(request.till(), request.cash(), reason(request), request.textOr("note", ""));
    }

    private static Command paidOut(Request request) {
        return new Command.PayOut(request.till(), request.cash(), reason(request), request.textOr("note", ""));
    }

    /// A reason becomes part of an account's name, so it is a word.
    private static String reason(Request request) {
        String reason = request.textOr("reason", "");
        if (!reason.isEmpty() && !reason.matches("[a-z0-9-]{1,64}")) {
            throw new BadRequest("malformed", Map.of("reason", "\"reason\" must be a word of a-z, 0-9 and -"));
        }
        return reason;
    }

    private static Command closeShift(Request request) {
        return new Command.CloseShift(
                request.till(),
                request.cashByCurrency("dropCounts", "drop"),
                request.textOr("bag", ""),
                request.isSet("z"));
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

    /// Ends the period; with a number, shows an earlier Z report again as it was.
    private ObjectNode zReport(Request request) {
        if (!request.has("number")) {
            return perform(request, new Command.TakeZ(request.till()));
        }
        return signedIn(() -> frozen(request.till(), request.wholeOr("number", 0)));
    }

    private ObjectNode frozen(TillId till, long number) {
        long after = 0;
        while (true) {
            List<Entry> page = desk.entries(after, LEDGER_PAGE);
            for (Entry entry : page) {
                if (entry.fact() instanceof ZReported z && z.number() == number && z.at().equals(till)) {
                    return Replies.done(List.of(entry), true);
                }
            }
            if (page.size() < LEDGER_PAGE) {
                return replies.refused("nothing-to-report", Map.of("till", till.name()));
            }
            after = page.getLast().sequence();
        }
    }

    private ObjectNode xReport(TillId till) {
        return desk.ask(books -> {
            var reply = Replies.ok().put("till", till.name());
            var figures = new Figures();
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
            case Verification.WholeFrom whole ->
                Replies.ok().put("head", whole.head().hash().hex());
            case Verification.Broken broken -> replies.refused("chain-broken", TrustLines.details(broken));
            case Verification.BooksDiffer differ ->
                replies.refused("books-differ", Map.of("found", differ.found(), "expected", differ.expected()));
        };
    }
}
