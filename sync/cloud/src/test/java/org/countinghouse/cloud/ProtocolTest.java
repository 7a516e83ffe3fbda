package org.countinghouse.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.countinghouse.wire.Batch;
import org.countinghouse.wire.Chain;
import org.countinghouse.wire.Enrolment;
import org.countinghouse.wire.Head;
import org.countinghouse.wire.Link;
import org.countinghouse.wire.PulledPage;
import org.countinghouse.wire.PushReply;
import org.countinghouse.wire.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolTest {
    private final CloudRig cloud = CloudRig.running();
    private final String tenant = cloud.newTenant();
    private final Counter counter = cloud.enrolled(tenant, "counter-1");
    private final String entries = CloudRig.path(counter.stream(), "/entries");

    @Test
    void aBatchIsAcknowledgedAndStoredVerbatim() {
        counter.sell(9);
        var reply = cloud.push(counter, counter.batch(1, 10));
        assertThat(reply)
                .isEqualTo(
                        new PushReply.Acknowledged(10, counter.journal.getLast().hash(), 10));
        assertThat(cloud.stored(counter.stream())).isEqualTo(counter.journal);
    }

    @Test
    void theSameBatchAgainGetsTheSameAnswerAndAddsNothing() {
        counter.sell(9);
        var first = cloud.push(counter, counter.batch(1, 10));
        assertThat(cloud.push(counter, counter.batch(1, 10))).isEqualTo(first);
        assertThat(cloud.push(counter, counter.batch(3, 7))).isEqualTo(first);
        assertThat(cloud.stored(counter.stream())).isEqualTo(counter.journal);
    }

    @Test
    void aBatchThatOverlapsAddsOnlyItsNewEntries() {
        counter.sell(19);
        cloud.push(counter, counter.batch(1, 10));
        assertThat(cloud.push(counter, counter.batch(6, 20))).isInstanceOf(PushReply.Acknowledged.class);
        assertThat(cloud.stored(counter.stream())).isEqualTo(counter.journal);
    }

    @Test
    void aBatchBehindAGapStoresNothingAndIsToldTheHead() {
        counter.sell(29);
        cloud.push(counter, counter.batch(1, 10));
        assertThat(cloud.push(counter, counter.batch(21, 30)))
                .isEqualTo(new PushReply.Gap(10, counter.journal.get(9).hash()));
        assertThat(cloud.stored(counter.stream())).hasSize(10);
    }

    @Test
    void aForkAtTheHeadIsRefused() {
        counter.sell(19);
        cloud.push(counter, counter.batch(1, 10));
        var honest = counter.journal.get(9);
        counter.restore(5);
        counter.sell(20);
        assertThat(cloud.push(counter, counter.batch(11, 20))).isEqualTo(new PushReply.Fork(10, honest.hash()));
        assertThat(cloud.stored(counter.stream())).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 10, 12, 25})
    void aForkBelowTheHeadIsRefusedThoughTheBatchIsKnownInPart(int last) {
        counter.sell(9);
        cloud.push(counter, counter.batch(1, 10));
        counter.restore(5);
        counter.sell(30);
        assertThat(cloud.push(counter, counter.batch(3, last))).isInstanceOf(PushReply.Fork.class);
        assertThat(cloud.push(counter, counter.batch(6, last))).isInstanceOf(PushReply.Fork.class);
        assertThat(cloud.stored(counter.stream())).hasSize(10);
    }

    @Test
    void aFirstEntryWithAnotherGenesisIsAFork() {
        var cloned = new Counter(tenant, "counter-1", 99);
        var reply = cloud.push(counter.identity, entries, cloned.batch(1, 1).encode());
        assertThat(PushReply.read(CloudRig.text(reply))).isInstanceOf(PushReply.Fork.class);
        assertThat(reply.statusCode()).isEqualTo(409);
    }

    @Test
    void anAlteredBodyIsCorruptAndNothingIsStored() {
        counter.sell(9);
        var altered = new ArrayList<>(counter.journal);
        var link = altered.get(4);
        altered.set(4, Chain.link(link.previous(), link.body().replace("\"sequence\":5,", "\"sequence\":6,")));
        for (int i = 5; i < altered.size(); i++) {
            altered.set(i, Chain.link(altered.get(i - 1).hash(), altered.get(i).body()));
        }
        var reply = cloud.push(counter, new Batch(counter.stream(), 1, altered));
        assertThat(reply)
                .isInstanceOfSatisfying(
                        PushReply.Corrupt.class,
                        corrupt -> assertThat(corrupt.sequence()).isEqualTo(5));
        assertThat(cloud.stored(counter.stream())).isEmpty();
    }

    @Test
    void bytesThatAreNoBatchAreCorrupt() {
        var reply = cloud.push(counter.identity, entries, "no gzip".getBytes(UTF_8));
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(PushReply.read(CloudRig.text(reply))).isInstanceOf(PushReply.Corrupt.class);
    }

    @Test
    void aBatchOfAnotherStreamThanThePathsIsCorrupt() {
        var other = cloud.enrolled(tenant, "counter-2");
        var reply = cloud.push(counter.identity, entries, other.batch(1, 1).encode());
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(cloud.stored(other.stream())).isEmpty();
    }

    @Test
    void aBodyChangedAfterSigningIsUnauthorised() {
        byte[] body = counter.batch(1, 1).encode();
        byte[] changed = body.clone();
        changed[changed.length - 1] ^= 1;
        var reply = cloud.send(cloud.signed(counter.identity, "POST", entries, body, changed));
        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(cloud.stored(counter.stream())).isEmpty();
    }

    @Test
    void aRequestWithoutASignatureIsUnauthorised() {
        for (String target :
                List.of(entries, CloudRig.path(counter.stream(), "/head"), "/v1/tenants/" + tenant + "/entries")) {
            var method = target.equals(entries) ? "POST" : "GET";
            var request = HttpRequest.newBuilder(cloud.address().resolve(target))
                    .method(method, HttpRequest.BodyPublishers.noBody());
            assertThat(cloud.send(request).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void aStationOfAnotherTenantReadsAndWritesNothingHere() {
        counter.sell(9);
        cloud.push(counter, counter.batch(1, 10));
        var stranger = cloud.enrolled(cloud.newTenant(), "counter-1");
        assertThat(cloud.get(stranger.identity, CloudRig.path(counter.stream(), "/head"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(cloud.get(stranger.identity, "/v1/tenants/" + tenant + "/entries?after=0&limit=9")
                        .statusCode())
                .isEqualTo(401);
        assertThat(cloud.push(stranger.identity, entries, stranger.batch(1, 1).encode())
                        .statusCode())
                .isEqualTo(401);
        assertThat(cloud.stored(counter.stream())).isEqualTo(counter.journal);
        assertThat(cloud.stored(stranger.stream())).isEmpty();
    }

    @Test
    void aNeighbourMayReadTheTenantButNotWriteForAnotherStation() {
        var neighbour = cloud.enrolled(tenant, "counter-2");
        var reply = cloud.push(neighbour.identity, entries, counter.batch(1, 1).encode());
        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(cloud.get(neighbour.identity, "/v1/tenants/" + tenant + "/entries?after=0&limit=9")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aDecompressionBombIsTooLarge() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 256; i++) {
                gzip.write(new byte[1024 * 1024]);
            }
        }
        assertThat(cloud.push(counter.identity, entries, bomb.toByteArray()).statusCode())
                .isEqualTo(413);
    }

    @Test
    void aBodyOverTheLimitIsTooLarge() {
        byte[] body = new byte[Batch.MOST_PACKED_BYTES + 1];
        assertThat(cloud.push(counter.identity, entries, body).statusCode()).isEqualTo(413);
    }

    @Test
    void theSameBatchFiveTimesAtOnceIsOneSetOfRowsAndOneAnswer() throws Exception {
        counter.sell(499);
        var replies = new HashSet<PushReply>();
        try (var at = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<PushReply> push = () -> cloud.push(counter, counter.batch(1, 500));
            for (var reply : at.invokeAll(List.of(push, push, push, push, push))) {
                replies.add(reply.get());
            }
        }
        assertThat(replies)
                .containsExactly(new PushReply.Acknowledged(
                        500, counter.journal.getLast().hash(), 500));
        assertThat(cloud.stored(counter.stream())).isEqualTo(counter.journal);
    }

    @Test
    void anIdUsedBeforeIsRefusedAndNamed() {
        counter.sell(4);
        cloud.push(counter, counter.batch(1, 5));
        var id = counter.journal.get(2).envelope().id().toString();
        counter.sell(3);
        var last = counter.journal.getLast();
        var repeated = Chain.link(
                last.previous(), last.body().replace(last.envelope().id().toString(), id));
        counter.journal.set(7, repeated);
        var reply = cloud.push(counter, counter.batch(6, 8));
        assertThat(reply).isInstanceOfSatisfying(PushReply.Corrupt.class, corrupt -> {
            assertThat(corrupt.sequence()).isEqualTo(8);
            assertThat(corrupt.message()).contains(id);
        });
        assertThat(cloud.stored(counter.stream())).hasSize(5);
        assertThat(headOf(counter).sequence()).isEqualTo(5);
    }

    @Test
    void anEntryTheSumsCannotReadIsStoredAndHoldsUpNothing() {
        counter.sell(5);
        for (int i : List.of(2, 3)) {
            var link = counter.journal.get(i);
            var strange = i == 2
                    ? link.body().replace("\"postings\":[[", "\"postings\":[[{},")
                    : link.body().replace("till/1", "till/\\u0000\\ud800");
            counter.journal.set(i, new Link(link.previous(), link.hash(), strange));
        }
        for (int i = 2; i < counter.journal.size(); i++) {
            counter.journal.set(
                    i,
                    Chain.link(
                            counter.journal.get(i - 1).hash(),
                            counter.journal.get(i).body()));
        }
        assertThat(cloud.push(counter, counter.batch(1, 6))).isInstanceOf(PushReply.Acknowledged.class);
        assertThat(cloud.stored(counter.stream())).isEqualTo(counter.journal);
        assertThat(cloud.quarantined(tenant)).containsExactly(3L, 4L);
    }

    @Test
    void theHeadOfAnEnrolledStreamIsItsGenesis() {
        assertThat(headOf(counter))
                .isEqualTo(Head.empty(
                        counter.stream(), counter.identity.publicKey().bytes()));
    }

    @Test
    void enrollingAgainIsHarmlessAnotherKeyIsRefusedAndSoIsAWrongCode() {
        var stream = counter.stream();
        assertThat(cloud.enrol(stream, counter.identity, CloudRig.CODE).statusCode())
                .isEqualTo(200);
        var other = new Counter(tenant, "counter-1", 5);
        assertThat(cloud.enrol(stream, other.identity, CloudRig.CODE).statusCode())
                .isEqualTo(409);
        var wrong = cloud.enrol(stream, counter.identity, "milk");
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(Enrolment.Reply.read(CloudRig.text(wrong))).isEqualTo(new Enrolment.Reply.WrongCode());
        var nowhere = cloud.enrol(new Stream("nowhere", "counter-1", 1), counter.identity, CloudRig.CODE);
        assertThat(nowhere.statusCode()).isEqualTo(403);
    }

    @Test
    void whoeverGuessesCodesIsSlowedDown() {
        for (int guess = 0; guess < WrongCodes.MOST; guess++) {
            cloud.enrol(counter.stream(), counter.identity, "guess-" + guess);
        }
        var reply = cloud.enrol(counter.stream(), counter.identity, CloudRig.CODE);
        assertThat(reply.statusCode()).isEqualTo(429);
        assertThat(reply.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void aTenantsEntriesComeInTheOrderTheyWereReceivedPageByPage() {
        var second = cloud.enrolled(tenant, "counter-2");
        counter.sell(9);
        second.sell(4);
        cloud.push(counter, counter.batch(1, 4));
        cloud.push(second, second.batch(1, 5));
        cloud.push(counter, counter.batch(5, 10));
        var pulled = new ArrayList<Link>();
        long after = 0;
        boolean more = true;
        while (more) {
            var page = PulledPage.decode(
                    cloud.get(counter.identity, "/v1/tenants/" + tenant + "/entries?after=" + after + "&limit=4")
                            .body());
            page.entries().forEach(entry -> pulled.add(entry.link()));
            after = page.last();
            more = page.more();
        }
        var expected = new ArrayList<>(counter.journal.subList(0, 4));
        expected.addAll(second.journal);
        expected.addAll(counter.journal.subList(4, 10));
        assertThat(pulled).isEqualTo(expected);
    }

    @Test
    void malformedPathsAndNumbersAreRefused() {
        assertThat(cloud.get(counter.identity, "/v1/tenants/" + tenant + "/entries?after=x")
                        .statusCode())
                .isEqualTo(400);
        assertThat(cloud.get(counter.identity, "/v1/tenants/" + tenant + "/entries?after=-1")
                        .statusCode())
                .isEqualTo(400);
        assertThat(cloud.get(counter.identity, "/v1/tenants/NO/entries").statusCode())
                .isEqualTo(400);
        assertThat(cloud.get(counter.identity, "/v1/tenants/" + tenant + "/stations/a/epochs/0/head")
                        .statusCode())
                .isEqualTo(400);
        assertThat(cloud.get(counter.identity, "/v1/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void theOwnersPageShowsStationsAndSumsAndEscapesWhatItIsAsked() {
        counter.sell(3);
        cloud.push(counter, counter.batch(1, 4));
        var page =
                CloudRig.text(cloud.send(HttpRequest.newBuilder(cloud.address().resolve("/?tenant=" + tenant))));
        assertThat(page).contains("counter-1", "till/1", "GBP");
        var attack = CloudRig.text(cloud.send(
                HttpRequest.newBuilder(cloud.address().resolve("/?tenant=%22%3E%3Cscript%3Ealert(1)%3C/script%3E"))));
        assertThat(attack).doesNotContain("<script>");
    }

    private Head headOf(Counter of) {
        return Head.read(CloudRig.text(cloud.get(of.identity, CloudRig.path(of.stream(), "/head"))));
    }
}
