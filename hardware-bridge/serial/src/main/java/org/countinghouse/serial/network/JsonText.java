package org.countinghouse.serial.network;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON from a machine: read with limits, whatever it is.
public final class JsonText {
    private static final int DEEPEST = 24;
    private static final int LONGEST_TEXT = 64 * 1024;
    private static final int LONGEST_NUMBER = 24;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_TOKENS = 40_000;
    private static final int LONGEST_WORDS = 160;
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,12}(\\.0{1,4})?");

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(HttpLine.LARGEST_ANSWER)
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxNameLength(LONGEST_NAME)
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private JsonText() {}

    /// @throws IOException when it is not one object within the limits; the message repeats nothing of
    ///        it
    public static JsonNode object(byte[] text) throws IOException {
        return read(text, JsonNode::isObject);
    }

    /// @throws IOException when it is not one list within the limits
    public static JsonNode list(byte[] text) throws IOException {
        return read(text, JsonNode::isArray);
    }

    /// A text that is JSON itself, as older machines wrap their answers.
    public static JsonNode inner(JsonNode node) throws IOException {
        return node.isString() ? object(node.asString("").getBytes(java.nio.charset.StandardCharsets.UTF_8)) : node;
    }

    public static ObjectNode newObject() {
        return MAPPER.createObjectNode();
    }

    public static ArrayNode newList() {
        return MAPPER.createArrayNode();
    }

    public static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    /// Whole minor units, as a number or as digits in a text; empty when it is anything else.
    public static OptionalLong amount(JsonNode node) {
        String text = node.isString() || node.isNumber() ? node.asString("").strip() : "";
        if (!AMOUNT.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        int point = text.indexOf('.');
        return OptionalLong.of(Long.parseLong(point < 0 ? text : text.substring(0, point)));
    }

    /// A text or number as text, without control characters and not too long; empty text when it is
    /// anything else.
    public static String words(JsonNode node) {
        if (!node.isString() && !node.isNumber()) {
            return "";
        }
        String text = node.asString("").replaceAll("\\p{Cntrl}", " ").strip();
        return text.length() <= LONGEST_WORDS ? text : text.substring(0, LONGEST_WORDS);
    }

    private static JsonNode read(byte[] text, Predicate<JsonNode> kind) throws IOException {
        try {
            var node = MAPPER.readTree(text);
            if (node != null && kind.test(node)) {
                return node;
            }
        } catch (JacksonException _) {
            // Said below, without what came.
        }
        throw new IOException("the answer is not JSON we can read");
    }
}
