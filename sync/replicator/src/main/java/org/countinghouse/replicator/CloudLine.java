package org.countinghouse.replicator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.countinghouse.wire.Batch;
import org.countinghouse.wire.Enrolment;
import org.countinghouse.wire.Head;
import org.countinghouse.wire.PulledPage;
import org.countinghouse.wire.PushReply;
import org.countinghouse.wire.RequestSignature;
import org.countinghouse.wire.Setting;
import org.countinghouse.wire.WireException;

/// The cloud's protocol, version 1, over HTTP: asks one thing at a time and turns every answer into our
/// words. The only place here that knows a status code.
final class CloudLine {
    private static final Duration UNNAMED_WAIT = Duration.ofSeconds(5);
    private static final byte[] NOTHING = new byte[0];

    private final StationIdentity me;
    private final CloudAddress cloud;
    private final Surroundings world;

    CloudLine(StationIdentity me, CloudAddress cloud, Surroundings world) {
        this.me = me;
        this.cloud = cloud;
        this.world = world;
    }

    Enrolment.Reply enrol() throws Pause, InterruptedException {
        var enrolment = new Enrolment(me.stream(), me.publicKey(), cloud.enrolmentCode());
        var request = HttpRequest.newBuilder(cloud.at("/v1/stations"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(enrolment.json()));
        var response = send(request);
        return switch (response.statusCode()) {
            case 200, 403, 409 -> understood(response, Enrolment.Reply::read);
            case 429, 503 -> throw new Pause(new Pause.Cause.Busy(retryAfter(response)));
            default -> throw unexpected(response);
        };
    }

    Answer<Head> head() throws Pause, InterruptedException {
        var response = send(signed("GET", stream() + "/head", NOTHING));
        return answer(response, answered -> Head.read(text(answered)));
    }

    PushReply push(Batch batch) throws Pause, InterruptedException {
        byte[] body = batch.encode();
        var response = send(signed("POST", stream() + "/entries", body)
                .header("Content-Type", "application/x-ndjson")
                .header("Content-Encoding", "gzip"));
        return switch (response.statusCode()) {
            case 200, 400, 409 -> understood(response, PushReply::read);
            case 401, 403 -> new PushReply.Unauthorised(text(response));
            case 413 -> new PushReply.TooLarge(text(response));
            case 429, 503 -> new PushReply.Busy(retryAfter(response));
            default -> throw unexpected(response);
        };
    }

    Answer<PulledPage> pull(long after, int limit) throws Pause, InterruptedException {
        var target = "/v1/tenants/" + me.stream().tenant() + "/entries?after=" + after + "&limit=" + limit;
        return answer(send(signed("GET", target, NOTHING)), answered -> PulledPage.decode(answered.body()));
    }

    /// The centre's newest version of a setting; empty where it has none.
    Answer<Optional<Setting>> setting(String key) throws Pause, InterruptedException {
        var response = send(signed("GET", settingAt(key), NOTHING));
        return response.statusCode() == 404
                ? new Answer.Given<>(none(response))
                : answer(response, answered -> Optional.of(Setting.read(text(answered))));
    }

    /// A 404 of somebody else's, or of a centre that knows no settings yet, is not the centre's word.
    private static Optional<Setting> none(HttpResponse<byte[]> response) throws Pause {
        return switch (understood(response, Setting.Reply::read)) {
            case Setting.Reply.None _ -> Optional.empty();
            case Setting.Reply.Accepted _, Setting.Reply.Newer _ -> throw unexpected(response);
        };
    }

    Answer<Setting.Reply> send(Setting made) throws Pause, InterruptedException {
        byte[] body = made.json().getBytes(UTF_8);
        var response = send(signed("POST", settingAt(made.key()), body).header("Content-Type", "application/json"));
        return switch (response.statusCode()) {
            case 404, 409 -> new Answer.Given<>(understood(response, Setting.Reply::read));
            default -> answer(response, answered -> Setting.Reply.read(text(answered)));
        };
    }

    private String settingAt(String key) {
        return "/v1/tenants/" + me.stream().tenant() + "/stations/"
                + me.stream().station() + "/settings/" + key;
    }

    private String stream() {
        return "/v1/tenants/" + me.stream().tenant() + "/stations/"
                + me.stream().station() + "/epochs/" + me.stream().epoch();
    }

    private HttpRequest.Builder signed(String method, String target, byte[] body) {
        var signature = RequestSignature.sign(
                me.privateKey(),
                me.stream().station(),
                world.clock().instant(),
                new RequestSignature.Request(method, target, body));
        return HttpRequest.newBuilder(cloud.at(target))
                .header(RequestSignature.FIELD, signature.written())
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    }

    /// The limit covers the answer's last byte: the client's own timeout ends with the first one.
    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Pause, InterruptedException {
        var answer = world.http()
                .sendAsync(
                        request.version(HttpClient.Version.HTTP_1_1).build(),
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), PulledPage.MOST_PACKED_BYTES));
        try {
            return answer.get(world.pace().answerLimit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw Pause.unreachable(
                    "no answer within " + world.pace().answerLimit().toMillis() + " ms");
        } catch (ExecutionException e) {
            throw Pause.unreachable(String.valueOf(e.getCause()));
        } finally {
            answer.cancel(true);
        }
    }

    private static <T> Answer<T> answer(HttpResponse<byte[]> response, Function<HttpResponse<byte[]>, T> reader)
            throws Pause {
        return switch (response.statusCode()) {
            case 200 -> {
                try {
                    yield new Answer.Given<>(reader.apply(response));
                } catch (WireException e) {
                    throw Pause.unreachable("an answer that is not ours: " + e.getMessage());
                }
            }
            case 401, 403 -> new Answer.Unauthorised<>(text(response));
            case 429, 503 -> new Answer.Busy<>(retryAfter(response));
            default -> throw unexpected(response);
        };
    }

    private static <T> T understood(HttpResponse<byte[]> response, Function<String, T> reader) throws Pause {
        try {
            return reader.apply(text(response));
        } catch (WireException e) {
            throw Pause.unreachable(
                    "status " + response.statusCode() + ", an answer that is not ours: " + e.getMessage());
        }
    }

    private static Duration retryAfter(HttpResponse<byte[]> response) {
        try {
            return response.headers()
                    .firstValue("Retry-After")
                    .map(seconds -> Duration.ofSeconds(Math.max(0, Integer.parseInt(seconds))))
                    .orElse(UNNAMED_WAIT);
        } catch (NumberFormatException e) {
            return UNNAMED_WAIT;
        }
    }

    private static Pause unexpected(HttpResponse<byte[]> response) {
        return Pause.unreachable("the cloud answered with status " + response.statusCode());
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), UTF_8);
    }
}
