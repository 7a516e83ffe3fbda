package org.countinghouse.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class EnvelopeTest {
    private static final Stream COUNTER_1 = new Stream("bread-basket", "counter-1", 1);

    static Envelope sale(long sequence) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("total", 350).put("note", "កាហ្វេ \"ice\"\n\u0001");
        payload.putArray("lines").add("Bread").add(true);
        return new Envelope(
                COUNTER_1,
                sequence,
                UUID.fromString("0192f0c8-7b1a-7c3e-9d52-3f1b2c4d5e6f"),
                Instant.parse("2016-10-30T09:58:11Z"),
                LocalDate.parse("2016-10-30"),
                "sale-made",
                "1-1",
                "dara",
                null,
                List.of(new Envelope.Posting("till/1", "GBP", 350), new Envelope.Posting("sales", "GBP", -350)),
                List.of(new Envelope.Piece("till/1", "GBP", 500, 1), new Envelope.Piece("till/1", "GBP", 50, -3)),
                payload);
    }

    @Test
    void theCanonicalBytesAreThoseOfTheGoldenFile() throws IOException {
        assertThat(sale(12).canonical()).isEqualTo(golden("sale-made.json"));
    }

    @Test
    void theHashOfTheGoldenEntryNeverChanges() throws IOException {
        var genesis = Chain.genesis(COUNTER_1, "key".getBytes(UTF_8));
        assertThat(Chain.link(genesis, golden("sale-made.json")).hash().hex()).isEqualTo(golden("sale-made.sha256"));
    }

    @Test
    void aBodyReadAndWrittenAgainIsTheSameBody() {
        var body = sale(12).canonical();
        assertThat(Envelope.read(body)).isEqualTo(sale(12));
        assertThat(Envelope.read(body).canonical()).isEqualTo(body);
    }

    @Test
    void aChangedAmountBreaksTheLink() {
        var link = Chain.link(Chain.genesis(COUNTER_1, new byte[1]), sale(1).canonical());
        var altered = new Link(link.previous(), link.hash(), link.body().replace("350", "351"));
        assertThat(Chain.holds(link)).isTrue();
        assertThat(Chain.holds(altered)).isFalse();
    }

    @Test
    void anotherKeyOrStationStartsAnotherChain() {
        var genesis = Chain.genesis(COUNTER_1, new byte[] {1});
        assertThat(Chain.genesis(COUNTER_1, new byte[] {2})).isNotEqualTo(genesis);
        assertThat(Chain.genesis(new Stream("bread-basket", "counter-2", 1), new byte[] {1}))
                .isNotEqualTo(genesis);
    }

    @Test
    void aFractionIsNoMoney() {
        var payload = JsonNodeFactory.instance.objectNode().put("total", 3.5);
        assertThatThrownBy(() -> Canonical.text(payload)).isInstanceOf(WireException.class);
    }

    @Test
    void aBodyWithoutPostingsIsRefusedWithTheReason() {
        var body = sale(1).canonical().replace("\"postings\"", "\"costings\"");
        assertThatThrownBy(() -> Envelope.read(body))
                .isInstanceOf(WireException.class)
                .hasMessageContaining("postings");
    }

    @Test
    void aFieldGivenTwiceIsRefused() {
        assertThatThrownBy(() -> Envelope.read("{\"v\":1,\"v\":1}")).isInstanceOf(WireException.class);
    }

    @Test
    void aStationsNameCannotCarryASlash() {
        assertThatThrownBy(() -> new Stream("a", "b/c", 1)).hasMessageContaining("b/c");
    }

    private static String golden(String name) throws IOException {
        try (var in = EnvelopeTest.class.getResourceAsStream("/golden/" + name)) {
            return new String(in.readAllBytes(), UTF_8).strip();
        }
    }
}
