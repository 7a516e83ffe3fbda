package org.countinghouse.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.UUID;

/// Reads canonical JSON in the order it was written, without a tree in between: the fast way through a long ledger.
///
/// Strict: whatever [Canonical] would not have written so, to the byte, is a [WireException]. It need not be
/// wrong; a reader of any JSON has the last word on it.
public final class CanonicalCursor {
    /// One more digit might not fit 64 bits; nobody's amount has so many.
    private static final int MOST_DIGITS = 18;

    private static final int FIRST_PRINTABLE = 0x20;
    private static final char REPLACEMENT = '\uFFFD';

    /// Accounts, currencies, names: a ledger's texts come again and again, and the same one found here is not made
    /// anew. Threads may overwrite each other's; any text that is found is a whole one.
    private static final String[] KNOWN = new String[4_096];

    private static final int LONGEST_KNOWN = 40;
    private static final int UUID_LENGTH = 36;
    private static final int DIGIT_BITS = 4;

    private final byte[] text;
    private int at;

    /// @param text UTF-8, not changed while it is read
    public CanonicalCursor(byte[] text) {
        this.text = text;
    }

    /// Passes what is next if it is this.
    ///
    /// @param literal ASCII
    public boolean takes(String literal) {
        int length = literal.length();
        boolean there = text.length - at >= length && isAt(literal, at);
        at += there ? length : 0;
        return there;
    }

    /// Passes what is next if it is these bytes.
    public boolean takes(byte[] literal) {
        int end = at + literal.length;
        boolean there = end <= text.length && Arrays.equals(text, at, end, literal, 0, literal.length);
        at = there ? end : at;
        return there;
    }

    /// Passes this, which must be next.
    ///
    /// @param literal ASCII
    public void expect(String literal) {
        if (!takes(literal)) {
            throw new WireException("not canonical at byte " + at + ": expected " + literal);
        }
    }

    /// Nothing may be left.
    public void expectEnd() {
        if (at != text.length) {
            throw new WireException("not canonical: " + (text.length - at) + " bytes too many");
        }
    }

    /// A whole number.
    public long whole() {
        boolean negative = takes("-");
        int from = at;
        long value = 0;
        while (at < text.length && text[at] >= '0' && text[at] <= '9') {
            value = value * 10 + (text[at++] - '0');
            if (at - from > MOST_DIGITS) {
                throw new WireException("not canonical at byte " + from + ": a number this long is read elsewhere");
            }
        }
        boolean leadingZero = at - from > 1 && text[from] == '0';
        if (at == from || leadingZero || negative && value == 0) {
            throw new WireException("not canonical at byte " + from + ": expected a whole number");
        }
        return negative ? -value : value;
    }

    /// So many digits, as a date and a time have them.
    int digits(int count) {
        int value = 0;
        for (int end = at + count; at < end; at++) {
            if (at >= text.length || text[at] < '0' || text[at] > '9') {
                throw new WireException("not canonical at byte " + at + ": expected a digit");
            }
            value = value * 10 + (text[at] - '0');
        }
        return value;
    }

    /// A text in quotes.
    public String text() {
        expect("\"");
        int from = at;
        int hash = 0;
        boolean ascii = true;
        while (at < text.length && text[at] != '"' && text[at] != '\\') {
            ascii &= text[at] >= FIRST_PRINTABLE;
            hash = 31 * hash + text[at];
            if (text[at] >= 0 && text[at] < FIRST_PRINTABLE) {
                throw new WireException("not canonical at byte " + at + ": a control character as it is");
            }
            at++;
        }
        if (at < text.length && text[at] == '\\') {
            return escaped(from);
        }
        String value = ascii ? known(from, hash) : decoded(from);
        expect("\"");
        return value;
    }

    private String known(int from, int hash) {
        int length = at - from;
        if (length > LONGEST_KNOWN) {
            return new String(text, from, length, ISO_8859_1);
        }
        int place = (hash ^ hash >>> 12) & KNOWN.length - 1;
        String known = KNOWN[place];
        if (known == null || known.length() != length || !isAt(known, from)) {
            known = new String(text, from, length, ISO_8859_1);
            KNOWN[place] = known;
        }
        return known;
    }

    /// Whether these characters are there, where there are so many bytes.
    private boolean isAt(String ascii, int from) {
        for (int i = 0; i < ascii.length(); i++) {
            if (ascii.charAt(i) != text[from + i]) {
                return false;
            }
        }
        return true;
    }

    /// A UUID in quotes, in lower-case digits.
    public UUID uuid() {
        expect("\"");
        if (text.length - at < UUID_LENGTH) {
            throw new WireException("not canonical at byte " + at + ": an id cut off");
        }
        long high = hex(0, 8);
        expect("-");
        high = hex(high, 4);
        expect("-");
        high = hex(high, 4);
        expect("-");
        long low = hex(0, 4);
        expect("-");
        low = hex(low, 12);
        expect("\"");
        return new UUID(high, low);
    }

    /// Lower-case hexadecimal digits behind those that were there before.
    private long hex(long before, int count) {
        long value = before;
        for (int end = at + count; at < end; at++) {
            int digit = text[at] >= 'A' && text[at] <= 'F' ? -1 : Character.digit(text[at], 1 << DIGIT_BITS);
            if (digit < 0) {
                throw new WireException("not canonical at byte " + at + ": expected a digit of an id");
            }
            value = value << DIGIT_BITS | digit;
        }
        return value;
    }

    /// Bytes that are not UTF-8 would come back as a replacement, and a text that truly holds one is rare enough.
    private String decoded(int from) {
        var value = new String(text, from, at - from, UTF_8);
        if (value.indexOf(REPLACEMENT) >= 0) {
            throw new WireException("not canonical at byte " + from + ": perhaps not UTF-8");
        }
        return value;
    }

    /// A text with an escape in it: rare, so written again and compared.
    private String escaped(int from) {
        var value = new StringBuilder();
        int piece = from;
        while (at < text.length && text[at] != '"') {
            if (text[at] == '\\') {
                value.append(decoded(piece)).append(escape());
                piece = at;
            } else {
                at++;
            }
        }
        value.append(decoded(piece));
        var again = new StringBuilder();
        Canonical.writeText(value.toString(), again);
        at = from - 1;
        expectBytes(again.toString().getBytes(UTF_8));
        return value.toString();
    }

    private char escape() {
        at++;
        char kind = at < text.length ? (char) text[at++] : ' ';
        return switch (kind) {
            case '"', '\\' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> control();
            default -> throw new WireException("not canonical at byte " + at + ": no escape");
        };
    }

    private char control() {
        expect("00");
        if (at + 2 > text.length) {
            throw new WireException("not canonical at byte " + at + ": an escape cut off");
        }
        char value = (char) (Character.digit(text[at], 16) * 16 + Character.digit(text[at + 1], 16));
        at += 2;
        return value;
    }

    private void expectBytes(byte[] expected) {
        if (!Arrays.equals(text, at, Math.min(at + expected.length, text.length), expected, 0, expected.length)) {
            throw new WireException("not canonical at byte " + at + ": a text spelled another way");
        }
        at += expected.length;
    }
}
