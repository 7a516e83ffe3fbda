package org.countinghouse.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The fast reader and the one of any JSON agree wherever the fast one has an opinion.
class CanonicalEnvelopeTest {
    @Test
    void theGoldenEntryIsReadAsTheOtherReaderReadsIt() {
        var body = EnvelopeTest.sale(12).canonical();
        assertThat(fast(body)).contains(Envelope.read(body));
    }

    @Test
    void anApproverAndNoShiftAreReadToo() {
        var sale = EnvelopeTest.sale(7);
        var body = new Envelope(
                        sale.stream(),
                        7,
                        sale.id(),
                        sale.recordedAt().plusMillis(7),
                        sale.businessDate(),
                        "no-sale",
                        null,
                        "dara",
                        "sokha",
                        List.of(),
                        List.of(),
                        sale.payload())
                .canonical();
        assertThat(fast(body)).contains(Envelope.read(body));
    }

    @Test
    void whatIsSpelledAnotherWayIsLeftToTheOtherReader() {
        var body = EnvelopeTest.sale(12).canonical();
        var upperCase = body.replace("7b1a", "7B1A");
        assertThat(fast(body.replace(":12,", ": 12,"))).isEmpty();
        assertThat(fast(body.replace(":12,", ":012,"))).isEmpty();
        assertThat(fast(body.replace("\"dara\"", "\"d\\u0061ra\""))).isEmpty();
        assertThat(fast(body.replace("\"v\":1", "\"v\":2"))).isEmpty();
        assertThat(fast(body + " ")).isEmpty();
        assertThat(fast(upperCase)).isEmpty();
        assertThat(Envelope.read(upperCase)).isEqualTo(Envelope.read(body));
    }

    @Test
    void anotherStreamsEntryIsLeftToTheOtherReader() {
        var body = EnvelopeTest.sale(12).canonical().getBytes(UTF_8);
        var other = new Stream("bread-basket", "counter-2", 1);
        assertThatThrownBy(() -> CanonicalEnvelope.read(body, other, CanonicalEnvelopeTest::payload))
                .isInstanceOf(WireException.class);
    }

    @Test
    void bytesThatAreNotUtf8AreLeftToTheOtherReader() {
        var body = EnvelopeTest.sale(12).canonical().getBytes(UTF_8);
        int khmer = new String(body, UTF_8).indexOf('ក');
        body[new String(body, UTF_8).substring(0, khmer).getBytes(UTF_8).length + 1] = 'x';
        assertThat(fast(body)).isEmpty();
    }

    @Property(tries = 5_000)
    void anAlteredCharacterIsReadAsTheOtherReaderReadsItOrLeftToIt(
            @ForAll @IntRange(max = 100_000) int place, @ForAll char with) {
        var body = new StringBuilder(EnvelopeTest.sale(12).canonical());
        body.setCharAt(place % body.length(), with);
        agree(body.toString());
    }

    @Property(tries = 5_000)
    void anAlteredByteIsReadAsTheOtherReaderReadsItOrLeftToIt(
            @ForAll @IntRange(max = 100_000) int place, @ForAll byte with) {
        var body = EnvelopeTest.sale(12).canonical().getBytes(UTF_8);
        body[place % body.length] = with;
        fast(body).ifPresent(read -> assertThat(read).isEqualTo(Envelope.read(new String(body, UTF_8))));
    }

    @Test
    void aSequenceThatDoesNotCountFromOneIsLeftToTheOtherReader() {
        String body = EnvelopeTest.sale(12).canonical();
        assertThat(fast(body)).isPresent();
        assertThat(fast(body.replace("\"sequence\":12", "\"sequence\":-2"))).isEmpty();
        assertThat(fast(body.replace("\"sequence\":12", "\"sequence\":0"))).isEmpty();
    }

    @Property(tries = 2_000)
    void anyTextComesBackAsItWas(@ForAll String text, @ForAll long sequence) {
        var sale = EnvelopeTest.sale(1);
        var payload = JsonNodeFactory.instance.objectNode().put("note", text);
        var body = new Envelope(
                        sale.stream(),
                        Math.max(1, Math.abs(sequence)),
                        new UUID(sequence, sequence),
                        sale.recordedAt(),
                        sale.businessDate(),
                        "paid-in",
                        text,
                        text,
                        text,
                        sale.postings(),
                        sale.pieces(),
                        payload)
                .canonical();
        agree(body);
    }

    private static void agree(String body) {
        // What is sent are bytes: a character that has none, half of a pair, is not what comes back.
        fast(body)
                .ifPresent(read -> assertThat(read).isEqualTo(Envelope.read(new String(body.getBytes(UTF_8), UTF_8))));
    }

    private static Optional<Envelope> fast(String body) {
        return fast(body.getBytes(UTF_8));
    }

    private static Optional<Envelope> fast(byte[] body) {
        var sale = EnvelopeTest.sale(12);
        try {
            return Optional.of(CanonicalEnvelope.read(body, sale.stream(), CanonicalEnvelopeTest::payload))
                    .map(read -> new Envelope(
                            sale.stream(),
                            read.sequence(),
                            read.id(),
                            read.recordedAt(),
                            read.businessDate(),
                            read.payload().required("kind").stringValue(),
                            read.shift(),
                            read.actor(),
                            read.approver(),
                            read.postings(),
                            read.pieces(),
                            (ObjectNode) read.payload().required("payload")));
        } catch (WireException _) {
            return Optional.empty();
        }
    }

    /// The payloads these tests use; the kind is kept beside it.
    private static JsonNode payload(String kind, CanonicalCursor in) {
        var payload = JsonNodeFactory.instance.objectNode();
        if (in.takes("{\"lines\":[")) {
            payload.putArray("lines").add(in.text());
            in.expect(",true],\"note\":");
            ((ArrayNode) payload.required("lines")).add(true);
            payload.put("note", in.text());
            in.expect(",\"total\":");
            payload.put("total", (int) in.whole());
        } else {
            in.expect("{\"note\":");
            payload.put("note", in.text());
        }
        in.expect("}");
        return JsonNodeFactory.instance.objectNode().put("kind", kind).set("payload", payload);
    }
}
