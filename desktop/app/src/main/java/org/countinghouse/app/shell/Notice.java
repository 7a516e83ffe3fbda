package org.countinghouse.app.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.ledger.Answer;
import org.countinghouse.resources.Texts;

/// Something to tell the person at the counter: which text, with what filled in, and how much it should catch the
/// eye. It is put into words when it is shown, so that it follows a change of language.
///
/// @param details values for the text's placeholders; a [Word] is itself looked up in the texts
public record Notice(Tone tone, String key, Map<String, Object> details) {
    public enum Tone {
        INFO,
        SUCCESS,
        WARNING,
        DANGER
    }

    /// A value that is itself a text.
    public record Word(String key) {}

    private static final String OTHER = "refused.other";

    public Notice {
        details = Map.copyOf(details);
    }

    public static Notice of(Tone tone, String key) {
        return new Notice(tone, key, Map.of());
    }

    /// What an answer has to tell; nothing when the order was carried out.
    public static Optional<Notice> about(Answer answer) {
        return switch (answer) {
            case Answer.Done _ -> Optional.empty();
            case Answer.Refused(var why, var details) -> {
                var values = new HashMap<String, Object>(details);
                values.put("code", why.code());
                yield Optional.of(new Notice(Tone.WARNING, "refused." + why.code(), values));
            }
            case Answer.NotRecording(var reason) ->
                Optional.of(new Notice(Tone.DANGER, "shell.error.journal", Map.of("reason", reason)));
        };
    }

    public String in(Texts texts) {
        var values = new HashMap<String, String>();
        details.forEach((name, value) ->
                values.put(name, value instanceof Word(var word) ? texts.text(word) : String.valueOf(value)));
        return texts.text(texts.has(key) ? key : OTHER, values);
    }
}
