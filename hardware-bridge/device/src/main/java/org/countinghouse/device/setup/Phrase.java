package org.countinghouse.device.setup;

import java.util.List;

/// Something to say to whoever installs a device.
///
/// @param text which, with its stable key and its English
/// @param arguments what stands for `{0}`, `{1}`; a driver's words, an address, a bar code
public record Phrase(SetupText text, List<String> arguments) {
    public Phrase {
        arguments = List.copyOf(arguments);
    }

    static Phrase of(SetupText text, String... arguments) {
        return new Phrase(text, List.of(arguments));
    }

    /// The key of its translations.
    public String key() {
        return text.key();
    }

    /// In English.
    public String words() {
        String words = text.english();
        for (int i = 0; i < arguments.size(); i++) {
            words = words.replace("{" + i + "}", arguments.get(i));
        }
        return words;
    }
}
