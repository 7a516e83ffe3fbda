package org.countinghouse.app.script;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.approval.Policy;
import org.countinghouse.ledger.catalogue.ItemSet;
import org.countinghouse.ledger.correction.LateRecorded;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Sha256;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.report.LedgerExported;
import org.countinghouse.ledger.safe.MachineMoved;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.till.RateSet;

/// The commands of a script that lead to entries: what each line asks of the ledger.
final class TradeCommands {
    private TradeCommands() {}

    /// @throws BadRequest when no line of this name leads to an entry
    static Command of(Request request) {
        return switch (request.command()) {
            case "open-shift" -> openShift(request);
            case "sale" -> sale(request);
            case "refund" -> refund(request);
            case "paid-in" -> new Command.PayIn(request.till(), request.cash(), reason(request), note(request));
            case "paid-out" -> new Command.PayOut(request.till(), request.cash(), reason(request), note(request));
            case "no-sale" -> new Command.OpenDrawer(request.till(), request.textOr("reason", ""), note(request));
            case "safe-drop" -> new Command.DropToSafe(request.till(), request.cash(), request.textOr("bag", ""));
            case "float-loan" -> new Command.LoanFloat(request.till(), request.cash(), note(request));
            case "bank-deposit" -> new Command.DepositAtBank(request.cash(), request.textOr("slip", ""));
            case "change-order" -> new Command.ReceiveChange(request.cash(), request.textOr("slip", ""));
            case "send-bag" -> sendBag(request);
            case "receive-bag" -> receiveBag(request);
            case "count-safe" -> countPlace(request, Account.SAFE);
            case "count-machine" -> countPlace(request, Account.machine(request.till()));
            case "fill-machine" -> machine(request, MachineMoved.Way.FILLED);
            case "pay-owed" -> new Command.PayOwed(request.till(), request.cash(), note(request));
            case "write-off-owed" ->
                new Command.WriteOffOwed(
                        request.till(), request.money("amount"), request.textOr("reason", ""), note(request));
            case "collect-machine" -> machine(request, MachineMoved.Way.COLLECTED);
            default -> ofShift(request);
        };
    }

    private static Command ofShift(Request request) {
        return switch (request.command()) {
            case "count" -> count(request);
            case "suspend-shift" -> new Command.SuspendShift(request.till(), request.textOr("reason", ""));
            case "resume-shift" -> new Command.ResumeShift(request.till());
            case "park-shift" -> new Command.ParkShift(request.till());
            case "hand-over" ->
                new Command.HandOver(
                        request.till(),
                        request.text("to"),
                        counted(request),
                        request.textOr("reason", ""),
                        note(request));
            case "take-over" -> new Command.TakeOver(request.till(), counted(request));
            case "close-shift" -> closeShift(request);
            case "recount" ->
                new Command.Recount(request.till(), counted(request), request.textOr("reason", ""), note(request));
            case "correct" ->
                new Command.Correct(request.till(), entry(request), request.textOr("reason", ""), note(request));
            case "record-late" -> late(request);
            case "set-rate" -> rate(request);
            case "set-item" -> item(request);
            case "set-policy" -> policy(request);
            case "record-export" -> export(request);
            default -> throw new BadRequest("unknown-command", Map.of("command", request.command()));
        };
    }

    private static Command openShift(Request request) {
        return new Command.OpenShift(
                request.till(),
                counted(request),
                request.has("fromSafe")
                        ? Optional.of(request.cashByCurrency("-", "fromSafe").stream()
                                .map(Cash::amount)
                                .toList())
                        : Optional.empty());
    }

    private static List<Cash> counted(Request request) {
        return request.cashByCurrency("counts", "amounts");
    }

    private static Command sale(Request request) {
        var lines = request.lines();
        Money total = request.has("total") || lines.isEmpty()
                ? request.money("total")
                : lines.stream().map(line -> line.total()).reduce(Money::plus).orElseThrow();
        var change = new ArrayList<>(request.cashByCurrency("changeCounts", "changeAmounts"));
        request.pieces("change").map(Cash::of).ifPresent(change::add);
        return new Command.Sell(
                request.till(), total, lines, request.tenders(total), change, request.textOr("reference", ""));
    }

    private static Command refund(Request request) {
        return new Command.Refund(
                request.till(),
                request.has("amount") ? request.money("amount") : request.cash().amount(),
                request.pieces("pieces"),
                request.tender(request.node()),
                request.uuid("sale"),
                request.textOr("reason", ""),
                note(request));
    }

    /// A reason becomes part of an account's name, so it is a word.
    private static String reason(Request request) {
        String reason = request.textOr("reason", "");
        if (!reason.isEmpty() && !reason.matches("[a-z0-9-]{1,64}")) {
            throw new BadRequest("malformed", Map.of("reason", "\"reason\" must be a word of a-z, 0-9 and -"));
        }
        return reason;
    }

    private static String note(Request request) {
        return request.textOr("note", "");
    }

    private static Command count(Request request) {
        return new Command.CountTill(
                request.till(),
                shift(request),
                counted(request),
                request.has("declared") ? request.declared() : List.of());
    }

    private static Optional<ShiftId> shift(Request request) {
        if (!request.has("shift")) {
            return Optional.empty();
        }
        try {
            return Optional.of(ShiftId.parse(request.text("shift")));
        } catch (IllegalArgumentException _) {
            throw Request.malformed("shift", "a shift such as 1-17");
        }
    }

