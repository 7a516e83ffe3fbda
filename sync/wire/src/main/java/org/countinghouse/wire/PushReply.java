package org.countinghouse.wire;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/// The centre's answer to a batch, each with what the station does next. Written as one JSON object; all but the
/// acknowledgement carry the field `problem`.
public sealed interface PushReply {
    /// Durable at the centre up to here; a repeated batch gets the same answer. The station moves its resume point.
    ///
    /// @param position the place of that entry in the tenant's order
    record Acknowledged(long sequence, Hash hash, long position) implements PushReply {
        public Head head() {
            return new Head(sequence, hash);
        }
    }

    /// Something before the batch is missing. The station goes on from the centre's head.
    record Gap(long sequence, Hash hash) implements PushReply {
        public Head head() {
            return new Head(sequence, hash);
        }
    }

    /// The centre has another entry at this sequence. The station stops pushing and tells a person; it keeps selling.
    record Fork(long sequence, Hash hash) implements PushReply {}

    /// A body or a hash is wrong. The station sends again, then in smaller batches to find the one at fault.
    record Corrupt(long sequence, String message) implements PushReply {}

    /// The signature is not of a key enrolled for this stream. The station enrols and sends again.
    record Unauthorised(String message) implements PushReply {}

    /// Over a limit. The station sends less at a time.
    record TooLarge(String message) implements PushReply {}

    /// Not now. The station waits at least this long.
    record Busy(Duration retryAfter) implements PushReply {}

    default String json() {
        return switch (this) {
            case Acknowledged(var sequence, var hash, var position) ->
                "{\"hash\":\"" + hash + "\",\"position\":" + position + ",\"sequence\":" + sequence + "}";
            case Gap(var sequence, var hash) -> place("gap", sequence, hash);
            case Fork(var sequence, var hash) -> place("fork", sequence, hash);
            case Corrupt(var sequence, var message) ->
                "{\"message\":" + quoted(message) + ",\"problem\":\"corrupt\",\"sequence\":" + sequence + "}";
            case Unauthorised(var message) -> told("unauthorised", message);
            case TooLarge(var message) -> told("too-large", message);
            case Busy(var retryAfter) -> "{\"problem\":\"busy\",\"retryAfterMillis\":" + retryAfter.toMillis() + "}";
        };
    }

    /// @throws WireException when the text is none of these answers
    static PushReply read(String json) {
        return Json.read("an answer", json, node -> {
            if (!node.has("problem")) {
                return new Acknowledged(
                        Json.count(node, "sequence"), Json.hash(node, "hash"), Json.count(node, "position"));
            }
            return problem(node, Json.text(node, "problem"));
        });
    }

    private static PushReply problem(JsonNode node, String problem) {
        return switch (problem) {
            case "gap" -> new Gap(Json.count(node, "sequence"), Json.hash(node, "hash"));
            case "fork" -> new Fork(Json.count(node, "sequence"), Json.hash(node, "hash"));
            case "corrupt" -> new Corrupt(Json.count(node, "sequence"), Json.text(node, "message"));
            case "unauthorised" -> new Unauthorised(Json.text(node, "message"));
            case "too-large" -> new TooLarge(Json.text(node, "message"));
            case "busy" -> new Busy(Duration.ofMillis(Json.count(node, "retryAfterMillis")));
            default -> throw new WireException("an answer with the unknown problem \"" + problem + "\"");
        };
    }

    private static String place(String problem, long sequence, Hash hash) {
        return "{\"hash\":\"" + hash + "\",\"problem\":\"" + problem + "\",\"sequence\":" + sequence + "}";
    }

    private static String told(String problem, String message) {
        return "{\"message\":" + quoted(message) + ",\"problem\":\"" + problem + "\"}";
    }

    private static String quoted(String message) {
        var out = new StringBuilder(message.length() + 2);
        Canonical.writeText(message, out);
        return out.toString();
    }
}
