package org.countinghouse.app.script;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Change.Balance;
import org.countinghouse.ledger.correction.CorrectionMade;
import org.countinghouse.ledger.correction.LateRecorded;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.count.OverShort;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.report.CopyPrinted;
import org.countinghouse.ledger.report.GrandTotal;
import org.countinghouse.ledger.report.Tally;
import org.countinghouse.ledger.report.XReported;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.ledger.safe.PlaceCounted;
import org.countinghouse.ledger.safe.TransferReceived;
import org.countinghouse.ledger.shift.ShiftClosed;
import org.countinghouse.ledger.shift.ShiftOpened;
import org.countinghouse.ledger.shift.ShiftRecounted;
import org.countinghouse.ledger.till.RefundMade;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.ledger.till.Settlement;
import org.countinghouse.resources.Texts;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a script is answered, one line for each command.
final class Replies {
    private static final JsonMapper JSON = new JsonMapper();

    private final Texts texts;

    Replies(Texts texts) {
        this.texts = texts;
    }

    static ObjectNode ok() {
        return JsonNodeFactory.instance.objectNode().put("ok", true);
    }

    String text(String key) {
        return texts.text(key);
    }

    ObjectNode answer(Answer answer) {
        return switch (answer) {
            case Answer.Done done -> done(done.entries(), done.repeated());
            case Answer.Refused refused -> refused(refused.why().code(), refused.details());
            case Answer.NotRecording stopped -> refused("not-recording", Map.of("reason", stopped.reason()));
        };
    }

    ObjectNode refused(String code, Map<String, String> details) {
        var reply = JsonNodeFactory.instance.objectNode().put("ok", false);
        String key = "refused." + code;
        String message = texts.has(key)
                ? texts.text(key, details)
                : texts.text("refused.other", Map.of("code", code)) + " " + details;
        reply.putObject("error").put("code", code).put("message", message);
        return reply;
    }

    /// @param repeated whether the command was given before
    static ObjectNode done(List<Entry> entries, boolean repeated) {
        if (entries.isEmpty()) {
            return ok().put("written", false);
        }
        Entry first = entries.getFirst();
        var reply = ok().put("id", first.id().toString())
                .put("sequence", first.sequence())
                .put("kind", first.fact().kind());
        first.shift().ifPresent(shift -> reply.put("shift", shift.toString()));
        if (repeated) {
            reply.put("repeated", true);
        }
        if (entries.size() > 1) {
            var others = reply.putArray("entries");
            entries.forEach(entry -> others.addObject()
                    .put("sequence", entry.sequence())
                    .put("kind", entry.fact().kind()));
        }
        entries.forEach(entry -> add(entry.fact(), reply));
        return reply;
    }

    private static void add(Fact fact, ObjectNode reply) {
        switch (fact) {
            case SaleMade sale -> {
                reply.put("total", sale.total().toString());
                reply.put("change", sale.change().amount().toString());
                sale.settled().ifPresent(settlement -> settlement(settlement, reply));
            }
            case RefundMade refund -> {
                reply.put("paid", refund.amount().amount().toString());
                if (!refund.rounding().isZero()) {
                    reply.putArray("rounding").add(refund.rounding().toString());
                }
            }
            case CorrectionMade made -> {
                reply.put("number", made.number())
                        .put("corrects", made.sequence())
                        .put("late", made.late());
            }
            case LateRecorded late -> reply.put("number", late.number());
            case XReported x -> reply.put("number", x.number());
            case CopyPrinted copy -> reply.put("mark", "COPY").put("copy", copy.copy());
            case PlaceCounted counted -> counts(counted.counts(), reply.putArray("counts"));
            case TransferReceived received -> counts(received.counts(), reply.putArray("counts"));
            case ShiftRecounted recounted -> {
                reply.put("recount", recounted.number());
                counts(recounted.counts(), reply.putArray("counts"));
            }
            case ShiftOpened opened -> {
                var opening = reply.putArray("opening");
                opened.floats()
                        .forEach(each -> opening.addObject()
                                .put("currency", each.counted().currency().code())
                                .put("proposed", each.proposed().decimal())
                                .put("counted", each.counted().amount().decimal())
                                .put("overShort", each.overShort().decimal())
                                .put("word", word(each.overShort())));
            }
            case ShiftClosed closed -> counts(closed.counts(), reply.putArray("counts"));
            case ZReported z -> z(z, reply.putObject("z"));
            default -> {}
        }
    }

    private static void settlement(Settlement settlement, ObjectNode reply) {
        if (!settlement.change().isEmpty()) {
            var change = reply.putArray("changeElsewhere");
            settlement.change().forEach(cash -> change.add(cash.amount().toString()));
        }
        if (!settlement.rounding().isEmpty()) {
            var rounding = reply.putArray("rounding");
            settlement.rounding().forEach(gain -> rounding.add(gain.toString()));
        }
        if (!settlement.exchanges().isEmpty()) {
            var exchanges = reply.putArray("exchanged");
            settlement
                    .exchanges()
                    .forEach(exchange -> exchanges
                            .addObject()
                            .put("worth", exchange.worth().toString())
                            .put("exact", exchange.exact().toString())
                            .put("spread", exchange.spread().toString())
                            .put("one", exchange.rate().one().toString())
                            .put("take", exchange.rate().take().toString())
                            .put("give", exchange.rate().give().toString())
                            .put("source", exchange.rate().source())
                            .put("at", exchange.rate().at().toString()));
        }
    }

    static void counts(List<Counted> counts, ArrayNode into) {
        counts.forEach(each -> into.addObject()
                .put("currency", each.currency().code())
                .put("expected", each.expected().decimal())
                .put("counted", each.counted().amount().decimal())
                .put("overShort", each.overShort().decimal())
                .put("word", word(each.overShort())));
    }

    static void z(ZReported z, ObjectNode into) {
        into.put("till", z.at().name()).put("number", z.number());
        into.put("firstSequence", z.firstSequence()).put("lastSequence", z.lastSequence());
        var shifts = into.putArray("shifts");
        z.shifts().forEach(shift -> shifts.add(shift.toString()));
        figures(z.figures(), into.putArray("figures"));
        counts(z.counts(), into.putArray("counts"));
        grandTotals(z.grandTotals(), into.putArray("grandTotals"));
        z.seal()
                .ifPresent(seal -> into.putObject("seal")
                        .put("head", seal.head())
                        .put("previousZ", seal.previousZ())
                        .put("signature", seal.signature()));
    }

    static void grandTotals(List<GrandTotal> totals, ArrayNode into) {
        totals.forEach(total -> into.addObject()
                .put("currency", total.sales().currency().code())
                .put("sales", total.sales().decimal())
                .put("refunds", total.refunds().decimal()));
    }

    static void figures(List<Tally> tallies, ArrayNode into) {
        for (Tally tally : tallies) {
            var line = into.addObject().put("line", lower(tally.line())).put("times", tally.times());
            if (!tally.tender().isEmpty()) {
                line.put("tender", tally.tender());
            }
            if (!tally.currency().isEmpty()) {
                line.put("currency", tally.currency()).put("minorUnits", tally.minorUnits());
            }
        }
    }

    static ObjectNode balances(List<Balance> balances) {
        var reply = ok();
        var rows = reply.putArray("balances");
        balances.forEach(balance -> rows.addObject()
                .put("account", balance.account().path())
                .put("currency", balance.amount().currency().code())
                .put("amount", balance.amount().decimal()));
        return reply;
    }

    static String word(Money overShort) {
        return lower(OverShort.of(overShort));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String line(ObjectNode reply) {
        return JSON.writeValueAsString(reply);
    }
}
