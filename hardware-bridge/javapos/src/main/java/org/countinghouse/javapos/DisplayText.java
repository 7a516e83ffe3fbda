package org.countinghouse.javapos;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import jpos.LineDisplayConst;

/// Text as a display can show it: what its character set cannot hold is a question mark, so that it is seen.
///
/// @param encoder knows what the set holds
record DisplayText(CharsetEncoder encoder) {
    /// @param characterSet as JavaPOS numbers it: a code page, or 997 Unicode, 998 ASCII, 999 ANSI
    static DisplayText of(int characterSet) {
        return new DisplayText(charset(characterSet).newEncoder());
    }

    /// One row, filled up with blanks, so that nothing of an older text stays.
    String fit(String line, int columns) {
        var row = new StringBuilder();
        line.codePoints().limit(columns).forEach(each -> {
            String character = Character.toString(each);
            boolean isShown = !Character.isISOControl(each) && encoder.canEncode(character);
            row.append(isShown ? character : "?");
        });
        int shown = (int) Math.min(columns, line.codePoints().count());
        return row.append(" ".repeat(columns - shown)).toString();
    }

    /// The letters of a row that show as substitutes, each once.
    String lacking(String line, int columns) {
        return line.codePoints()
                .limit(columns)
                .filter(each -> !Character.isISOControl(each))
                .mapToObj(Character::toString)
                .filter(each -> !encoder.canEncode(each))
                .distinct()
                .collect(Collectors.joining());
    }

    private static Charset charset(int characterSet) {
        return switch (characterSet) {
            case LineDisplayConst.DISP_CS_UNICODE -> StandardCharsets.UTF_8;
            case LineDisplayConst.DISP_CS_ASCII -> StandardCharsets.US_ASCII;
            case LineDisplayConst.DISP_CS_ANSI -> StandardCharsets.ISO_8859_1;
            default -> named("IBM" + characterSet, named("windows-" + characterSet, StandardCharsets.US_ASCII));
        };
    }

    // Both names are only tried: no JDK has both for one number.
    private static Charset named(String name, Charset otherwise) {
        return Charset.isSupported(name) ? Charset.forName(name) : otherwise;
    }
}
