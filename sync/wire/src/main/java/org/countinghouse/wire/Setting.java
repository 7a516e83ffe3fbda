package org.countinghouse.wire;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// One of a station's settings as it goes over the line, such as its registry of devices: a text under
/// a key. What the text says is between the people and the station; the centre keeps every version of
/// it.
///
/// @param key 1 to 32 of `a-z 0-9 -`, such as `devices`
/// @param version at the centre, 1 for the first; what a station sends names the version it was made
///        on, 0 for none
/// @param text at most [#MOST_CHARACTERS], without control characters but tabs and line ends
public record Setting(String key, long version, String text) {
    public static final int MOST_CHARACTERS = 256 * 1024;

    /// As one JSON object. A character takes three bytes at most, written or escaped.
    public static final int MOST_BYTES = 1024 * 1024;

    private static final Pattern KEY = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?");
    private static final char FIRST_PRINTABLE = 0x20;

    public Setting {
        requireKey(key);
        if (version < 0) {
            throw new IllegalArgumentException("a setting's version counts from 0, not " + version);
        }
        if (text.length() > MOST_CHARACTERS) {
            throw new OversizeException(
                    "the setting " + key + " has " + text.length() + " characters, at most " + MOST_CHARACTERS);
        }
        if (!isPlain(text)) {
            throw new IllegalArgumentException("the setting " + key + " has characters no text can be kept with");
        }
    }

    /// @throws IllegalArgumentException when no setting can be called so
    public static String requireKey(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "a setting is named with 1 to 32 of a-z, 0-9 and -, not \"" + key + "\"");
        }
        return key;
    }

    /// Half a surrogate pair has no bytes, and a zero cannot be stored everywhere.
    private static boolean isPlain(String text) {
        return text.codePoints()
                .allMatch(point -> point >= FIRST_PRINTABLE
                        ? Character.getType(point) != Character.SURROGATE
                        : point == '\n' || point == '\r' || point == '\t');
    }

    /// `{"key":..,"text":..,"version":n}`
    public String json() {
        var out = new StringBuilder(text.length() + 64).append("{\"key\":\"").append(key);
        out.append("\",\"text\":");
        Canonical.writeText(text, out);
        return out.append(",\"version\":").append(version).append('}').toString();
    }

    /// @throws WireException when the text is not a setting
    public static Setting read(String json) {
        return Json.read("a setting", json, Setting::of);
    }

    private static Setting of(JsonNode node) {
        return new Setting(Json.text(node, "key"), Json.count(node, "version"), Json.text(node, "text"));
    }

    /// What the centre says to a setting it is sent.
    public sealed interface Reply {
        /// Kept under this version; the same sent again gets the same answer.
        record Accepted(long version) implements Reply {}

        /// It was not made on the newest version, which is this one. The station brings the two
        /// together.
        record Newer(Setting newest) implements Reply {}

        /// The centre has no version of it; also the answer to who asks for one. The next is made on 0.
        record None() implements Reply {}

        default String json() {
            return switch (this) {
                case Accepted(var version) -> "{\"version\":" + version + "}";
                case Newer(var newest) -> "{\"newest\":" + newest.json() + ",\"problem\":\"newer\"}";
                case None() -> "{\"problem\":\"none\"}";
            };
        }

        /// @throws WireException when the text is none of these answers
        static Reply read(String json) {
            return Json.read("an answer to a setting", json, node -> {
                if (!node.has("problem")) {
                    return new Accepted(Json.count(node, "version"));
                }
                return switch (Json.text(node, "problem")) {
                    case "newer" -> new Newer(of(node.required("newest")));
                    case "none" -> new None();
                    default -> throw new WireException("an unknown answer to a setting: " + node);
                };
            });
        }
    }
}
