package org.countinghouse.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.countinghouse.wire.Batch;
import org.countinghouse.wire.CorruptEntryException;
import org.countinghouse.wire.Enrolment;
import org.countinghouse.wire.OversizeException;
import org.countinghouse.wire.PulledPage;
import org.countinghouse.wire.PushReply;
import org.countinghouse.wire.Stream;
import org.countinghouse.wire.WireException;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// The cloud's protocol, version 1, over HTTP. Here, in [SettingsProtocol]
/// and in [Responses] are all paths and status codes there are; each request but enrolment and health
/// proves with its signature which tenant's station is asking.
final class Protocol {
    static final Duration TRY_AGAIN = Duration.ofSeconds(2);
    static final PushReply UNKNOWN = new PushReply.Unauthorised("the signature is not of a station this tenant has");

    private static final Logger LOG = LoggerFactory.getLogger(Protocol.class);
    private static final int MOST_ENROLMENT_BYTES = 4 * 1024;
    private static final int PUSHES_AT_ONCE = 64;

    private final Streams streams;
    private final Landing landing;
    private final TenantOrder order;
    private final Signatures signatures;
    private final SettingsProtocol settings;
    private final Semaphore pushes = new Semaphore(PUSHES_AT_ONCE);

    Protocol(Streams streams, Landing landing, TenantOrder order, Settings settings) {
        this.streams = streams;
        this.landing = landing;
        this.order = order;
        this.signatures = new Signatures(streams);
        this.settings = new SettingsProtocol(signatures, settings);
    }

    RouterFunction<ServerResponse> routes() {
        var stream = "/v1/tenants/{tenant}/stations/{station}/epochs/{epoch}";
        return route().GET("/v1/health", _ -> Responses.json(200, "{\"status\":\"up\"}"))
                .POST("/v1/stations", this::enrol)
                .GET(stream + "/head", this::head)
                .POST(stream + "/entries", this::push)
                .GET("/v1/tenants/{tenant}/entries", this::pull)
                .add(settings.routes())
                .onError(Throwable.class, Protocol::fault)
                .build();
    }

    private ServerResponse enrol(ServerRequest request) throws IOException {
        byte[] body = body(request, MOST_ENROLMENT_BYTES);
        if (body.length > MOST_ENROLMENT_BYTES) {
            return Responses.of(new PushReply.TooLarge("an enrolment is small"));
        }
        try {
            var reply = streams.enrol(Enrolment.read(new String(body, UTF_8)));
            return switch (reply) {
                case Enrolment.Reply.Enrolled _ -> Responses.json(200, reply.json());
                case Enrolment.Reply.WrongCode _ -> Responses.json(403, reply.json());
                case Enrolment.Reply.OtherKey _ -> Responses.json(409, reply.json());
                case Enrolment.Reply.Later _ -> Responses.later(429, reply.json(), WrongCodes.SPAN);
            };
        } catch (WireException e) {
            return malformed(e);
        }
    }

    private ServerResponse head(ServerRequest request) {
        var stream = stream(request);
        if (!signatures.isOf(stream, request, Signatures.NO_BODY)) {
            return Responses.of(UNKNOWN);
        }
        return streams.head(stream)
                .map(head -> Responses.json(200, head.json()))
                .orElseGet(() -> Responses.of(UNKNOWN));
    }

    private ServerResponse push(ServerRequest request) throws IOException {
        if (!pushes.tryAcquire()) {
            return Responses.of(new PushReply.Busy(TRY_AGAIN));
        }
        try {
            byte[] body = body(request, Batch.MOST_PACKED_BYTES);
            return Responses.of(push(request, body));
        } finally {
            pushes.release();
        }
    }

    private PushReply push(ServerRequest request, byte[] body) {
        var stream = stream(request);
        if (body.length > Batch.MOST_PACKED_BYTES) {
            return new PushReply.TooLarge("a batch has at most " + Batch.MOST_PACKED_BYTES + " bytes");
        }
        if (!signatures.isOf(stream, request, body)) {
            return UNKNOWN;
        }
        try {
            var batch = Batch.decode(body);
            return batch.stream().equals(stream)
                    ? landing.land(batch)
                    : new PushReply.Corrupt(batch.firstSequence(), "the batch is of " + batch.stream());
        } catch (OversizeException e) {
            return new PushReply.TooLarge(String.valueOf(e.getMessage()));
        } catch (CorruptEntryException e) {
            return new PushReply.Corrupt(e.sequence(), String.valueOf(e.getMessage()));
        } catch (WireException e) {
            return new PushReply.Corrupt(0, String.valueOf(e.getMessage()));
        }
    }

    private ServerResponse pull(ServerRequest request) {
        var tenant = new Stream(request.pathVariable("tenant"), "any", 1).tenant();
        if (!signatures.isOfTenant(tenant, request)) {
            return Responses.of(UNKNOWN);
        }
        long after = Long.parseLong(request.param("after").orElse("0"));
        int limit = Integer.parseInt(request.param("limit").orElse("500"));
        if (after < 0 || limit < 1) {
            return malformed(new IllegalArgumentException("after counts from 0 and limit from 1"));
        }
        return Responses.packed(order.page(tenant, after, Math.min(limit, PulledPage.MOST_ENTRIES))
                .encode());
    }

    private static Stream stream(ServerRequest request) {
        return new Stream(
                request.pathVariable("tenant"),
                request.pathVariable("station"),
                Integer.parseInt(request.pathVariable("epoch")));
    }

    /// One byte more than allowed shows that there is more.
    static byte[] body(ServerRequest request, int most) throws IOException {
        return request.servletRequest().getInputStream().readNBytes(most + 1);
    }

    private static ServerResponse malformed(Throwable e) {
        return Responses.of(new PushReply.Corrupt(0, String.valueOf(e.getMessage())));
    }

    /// The outermost loop of a request: whatever happened, the next one is served.
    private static ServerResponse fault(Throwable e, ServerRequest request) {
        return switch (e) {
            case IllegalArgumentException malformed -> malformed(malformed);
            case DataAccessException unavailable -> {
                LOG.error("{} {} could not be done by the database", request.method(), request.path(), unavailable);
                yield Responses.of(new PushReply.Busy(TRY_AGAIN));
            }
            case IOException cut -> Responses.of(new PushReply.Corrupt(0, "the request was cut off"));
            default -> {
                LOG.error("{} {} failed", request.method(), request.path(), e);
                yield Responses.json(500, "{\"problem\":\"failed\"}");
            }
        };
    }
}