    private static Command closeShift(Request request) {
        return new Command.CloseShift(
                request.till(),
                shift(request),
                request.cashByCurrency("dropCounts", "drop"),
                request.textOr("bag", ""),
                request.isSet("z"),
                request.textOr("reason", ""),
                note(request));
    }

    private static Command sendBag(Request request) {
        return new Command.SendBag(
                request.text("bag"),
                account(request, "from"),
                account(request, "to"),
                request.has("amount") || request.has("pieces") ? List.of(request.cash()) : counted(request),
                note(request));
    }

    private static Command receiveBag(Request request) {
        return new Command.ReceiveBag(
                request.text("bag"),
                request.has("amount") || request.has("pieces") ? List.of(request.cash()) : counted(request),
                request.isSet("returned"),
                request.textOr("slip", ""));
    }

    private static Account account(Request request, String field) {
        try {
            return new Account(request.text(field));
        } catch (IllegalArgumentException _) {
            throw new BadRequest("not-a-place", Map.of("place", request.text(field)));
        }
    }

    private static Command countPlace(Request request, Account place) {
        return new Command.CountPlace(
                place, counted(request), request.isSet("beginning"), request.isSet("discrepancy"));
    }

    private static Command machine(Request request, MachineMoved.Way way) {
        return new Command.MoveMachine(request.till(), way, request.cash());
    }

    private static UUID entry(Request request) {
        return request.uuid("entry").orElseThrow(() -> new BadRequest("missing-field", Map.of("field", "entry")));
    }

    private static Command late(Request request) {
        return new Command.RecordLate(
                request.till(),
                date(request, "date"),
                constant(LateRecorded.What.class, "what", request.text("what")),
                request.money("amount"),
                request.tender(request.node()),
                reason(request),
                note(request));
    }

    /// What another program wrote of the ledger is written down like a file of this one.
    private static Command export(Request request) {
        var files = request.objects("files").stream()
                .map(each -> new LedgerExported.File(each.text("name"), hash(each, "sha256")))
                .toList();
        return new Command.RecordExport(new LedgerExported(
                request.text("form"),
                date(request, "from"),
                date(request, "to"),
                shift(request),
                request.wholeOr("after", 0),
                request.whole("upTo"),
                request.whole("entries"),
                hash(request, "head"),
                files));
    }

    private static Sha256 hash(Request request, String field) {
        try {
            return new Sha256(request.text(field));
        } catch (IllegalArgumentException _) {
            throw Request.malformed(field, "a SHA-256 of 64 hexadecimal digits");
        }
    }

    private static LocalDate date(Request request, String field) {
        try {
            return LocalDate.parse(request.text(field));
        } catch (DateTimeParseException _) {
            throw Request.malformed(field, "a date such as 2026-11-21");
        }
    }

    private static Command rate(Request request) {
        Money take = request.money("take");
        try {
            return new Command.SetRate(new RateSet(
                    request.money("one"),
                    take,
                    request.has("give") ? request.money("give") : take,
                    request.has("reference") ? request.money("reference") : take,
                    request.textOr("source", "")));
        } catch (IllegalArgumentException _) {
            throw Request.malformed(
                    "take", "a rate between two currencies, such as one \"1.00 USD\", take \"4100 KHR\"");
        }
    }

    private static Command item(Request request) {
        try {
            return new Command.SetItem(new ItemSet(
                    request.text("item"),
                    request.texts("names").entrySet().stream()
                            .map(name -> new ItemSet.Name(name.getKey(), name.getValue()))
                            .toList(),
                    request.cashByCurrency("-", "prices").stream()
                            .map(Cash::amount)
                            .toList(),
                    !request.isSet("withdrawn")));
        } catch (IllegalArgumentException _) {
            throw Request.malformed("names", "names by language, such as {\"en\":\"Coffee\"}");
        }
    }

    private static Command policy(Request request) {
        var limits = new ArrayList<Policy.Limit>();
        for (Request each : request.objects("limits")) {
            Role role = constant(Role.class, "role", each.text("role"));
            Matter matter = constant(Matter.class, "matter", each.text("matter"));
            limits.add(
                    each.has("times")
                            ? new Policy.Limit(role, matter, "", each.wholeOr("times", 0))
                            : limit(role, matter, each.money("amount")));
        }
        var reasons = new ArrayList<Policy.Reason>();
        for (Request each : request.objects("reasons")) {
            reasons.add(new Policy.Reason(
                    constant(Matter.class, "matter", each.text("matter")), each.text("reason"), each.isSet("note")));
        }
        long counts = request.wholeOr("counts", Policy.STANDARD.counts());
        if (counts < 1) {
            throw Request.malformed("counts", "at least 1");
        }
        return new Command.SetPolicy(new Policy(limits, reasons, counts));
    }

    private static Policy.Limit limit(Role role, Matter matter, Money upTo) {
        return new Policy.Limit(role, matter, upTo.currency().code(), upTo.minorUnits());
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String field, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> word(each).equals(word))
                .findFirst()
                .orElseThrow(() -> Request.malformed(
                        field,
                        "one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(type.getEnumConstants())
                                                .map(TradeCommands::word)
                                                .toList())));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
