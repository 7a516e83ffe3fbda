package org.countinghouse.app.script;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.app.shell.CashMachines;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Alarm;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.CashMachine;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.IntentRecord;
import org.countinghouse.device.money.Outcome;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.money.Step;
import org.countinghouse.ledger.money.Currency;
import tools.jackson.databind.node.ObjectNode;

/// What a script is told of a cash machine, in plain words.
final class MachineReplies {
    private final Replies replies;
    private final List<Currency> currencies;

    MachineReplies(Replies replies, List<Currency> currencies) {
        this.replies = replies;
        this.currencies = currencies;
    }

    ObjectNode outcome(Intent intent, Outcome outcome, CashMachines machines) {
        return outcome(intent.id(), outcome, machines);
    }

    /// Where the ledger would not write, its reason is the answer.
    ObjectNode outcome(UUID intent, Outcome outcome, CashMachines machines) {
        var reply = switch (outcome) {
            case Outcome.Settled settled -> settled(settled);
            case Outcome.NotStarted(var fault, var words) ->
                machines.refusal(intent)
                        .map(replies::answer)
                        .orElseGet(() -> replies.refused("machine-not-started", Map.of("reason", words))
                                .put("fault", word(fault)));
            case Outcome.Open open ->
                machines.refusal(intent)
                        .map(replies::answer)
                        .orElseGet(() -> unsettled("machine-open", intent, open.atLeast(), open.words())
                                .put("outcome", word(open.state())));
            case Outcome.Disputed disputed ->
                unsettled("machine-disputed", intent, disputed.atLeast(), disputed.words())
                        .put("outcome", "disputed");
        };
        return reply.put("intent", intent.toString());
    }

    private ObjectNode unsettled(String code, UUID intent, Cash atLeast, String words) {
        return replies.refused(code, Map.of("intent", intent.toString(), "reason", words))
                .put("atLeast", amount(atLeast));
    }

    private ObjectNode settled(Outcome.Settled settled) {
        var reply = Replies.ok()
                .put("outcome", word(settled.state()))
                .put("moved", amount(settled.moved()))
                .put("by", word(settled.by()));
        settled.moved().pieces().ifPresent(pieces -> pieces(pieces, reply.putObject("pieces")));
        if (!settled.returned().isNone()) {
            reply.put("returned", amount(settled.returned()));
        }
        if (settled.held()) {
            reply.put("held", true);
        }
        if (settled.remainder() > 0) {
            reply.put("remainder", amount(Cash.amount(settled.moved().currency(), settled.remainder())));
        }
        settled.fault().ifPresent(fault -> reply.put("fault", word(fault)));
        return reply.put("words", settled.words()).put("next", replies.text("device.machine.next-" + next(settled)));
    }

    private static String next(Outcome.Settled settled) {
        if (settled.held()) {
            return "held";
        }
        return switch (settled.intent().purpose()) {
            case PAY -> settled.remainder() > 0 ? "rest" : "done";
            case TAKE -> settled.moved().isNone() ? "done" : "deposit";
            case FILL, COLLECT -> "done";
        };
    }

    ObjectNode taking(Intent intent, Step last) {
        return Replies.ok()
                .put("intent", intent.id().toString())
                .put("outcome", "taking")
                .put("taken", amount(last.moved()))
                .put("next", replies.text("device.machine.next-taking"));
    }

    /// The outcome of everything that was open.
    ObjectNode all(List<Outcome> outcomes, CashMachines machines) {
        var reply = Replies.ok();
        var array = reply.putArray("outcomes");
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Settled settled -> array.add(outcome(settled.intent(), outcome, machines));
                case Outcome.Open open -> array.add(outcome(open.intent(), outcome, machines));
                case Outcome.Disputed disputed -> array.add(outcome(disputed.intent(), outcome, machines));
                case Outcome.NotStarted(var fault, var words) ->
                    array.addObject()
                            .put("outcome", "void")
                            .put("fault", word(fault))
                            .put("words", words);
            }
        }
        return reply;
    }

    ObjectNode state(CashMachine machine) {
        var reply = Replies.ok().put("machine", machine.name());
        switch (machine.look()) {
            case CashMachine.View.NoAnswer(var reason) ->
                reply.put("state", "no-answer").put("reason", reason);
            case CashMachine.View.Seen(var greeting, var sight) -> {
                reply.put("state", word(sight.state()))
                        .put("model", greeting.model())
                        .put("serial", greeting.serial());
                seen(sight, reply);
            }
        }
        var open = reply.putArray("open");
        for (IntentRecord record : machine.open()) {
            open.addObject()
                    .put("intent", record.intent().id().toString())
                    .put("purpose", word(record.intent().purpose()))
                    .put("state", word(record.state()))
                    .put("atLeast", amount(record.moved()))
                    .put("words", record.words());
        }
        return reply;
    }

    private void seen(Sight sight, ObjectNode reply) {
        sight.holdings().ifPresent(holdings -> {
            var places = reply.putObject("holdings");
            holdings.places().forEach((place, pieces) -> pieces(pieces, places.putObject(word(place))));
        });
        var alarms = reply.putArray("alarms");
        for (Alarm alarm : sight.alarms()) {
            alarms.addObject().put("kind", word(alarm.kind())).put("words", alarm.words());
        }
    }

    /// By currency, then by denomination, as counts are written.
    private void pieces(Pieces pieces, ObjectNode into) {
        pieces.counts()
                .forEach((denomination, count) -> into.withObject("/" + denomination.currency())
                        .put(decimal(denomination.currency(), denomination.minorUnits()), count));
    }

    private String amount(Cash cash) {
        return decimal(cash.currency(), cash.minorUnits()) + " " + cash.currency();
    }

    /// In a currency the shop does not have, in minor units.
    private String decimal(String code, long minorUnits) {
        return currencies.stream()
                .filter(currency -> currency.code().equals(code))
                .findFirst()
                .map(currency -> currency.of(minorUnits).decimal())
                .orElseGet(() -> Long.toString(minorUnits));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
