package org.countinghouse.serial;

/// Where a row of letters may end. Java's own line breaker knows no words of Khmer, and when it cuts
/// between letters it may cut a subscript from the consonant above it.
final class Breaks {
    /// Khmer COENG: the consonant after it is written below the one before (Unicode 17.0, 16.4 Khmer).
    private static final int COENG = 0x17D2;

    private Breaks() {}

    /// The last place at or before `end` where no letter is torn apart; `end` itself when there is
    /// none.
    ///
    /// @param start where the row begins
    static int before(String text, int start, int end) {
        int at = end;
        while (at > start && !mayEnd(text, at)) {
            at--;
        }
        return at > start ? at : end;
    }

    private static boolean mayEnd(String text, int at) {
        if (at >= text.length()) {
            return true;
        }
        int next = text.codePointAt(at);
        return !Character.isLowSurrogate(text.charAt(at))
                && text.charAt(at - 1) != COENG
                && switch (Character.getType(next)) {
                    case Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.FORMAT -> false;
                    default -> !isThaiTail(next);
                };
    }

    /// Thai vowels that follow their consonant are letters to Unicode, and still never begin a row.
    private static boolean isThaiTail(int letter) {
        return letter == 0x0E30 || letter == 0x0E32 || letter == 0x0E33 || letter == 0x0E45;
    }
}
