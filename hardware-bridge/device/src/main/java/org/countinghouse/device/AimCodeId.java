package org.countinghouse.device;

import java.util.Map;
import java.util.Optional;

/// The three characters a scanner can put before a bar code to tell its kind: `]`, a letter, a modifier
/// (ISO/IEC 15424).
record AimCodeId(char code, char modifier) {
    static final int LENGTH = 3;

    private static final Map<String, String> EXACT = Map.ofEntries(
            Map.entry("C1", "GS1-128"),
            Map.entry("E0", "EAN-13"),
            Map.entry("E1", "add-on 2"),
            Map.entry("E2", "add-on 5"),
            Map.entry("E3", "EAN-13 with add-on"),
            Map.entry("E4", "EAN-8"),
            Map.entry("d2", "GS1 DataMatrix"),
            Map.entry("Q3", "GS1 QR code"));

    private static final Map<Character, String> FAMILIES = Map.ofEntries(
            Map.entry('A', "Code 39"),
            Map.entry('C', "Code 128"),
            Map.entry('F', "Codabar"),
            Map.entry('G', "Code 93"),
            Map.entry('H', "Code 11"),
            Map.entry('I', "Interleaved 2 of 5"),
            Map.entry('L', "PDF417"),
            Map.entry('M', "MSI"),
            Map.entry('Q', "QR code"),
            Map.entry('S', "Standard 2 of 5"),
            Map.entry('U', "MaxiCode"),
            Map.entry('d', "DataMatrix"),
            Map.entry('e', "GS1 DataBar"),
            Map.entry('h', "Han Xin"),
            Map.entry('z', "Aztec"));

    /// The id in front of a text, if there is one and something follows it.
    static Optional<AimCodeId> startOf(String text) {
        return text.length() > LENGTH && text.charAt(0) == ']' && isLetter(text.charAt(1)) && isModifier(text.charAt(2))
                ? Optional.of(new AimCodeId(text.charAt(1), text.charAt(2)))
                : Optional.empty();
    }

    /// In the words of the trade; the id itself where we have none.
    String kind() {
        String family = FAMILIES.getOrDefault(code, "]" + code + modifier);
        return EXACT.getOrDefault("" + code + modifier, family);
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    private static boolean isModifier(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'F';
    }
}
