package org.countinghouse.serial.cashdro;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.countinghouse.serial.network.JsonText;
import tools.jackson.databind.JsonNode;

/// Reads what a CashDro answers. Two generations of its web service are read: `index3.php` answers
/// `{"code":1,"response":{…}}`, the older `index.php` `{"code":1,"data":…}` with JSON in a text inside.
///
/// Whatever comes, the outcome is a value or an [IOException].
public final class CashDroReader {
    private static final long DONE = 1;
    private static final String ID = "[A-Za-z0-9_-]{1,40}";
    private static final int MOST_PIECES = 200;

    /// In minor units. Above this it is nonsense, which would not fit a number when pieces are added up.
    private static final long LARGEST_WORTH = 1_000_000_000L;

    private CashDroReader() {}

    public sealed interface Reply {
        /// @param content what stands in `response`, or in `data`
        record Done(JsonNode content) implements Reply {}

        record Refused(long code, String words) implements Reply {}
    }

    public enum Phase {
        /// Known, and not acknowledged: it does not run.
        INIT,
        QUEUED,
        EXECUTING,
        FINISHED
    }

    /// @param total what was asked for; empty when it does not say
    /// @param in taken so far, in minor units
    /// @param out given out so far, in minor units
    /// @param failed whether the machine says it went wrong
    /// @param alias what we called it at the start; empty text when it does not say
    public record Operation(
            String id, Phase phase, OptionalLong total, long in, long out, boolean failed, String alias) {}

    /// @param limit how many the recycler may hold; 0 when it cannot pay this piece
    public record Level(long value, boolean note, int recycler, int cassette, int limit) {}

    public static Reply reply(byte[] text) throws IOException {
        var answer = JsonText.object(text);
        long code = JsonText.amount(answer.path("code")).orElseThrow(() -> new IOException("an answer without a code"));
        var content = answer.hasNonNull("response") ? answer.path("response") : answer.path("data");
        if (code == DONE) {
            return new Reply.Done(content);
        }
        String words = JsonText.words(content.path("errorMessage"));
        return new Reply.Refused(code, words.isEmpty() ? JsonText.words(content) : words);
    }

    /// The number `startOperation` gave the operation.
    public static String started(JsonNode content) throws IOException {
        String id = JsonText.words(content.path("operation").path("operationId"));
        id = id.isEmpty() ? JsonText.words(content) : id;
        if (!id.matches(ID)) {
            throw new IOException("it began an operation and does not say which");
        }
        return id;
    }

    /// The answer to `askOperationExecuting`: the number of what runs, if anything does.
    public static Optional<String> executing(JsonNode content) throws IOException {
        var operation = content.isArray() && !content.isEmpty() ? content.path(0) : content.path("operation");
        if (operation.isNull() || (content.isArray() && content.isEmpty())) {
            return Optional.empty();
        }
        for (String name : List.of("OperationId", "operationId", "operationid", "LogId")) {
            String id = JsonText.words(operation.path(name));
            if (!id.isEmpty()) {
                return id.matches("-[0-9]+|0+") ? Optional.empty() : Optional.of(checked(id));
            }
        }
        if (operation.isObject() && operation.isEmpty()) {
            return Optional.empty();
        }
        throw new IOException("it does not say whether an operation runs");
    }

    /// The answer to `askOperation`.
    public static Operation operation(JsonNode content) throws IOException {
        var outer = content.isString() ? JsonText.inner(content) : content.path("operation");
        var operation = outer.path("operation");
        return new Operation(
                checked(JsonText.words(operation.path("operationid"))),
                phase(JsonText.words(operation.path("state"))),
                JsonText.amount(operation.path("total")),
                sum(operation.path("totalin")),
                sum(operation.path("totalout")),
                List.of("true", "1").contains(outer.path("withError").asString("false")),
                JsonText.words(operation.path("aliasid")));
    }

    /// The answer to `getPiecesCurrency`.
    public static List<Level> levels(JsonNode content) throws IOException {
        var pieces = content.isArray() ? content : content.path("operation").path("pieces");
        if (!pieces.isArray() || pieces.size() > MOST_PIECES) {
            throw new IOException("it does not say what is inside");
        }
        var levels = new ArrayList<Level>();
        for (var piece : pieces) {
            long value = JsonText.amount(first(piece, "Value", "value")).orElse(0);
            if (value < 1 || value > LARGEST_WORTH) {
                throw new IOException("a piece without a value");
            }
            levels.add(new Level(
                    value,
                    JsonText.words(first(piece, "Type", "type")).equals("2"),
                    count(first(piece, "LevelRecycler", "levelRecycler")),
                    count(first(piece, "LevelCasete", "levelCasete")),
                    count(piece.path("RecyclerLimit"))));
        }
        return List.copyOf(levels);
    }

    private static String checked(String id) throws IOException {
        if (!id.matches(ID)) {
            throw new IOException("an operation without a number");
        }
        return id;
    }

    private static Phase phase(String letter) throws IOException {
        return switch (letter) {
            case "I" -> Phase.INIT;
            case "Q" -> Phase.QUEUED;
            case "E" -> Phase.EXECUTING;
            case "F" -> Phase.FINISHED;
            default -> throw new IOException("an operation in a state we do not know");
        };
    }

    /// What was given out is told with a minus by some machines.
    private static long sum(JsonNode node) throws IOException {
        return Math.abs(JsonText.amount(node).orElseThrow(() -> new IOException("an operation without its totals")));
    }

    private static int count(JsonNode node) throws IOException {
        long count = node.isMissingNode() || node.isNull()
                ? 0
                : JsonText.amount(node).orElse(-1);
        if (count < 0 || count > 1_000_000) {
            throw new IOException("a level that is no number");
        }
        return (int) count;
    }

    private static JsonNode first(JsonNode piece, String name, String otherwise) {
        return piece.has(name) ? piece.path(name) : piece.path(otherwise);
    }
}
