package org.countinghouse.wire;

import java.util.ArrayList;
import java.util.Collections;
import tools.jackson.databind.JsonNode;

/// Canonical JSON: keys in code-unit order, whole numbers only, no blanks, text escaped as little as JSON allows.
/// Follows RFC 8785 except that a number with a fraction, and null, are refused: money has neither.
public final class Canonical {
    private static final char FIRST_PRINTABLE = 0x20;

    private Canonical() {}

    /// @return one line of JSON
    /// @throws WireException when the value holds null or a number that is not whole
    public static String text(JsonNode value) {
        var out = new StringBuilder(256);
        write(value, out);
        return out.toString();
    }

    static void write(JsonNode value, StringBuilder out) {
        switch (value.getNodeType()) {
            case OBJECT -> writeObject(value, out);
            case ARRAY -> writeArray(value, out);
            case STRING -> writeText(value.stringValue(), out);
            case NUMBER -> out.append(whole(value));
            case BOOLEAN -> out.append(value.booleanValue());
            case NULL, MISSING, BINARY, POJO ->
                throw new WireException("canonical JSON has no " + value.getNodeType() + " value");
        }
    }

    private static void writeObject(JsonNode value, StringBuilder out) {
        var names = new ArrayList<>(value.propertyNames());
        Collections.sort(names);
        out.append('{');
        for (String name : names) {
            if (out.charAt(out.length() - 1) != '{') {
                out.append(',');
            }
            writeText(name, out);
            out.append(':');
            write(value.get(name), out);
        }
        out.append('}');
    }

    private static void writeArray(JsonNode value, StringBuilder out) {
        out.append('[');
        for (int i = 0; i < value.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            write(value.get(i), out);
        }
        out.append(']');
    }

    private static long whole(JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new WireException("canonical JSON has whole numbers of 64 bits only, not " + value);
        }
        return value.longValue();
    }

    /// Writes a text in quotes.
    public static void writeText(String text, StringBuilder out) {
        out.append('"');
        int plain = plainPart(text);
        out.append(text, 0, plain);
        for (int i = plain; i < text.length(); i++) {
            writeCharacter(text.charAt(i), out);
        }
        out.append('"');
    }

    /// How much of a text needs no escape: nearly always all of it.
    private static int plainPart(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < FIRST_PRINTABLE || c == '"' || c == '\\') {
                return i;
            }
        }
        return text.length();
    }

    private static void writeCharacter(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < FIRST_PRINTABLE) {
                    out.append(String.format("\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
