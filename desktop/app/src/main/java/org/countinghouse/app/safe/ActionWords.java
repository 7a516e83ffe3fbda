package org.countinghouse.app.safe;

import java.util.HashMap;
import java.util.Map;
import org.countinghouse.app.safe.BackRoom.Standing;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.resources.Texts;

/// Says in a sentence what will be written, and what was.
record ActionWords(Texts texts) {
    String sentence(SafeAction action, ActionForm form, Standing standing) {
        return texts.text("safe." + action.word() + "." + kind(action, form), values(action, form, standing));
    }

    private static String kind(SafeAction action, ActionForm form) {
        return switch (action) {
            case RECEIVE -> form.returnedProperty().get() ? "sentence.back" : "sentence";
            case CHANGE -> form.slip().isEmpty() ? "sentence.noSlip" : "sentence";
            case COUNT_SAFE, COUNT_MACHINE -> form.beginningProperty().get() ? "sentence.first" : "sentence";
            case SEND, DEPOSIT, FILL, COLLECT -> "sentence";
        };
    }

    Notice done(SafeAction action, ActionForm form, Standing standing) {
        String key = action == SafeAction.CHANGE && form.slip().isEmpty() ? "done.noSlip" : "done";
        return new Notice(
                Tone.SUCCESS, "safe." + action.word() + "." + key, Map.copyOf(values(action, form, standing)));
    }

    private Map<String, String> values(SafeAction action, ActionForm form, Standing standing) {
        var places = new PlaceWords(texts);
        var values = new HashMap<String, String>();
        var cash = form.cash(action);
        values.put("amount", cash.isEmpty() ? texts.text("safe.nothing") : CashEntry.words(cash));
        values.put("bag", form.bag());
        values.put("slip", form.slip());
        values.put("place", places.spoken(Account.machine(form.machineProperty().get())));
        if (action == SafeAction.RECEIVE) {
            standing.bag(form.bag()).ifPresent(bag -> values.put("to", places.spoken(form.arrives(bag))));
        } else {
            values.put("from", places.spoken(form.fromProperty().get()));
            values.put("to", places.spoken(form.toProperty().get()));
        }
        return values;
    }
}
