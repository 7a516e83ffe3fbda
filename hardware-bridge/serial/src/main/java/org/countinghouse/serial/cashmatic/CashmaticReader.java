package org.countinghouse.serial.cashmatic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Cash;
import org.countinghouse.serial.network.JsonText;
import org.countinghouse.serial.network.Secret;
import tools.jackson.databind.JsonNode;

/// Reads what a Cashmatic answers: `{"code":0,"message":"No error","data":…}`.
///
/// Whatever comes, the outcome is a value or an [IOException].
public final class CashmaticReader {
    private static final String CURRENCY = "[A-Z]{3}";
    private static final int MOST_LEVELS = 200;
    private static final int MOST_PIECES = 1_000_000;

    /// In minor units. Above this it is nonsense, which would not fit a number when pieces are added up.
    private static final long LARGEST_WORTH = 1_000_000_000L;

    private static final int LONGEST_TOKEN = 8_000;

    private CashmaticReader() {}

    public sealed interface Reply {
        record Done(JsonNode data) implements Reply {}

        record Refused(long code, String words) implements Reply {}
    }

    /// @param id the machine's own number; 0 when it does not say
    /// @param operation in lower case: `idle`, `payment`, `withdrawal`, `refill`, `empty`, …
    /// @param reference what the host called it; empty text when it does not say
    /// @param end `normal`, `canceled`, …; empty text when it does not say
    public record Transaction(
            long id,
            String operation,
            long requested,
            long inserted,
            long dispensed,
            long notDispensed,
            String reference,
            String end,
            boolean success,
            boolean powerFail,
            String startTime,
            Optional<Pieces> piecesOut) {
        public boolean isIdle() {
            return operation.equals("idle");
        }

        /// What tells this transaction from every other one this machine ever ran, or runs after
        /// forgetting.
        public String key() {
            return id + " " + reference + " " + startTime;
        }

        Cash dispensedCash(String currency) {
            return piecesOut
                    .filter(pieces -> pieces.total(currency) == dispensed && dispensed > 0)
                    .map(pieces -> Cash.of(currency, pieces))
                    .orElseGet(() -> Cash.amount(currency, dispensed));
        }
    }

    /// @param cashbox whether these can only be collected
    public record Level(Denomination denomination, int level, int maxLevel, boolean note, boolean cashbox) {}

    public record Device(String model, String serial, long errorCode, String errorMessage, String status) {}

    public static Reply reply(byte[] text) throws IOException {
        var answer = JsonText.object(text);
        long code = JsonText.amount(answer.path("code")).orElseThrow(() -> new IOException("an answer without a code"));
        return code == 0
                ? new Reply.Done(answer.path("data"))
                : new Reply.Refused(code, JsonText.words(answer.path("message")));
    }

    public static Secret token(JsonNode data) throws IOException {
        var token = data.path("token");
        String text = token.isString() ? token.asString("") : "";
        if (text.isEmpty() || text.length() > LONGEST_TOKEN || !text.matches("[\\x21-\\x7e]+")) {
            throw new IOException("it let us in and gave no token");
        }
        return new Secret(text);
    }

    /// The answer to `ActiveTransaction`.
    public static Transaction active(JsonNode data) throws IOException {
        String operation = JsonText.words(data.path("operation")).toLowerCase(Locale.ROOT);
        if (operation.isEmpty()) {
            throw new IOException("it does not say what it does");
        }
        return operation.equals("idle")
                ? new Transaction(0, operation, 0, 0, 0, 0, "", "", true, false, "", Optional.empty())
                : transaction(data, operation);
    }

    /// The answer to `LastTransaction`; empty when there was none.
    public static Optional<Transaction> last(JsonNode data) throws IOException {
        if (data.isNull() || data.isMissingNode() || (data.isObject() && data.isEmpty())) {
            return Optional.empty();
        }
        String operation = JsonText.words(data.path("operation")).toLowerCase(Locale.ROOT);
        if (operation.isEmpty()) {
            throw new IOException("a transaction that does not say what it was");
        }
        return Optional.of(transaction(data, operation));
    }

    /// The answer to `AllLevels`.
    public static List<Level> levels(JsonNode data) throws IOException {
        if (!data.isArray() || data.size() > MOST_LEVELS) {
            throw new IOException("it does not say what is inside");
        }
        var levels = new ArrayList<Level>();
        for (var each : data) {
            String type = JsonText.words(each.path("type")).toLowerCase(Locale.ROOT);
            String routing = JsonText.words(each.path("routing")).toLowerCase(Locale.ROOT);
            levels.add(new Level(
                    denomination(each),
                    count(each.path("level")),
                    each.hasNonNull("maxLevel") ? count(each.path("maxLevel")) : 0,
                    type.contains("note") || type.contains("bill"),
                    routing.contains("cashbox")));
        }
        return List.copyOf(levels);
    }

    /// The answer to `GetDeviceInfo`.
    public static Device device(JsonNode data) throws IOException {
        if (!data.isObject()) {
            throw new IOException("it does not say who it is");
        }
        return new Device(
                JsonText.words(data.path("model")),
                JsonText.words(data.path("serialNumber")),
                JsonText.amount(data.path("errorCode")).orElse(0),
                JsonText.words(data.path("errorMessage")),
                JsonText.words(data.path("statusMessage")));
    }

    private static Transaction transaction(JsonNode data, String operation) throws IOException {
        String end = JsonText.words(data.path("endType"));
        return new Transaction(
                JsonText.amount(data.path("id")).orElse(0),
                operation,
                optional(data.path("requested")),
                sum(data.path("inserted")),
                sum(data.path("dispensed")),
                optional(data.path("notDispensed")),
                JsonText.words(data.path("reference")),
                end.isEmpty() ? JsonText.words(data.path("end")) : end,
                !data.path("success").isBoolean() || data.path("success").booleanValue(),
                data.path("powerFail").isBoolean() && data.path("powerFail").booleanValue(),
                JsonText.words(data.path("startTime")),
                pieces(data.path("piecesOut")));
    }

    private static Optional<Pieces> pieces(JsonNode list) throws IOException {
        if (!list.isArray() || list.isEmpty() || list.size() > MOST_LEVELS) {
            return Optional.empty();
        }
        var pieces = new TreeMap<Denomination, Integer>();
        for (var each : list) {
            pieces.merge(denomination(each), count(each.path("count")), Integer::sum);
        }
        return Optional.of(Pieces.of(pieces));
    }

    private static Denomination denomination(JsonNode node) throws IOException {
        String currency = JsonText.words(node.path("currency"));
        long value = JsonText.amount(node.path("value")).orElse(0);
        if (!currency.matches(CURRENCY) || value < 1 || value > LARGEST_WORTH) {
            throw new IOException("a piece of no currency or value");
        }
        return new Denomination(currency, value);
    }

    private static int count(JsonNode node) throws IOException {
        long count = JsonText.amount(node).orElse(-1);
        if (count < 0 || count > MOST_PIECES) {
            throw new IOException("a count that is no number");
        }
        return (int) count;
    }

    private static long optional(JsonNode node) throws IOException {
        return node.isMissingNode() || node.isNull() ? 0 : sum(node);
    }

    private static long sum(JsonNode node) throws IOException {
        long sum = JsonText.amount(node).orElse(-1);
        if (sum < 0) {
            throw new IOException("a transaction without its totals");
        }
        return sum;
    }
}
