package org.countinghouse.serial.glory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.countinghouse.serial.network.JsonText;
import tools.jackson.databind.JsonNode;

/// A text packet of Engine.IO 3 with socket.io 2 in it, as it stands in one WebSocket message: a digit
/// for the kind (0 open, 1 close, 2 ping, 3 pong, 4 message, 6 noop), and in a message a second one (0
/// connect, 1 disconnect, 2 event, 3 acknowledgement, 4 error, 5 event with bytes). Only the name space
/// everybody begins in is used.
sealed interface SocketIoPacket {
    /// @param pingEvery how often we shall give a sign of life
    /// @param pongWithin how long its answer may take
    record Opened(Duration pingEvery, Duration pongWithin) implements SocketIoPacket {}

    /// The machine ends the connection.
    record Closed() implements SocketIoPacket {}

    /// @param words come back in the pong
    record Ping(String words) implements SocketIoPacket {}

    record Pong() implements SocketIoPacket {}

    /// From now on messages may be sent.
    record Connected() implements SocketIoPacket {}

    record Refused(String words) implements SocketIoPacket {}

    record Event(String name, List<JsonNode> arguments) implements SocketIoPacket {
        public Event {
            arguments = List.copyOf(arguments);
        }

        /// An argument; a missing node when there are fewer.
        JsonNode argument(int index) {
            return index < arguments.size()
                    ? arguments.get(index)
                    : JsonText.newObject().path("");
        }
    }

    /// An event whose bytes follow in messages of their own.
    record Announced(int attachments) implements SocketIoPacket {}

    /// Something we have no use for.
    record Other() implements SocketIoPacket {}

    /// In letters. What is longer is no packet of a cash machine.
    int LONGEST = 64 * 1024;

    /// What Engine.IO 3 does when nobody said otherwise.
    Duration USUAL_PING = Duration.ofSeconds(25);

    /// As long as the public client of this machine waits.
    Duration USUAL_PONG = Duration.ofSeconds(10);

    long SHORTEST_WAIT = 50;

    Pattern EVENT = Pattern.compile("[0-9]{0,9}(\\[.*)", Pattern.DOTALL);
    Pattern ANNOUNCED = Pattern.compile("([1-9])-[0-9]{0,9}\\[.*", Pattern.DOTALL);

    /// @throws IOException when it is no packet, or one that may not be
    static SocketIoPacket read(String text) throws IOException {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IOException("no packet: " + text.length() + " letters");
        }
        String rest = text.substring(1);
        return switch (text.charAt(0)) {
            case '0' -> opened(rest);
            case '1' -> new Closed();
            case '2' -> new Ping(rest);
            case '3' -> new Pong();
            case '4' -> message(rest);
            case '5', '6' -> new Other();
            default -> throw new IOException("a packet of a kind that is none");
        };
    }

    /// An event as we send it: `42["name",…]`.
    static String event(String name, JsonNode... arguments) {
        var list = JsonText.newList().add(name);
        for (JsonNode each : arguments) {
            list.add(each);
        }
        return "42" + new String(JsonText.bytes(list), StandardCharsets.UTF_8);
    }

    private static SocketIoPacket opened(String json) throws IOException {
        var told = JsonText.object(json.getBytes(StandardCharsets.UTF_8));
        return new Opened(wait(told.path("pingInterval"), USUAL_PING), wait(told.path("pingTimeout"), USUAL_PONG));
    }

    /// A wait the machine may choose, but not so short that we do nothing else, nor longer than usual.
    private static Duration wait(JsonNode millis, Duration usual) {
        OptionalLong told = JsonText.amount(millis);
        return told.isEmpty()
                ? usual
                : Duration.ofMillis(Math.clamp(told.getAsLong(), SHORTEST_WAIT, usual.toMillis()));
    }

    private static SocketIoPacket message(String rest) throws IOException {
        if (rest.isEmpty()) {
            throw new IOException("a message without a kind");
        }
        String body = rest.substring(1);
        if (body.startsWith("/")) {
            return new Other();
        }
        return switch (rest.charAt(0)) {
            case '0' -> new Connected();
            case '1' -> new Closed();
            case '2' -> event(body);
            case '3', '6' -> new Other();
            case '4' -> new Refused(words(body));
            case '5' -> announced(body);
            default -> throw new IOException("a message of a kind that is none");
        };
    }

    private static Event event(String body) throws IOException {
        var form = EVENT.matcher(body);
        if (!form.matches()) {
            throw new IOException("an event that is no list");
        }
        var list = JsonText.list(form.group(1).getBytes(StandardCharsets.UTF_8));
        if (!list.path(0).isString()) {
            throw new IOException("an event without a name");
        }
        var arguments = new ArrayList<JsonNode>();
        for (int i = 1; i < list.size(); i++) {
            arguments.add(list.path(i));
        }
        return new Event(list.path(0).asString(""), arguments);
    }

    private static Announced announced(String body) throws IOException {
        var form = ANNOUNCED.matcher(body);
        if (!form.matches()) {
            throw new IOException("an event with bytes that does not tell how many");
        }
        return new Announced(Integer.parseInt(form.group(1)));
    }

    private static String words(String text) {
        String words = text.replaceAll("\\p{Cntrl}", " ").strip();
        return words.length() <= 160 ? words : words.substring(0, 160);
    }
}
