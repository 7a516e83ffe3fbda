package org.countinghouse.serial.cashlogy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads what a CashlogyConnector answers: `#status#value#…#` in ASCII, with nothing to mark its end.
///
/// Whatever comes, the outcome is a value or an [IOException].
public final class CashlogyReader {
    /// A list of every denomination in four places stays far below this.
    public static final int LONGEST_ANSWER = 64 * 1024;

    private static final int MOST_FIELDS = 64;
    private static final int MOST_KINDS = 60;
    private static final int MOST_PIECES = 1_000_000;

    private CashlogyReader() {}

    public enum Status {
        DONE,
        /// Done, and some level is low or high.
        LEVEL,
        CANCELLED,
        /// It went wrong on the way: what came out is told.
        GENERIC,
        BUSY,
        BAD_DATA,
        /// Not now: not initialised, most often.
        ILLEGAL;

        public boolean isDone() {
            return this == DONE || this == LEVEL;
        }

        /// Whether the command was not obeyed at all.
        public boolean isRefusal() {
            return this == BUSY || this == BAD_DATA || this == ILLEGAL;
        }
    }

    /// @param values what stands after the status, as it came
    public record Reply(Status status, List<String> values) {}

    /// How many of each denomination, by its value in minor units.
    public record Counts(SortedMap<Long, Integer> coins, SortedMap<Long, Integer> notes) {}

    /// How many fields, status and values, have come; 0 while it is none yet.
    public static int fields(byte[] bytes, int length) {
        int marks = 0;
        for (int i = 0; i < length; i++) {
            marks += bytes[i] == '#' ? 1 : 0;
        }
        int end = length;
        while (end > 0 && bytes[end - 1] <= ' ') {
            end--;
        }
        return end > 1 && bytes[end - 1] == '#' ? marks - 1 : 0;
    }

    /// One answer, whole. An answer that came twice is one answer.
    public static Reply reply(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.ISO_8859_1).strip();
        if (text.length() > LONGEST_ANSWER || text.length() < 3 || !text.startsWith("#") || !text.endsWith("#")) {
            throw new IOException("an answer that is not #…#");
        }
        String once = text.substring(0, text.length() / 2);
        if (text.equals(once + once) && once.length() > 2) {
            text = once;
        }
        var fields = Arrays.asList(text.substring(1, text.length() - 1).split("#", -1));
        if (fields.size() > MOST_FIELDS) {
            throw new IOException("an answer with " + fields.size() + " fields");
        }
        return new Reply(status(fields.getFirst()), List.copyOf(fields.subList(1, fields.size())));
    }

    /// The amount at a place of an answer, in minor units.
    public static long amount(Reply reply, int place) throws IOException {
        String text = place < reply.values().size() ? reply.values().get(place) : "";
        if (!text.matches("[0-9]{1,12}")) {
            throw new IOException("an answer without an amount");
        }
        return Long.parseLong(text);
    }

    /// The counts at a place of an answer: `coin:count,coin:count;note:count`. Places without a value,
    /// such as `STACKER`, are passed over.
    public static Counts counts(Reply reply, int place) throws IOException {
        String text = place < reply.values().size() ? reply.values().get(place) : "";
        String[] halves = text.split(";", -1);
        if (halves.length > 2) {
            throw new IOException("counts of more than coins and notes");
        }
        return new Counts(half(halves[0]), half(halves.length == 2 ? halves[1] : ""));
    }

    private static SortedMap<Long, Integer> half(String text) throws IOException {
        var counts = new TreeMap<Long, Integer>();
        for (String pair : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            if (pair.matches("[A-Z]{1,12}:[0-9]{1,7}")) {
                continue;
            }
            if (!pair.matches("[0-9]{1,9}:[0-9]{1,7}") || counts.size() >= MOST_KINDS) {
                throw new IOException("counts that are no numbers");
            }
            int colon = pair.indexOf(':');
            long value = Long.parseLong(pair.substring(0, colon));
            int count = Integer.parseInt(pair.substring(colon + 1));
            if (value < 1 || count > MOST_PIECES || counts.put(value, count) != null) {
                throw new IOException("counts that cannot be");
            }
        }
        return counts;
    }

    private static Status status(String text) throws IOException {
        int comma = text.indexOf(',');
        return switch (comma < 0 ? text : text.substring(0, comma)) {
            case "0" -> Status.DONE;
            case "WR:LEVEL" -> Status.LEVEL;
            case "WR:CANCEL" -> Status.CANCELLED;
            case "ER:GENERIC" -> Status.GENERIC;
            case "ER:BUSY" -> Status.BUSY;
            case "ER:BAD_DATA" -> Status.BAD_DATA;
            case "ER:ILLEGAL" -> Status.ILLEGAL;
            default -> throw new IOException("an answer with a status we do not know");
        };
    }
}
