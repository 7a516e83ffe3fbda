package org.countinghouse.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {
    private static final Hash GENESIS = Chain.genesis(EnvelopeTest.sale(1).stream(), Keys.PUBLIC.bytes());

    static Batch batch(int count) {
        var links = new ArrayList<Link>();
        var hash = GENESIS;
        for (int i = 1; i <= count; i++) {
            links.add(Chain.link(hash, EnvelopeTest.sale(i).canonical()));
            hash = links.getLast().hash();
        }
        return new Batch(EnvelopeTest.sale(1).stream(), 1, links);
    }

    private static PulledPage page() {
        var links = batch(2).links();
        return new PulledPage(
                List.of(new PulledPage.Pulled(41, links.get(0)), new PulledPage.Pulled(42, links.get(1))), 42, true);
    }

    @Test
    void theLinesOfABatchAreThoseOfTheGoldenFile() throws IOException {
        assertThat(batch(2).lines()).isEqualTo(golden("batch.ndjson"));
    }

    @Test
    void theLinesOfAPageAreThoseOfTheGoldenFile() throws IOException {
        assertThat(page().lines()).isEqualTo(golden("page.ndjson"));
    }

    @Test
    void theAnswersAreThoseOfTheGoldenFile() throws IOException {
        var answers = List.of(
                new PushReply.Acknowledged(12, GENESIS, 40),
                new PushReply.Gap(11, GENESIS),
                new PushReply.Fork(10, GENESIS),
                new PushReply.Corrupt(9, "body \"x\"\n"),
                new PushReply.Unauthorised("no such key"),
                new PushReply.TooLarge("9 MiB"),
                new PushReply.Busy(Duration.ofSeconds(3)));
        var lines = golden("answers.jsonl").lines().toList();
        assertThat(answers.stream().map(PushReply::json)).isEqualTo(lines);
        assertThat(lines.stream().map(PushReply::read)).isEqualTo(answers);
    }

    @Test
    void aBatchReadBackIsTheSameBatch() {
        assertThat(Batch.decode(batch(3).encode())).isEqualTo(batch(3));
    }

    @Test
    void aBatchPackedBySomebodyElseIsReadToo() throws IOException {
        assertThat(Batch.decode(packed(golden("batch.ndjson")))).isEqualTo(batch(2));
    }

    @Test
    void aPageReadBackIsTheSamePage() {
        assertThat(PulledPage.decode(page().encode())).isEqualTo(page());
    }

    @Test
    void anAlteredBodyIsCorrupt() {
        var altered = packed(batch(3).lines().replaceFirst("\"total\":350", "\"total\":351"));
        assertThatThrownBy(() -> Batch.decode(altered)).isInstanceOf(CorruptEntryException.class);
    }

    @Test
    void anEntryOutOfPlaceIsNamed() {
        var swapped = packed(batch(3).lines().replace("\"sequence\":2,", "\"sequence\":7,"));
        assertThatThrownBy(() -> Batch.decode(swapped))
                .isInstanceOfSatisfying(
                        CorruptEntryException.class,
                        e -> assertThat(e.sequence()).isEqualTo(2))
                .hasMessageContaining("bread-basket/counter-1/1 7");
    }

    @Test
    void aBatchThatAnnouncesMoreThanItCarriesIsRefused() {
        var fewer = packed(batch(2).lines().replace("\"count\":2", "\"count\":3"));
        assertThatThrownBy(() -> Batch.decode(fewer)).isInstanceOf(WireException.class);
    }

    @Test
    void aCutBatchIsRefusedWhereverItIsCut() {
        byte[] whole = batch(2).encode();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Batch.decode(cut)).isInstanceOf(WireException.class);
        }
    }

    @Test
    void aDecompressionBombIsRefusedBeforeItUnpacks() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            var zeros = new byte[1024 * 1024];
            for (int i = 0; i < 512; i++) {
                gzip.write(zeros);
            }
        }
        assertThat(bomb.size()).isLessThan(1024 * 1024);
        assertThatThrownBy(() -> Batch.decode(bomb.toByteArray())).isInstanceOf(OversizeException.class);
        assertThatThrownBy(() -> PulledPage.decode(bomb.toByteArray())).isInstanceOf(OversizeException.class);
    }

    @Test
    void aBatchOfTooManyLinesIsRefused() {
        assertThatThrownBy(() -> Batch.decode(packed("{}\n".repeat(Batch.MOST_ENTRIES + 2))))
                .isInstanceOf(OversizeException.class);
    }

    @Test
    void aPageThatLeavesAPositionOutIsRefused() {
        var skipping = packed(page().lines().replace("\"position\":42", "\"position\":43"));
        assertThatThrownBy(() -> PulledPage.decode(skipping)).hasMessageContaining("position");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "null", "{}", "{\"problem\":1}", "{\"sequence\":-1}", "{\"problem\":\"new\"}", "{"})
    void nonsenseIsNoAnswer(String json) {
        assertThatThrownBy(() -> PushReply.read(json)).isInstanceOf(WireException.class);
        assertThatThrownBy(() -> Head.read(json)).isInstanceOf(WireException.class);
        assertThatThrownBy(() -> Enrolment.read(json)).isInstanceOf(WireException.class);
        assertThatThrownBy(() -> Enrolment.Reply.read(json)).isInstanceOf(WireException.class);
    }

    @Test
    void anEnrolmentReadBackIsTheSame() {
        var enrolment = new Enrolment(EnvelopeTest.sale(1).stream(), Keys.PUBLIC, "bread \"7\"");
        assertThat(Enrolment.read(enrolment.json())).isEqualTo(enrolment);
        var enrolled = new Enrolment.Reply.Enrolled(new Head(3, GENESIS));
        assertThat(Enrolment.Reply.read(enrolled.json())).isEqualTo(enrolled);
        assertThat(Enrolment.Reply.read(new Enrolment.Reply.OtherKey().json()))
                .isEqualTo(new Enrolment.Reply.OtherKey());
    }

    @Test
    void onlyConsecutiveEntriesMakeABatch() {
        var links = batch(3).links();
        assertThatThrownBy(() -> new Batch(EnvelopeTest.sale(1).stream(), 1, List.of(links.get(0), links.get(2))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static byte[] packed(String lines) {
        return Frame.pack(lines);
    }

    private static String golden(String name) throws IOException {
        try (var in = FrameTest.class.getResourceAsStream("/golden/" + name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
