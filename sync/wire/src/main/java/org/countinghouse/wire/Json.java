package org.countinghouse.wire;

import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the small JSON objects of the protocol; whatever is wrong with one becomes a [WireException].
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    /// @param what named in the message, such as "a batch's header"
    static <T> T read(String what, String json, Function<JsonNode, T> reader) {
        try {
            return reader.apply(MAPPER.readTree(json));
        } catch (WireException e) {
            throw e;
        } catch (JacksonException e) {
            throw new WireException(what + " is not the JSON expected: " + e.getOriginalMessage(), e);
        } catch (RuntimeException e) {
            throw new WireException(what + " cannot be read: " + e.getMessage(), e);
        }
    }

    static String text(JsonNode node, String name) {
        return node.required(name).stringValue();
    }

    static long whole(JsonNode node, String name) {
        JsonNode number = node.required(name);
        if (!number.isIntegralNumber() || !number.canConvertToLong()) {
            throw new WireException(name + " is a whole number of 64 bits, not " + number);
        }
        return number.longValue();
    }

    /// A whole number that counts from nought.
    static long count(JsonNode node, String name) {
        long count = whole(node, name);
        if (count < 0) {
            throw new WireException(name + " counts from 0, not " + count);
        }
        return count;
    }

    static boolean truth(JsonNode node, String name) {
        return node.required(name).booleanValue();
    }

    static Hash hash(JsonNode node, String name) {
        return Hash.parse(text(node, name));
    }

    static Stream stream(JsonNode node) {
        return new Stream(text(node, "tenant"), text(node, "station"), Math.toIntExact(whole(node, "epoch")));
    }

    static String line(Stream stream) {
        return "{\"epoch\":" + stream.epoch() + ",\"station\":\"" + stream.station() + "\",\"tenant\":\""
                + stream.tenant() + "\"}";
    }
}
