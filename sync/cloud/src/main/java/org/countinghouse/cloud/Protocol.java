package org.countinghouse.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.countinghouse.wire.Batch;
import org.countinghouse.wire.CorruptEntryException;
import org.countinghouse.wire.Enrolment;
import org.countinghouse.wire.OversizeException;
import org.countinghouse.wire.PublicKeyBytes;
import org.countinghouse.wire.PulledPage;
import org.countinghouse.wire.PushReply;
import org.countinghouse.wire.RequestSignature;
import org.countinghouse.wire.Stream;
import org.countinghouse.wire.WireException;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// The cloud's protocol, version 1, over HTTP. The only place in the server that knows paths and status codes; each
/// request but enrolment and health proves with its signature which tenant's station is asking.
final class Protocol {
    static final Duration TRY_AGAIN = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(Protocol.class);
    private static final int MOST_ENROLMENT_BYTES = 4 * 1024;
    private static final int PUSHES_AT_ONCE = 64;
    private static final byte[] NOTHING = new byte[0];
    private static final PushReply UNKNOWN =
            new PushReply.Unauthorised("the signature is not of a station this tenant has");

    private final Streams streams;
    private final Landing landing;
    private final TenantOrder order;
    private final Semaphore pushes = new Semaphore(PUSHES_AT_ONCE);

    Protocol(Streams streams, Landing landing, TenantOrder order) {
        this.streams = streams;
        this.landing = landing;
        this.order = order;
    }

    RouterFunction<ServerResponse> routes() {
        var stream = "/v1/tenants/{tenant}/stations/{station}/epochs/{epoch}";
        return route().GET("/v1/health", _ -> Responses.json(200, "{\"status\":\"up\"}"))
                .POST("/v1/stations", this::enrol)
                .GET(stream + "/head", this::head)
                .POST(stream + "/entries", this::push)
                .GET("/v1/tenants/{tenant}/entries", this::pull)
                .onError(DataAccessException.class, (e, request) -> unavailable(e, request))
                .onError(IllegalArgumentException.class, (e, _) -> malformed(e))
                .build();
    }

    private ServerResponse enrol(ServerRequest request) throws IOException {
        byte[] body = body(request, MOST_ENROLMENT_BYTES);
        if (body.length > MOST_ENROLMENT_BYTES) {
            return answer(new PushReply.TooLarge("an enrolment is small"));
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
        if (!isSigned(request, stream, NOTHING)) {
            return answer(UNKNOWN);
        }
        return streams.head(stream)
                .map(head -> Responses.json(200, head.json()))
                .orElseGet(() -> answer(UNKNOWN));
    }

    private ServerResponse push(ServerRequest request) throws IOException {
        if (!pushes.tryAcquire()) {
            return answer(new PushReply.Busy(TRY_AGAIN));
        }
        try {
            byte[] body = body(request, Batch.MOST_PACKED_BYTES);
            return answer(push(request, body));
        } finally {
            pushes.release();
        }
    }

    private PushReply push(ServerRequest request, byte[] body) {
        var stream = stream(request);
        if (body.length > Batch.MOST_PACKED_BYTES) {
            return new PushReply.TooLarge("a batch has at most " + Batch.MOST_PACKED_BYTES + " bytes");
        }
        if (!isSigned(request, stream, body)) {
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
        if (!isSigned(request, tenant)) {
            return answer(UNKNOWN);
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

    /// The key must be the stream's own: an older epoch's key writes nothing into a newer one.
    private boolean isSigned(ServerRequest request, Stream stream, byte[] body) {
        var signature = signature(request);
        if (signature == null || !signature.station().equals(stream.station())) {
            return false;
        }
        var key = streams.keys(stream.tenant(), stream.station()).get(stream.epoch());
        return key != null && signature.verifies(key, signed(request, body));
    }

    private boolean isSigned(ServerRequest request, String tenant) {
        var signature = signature(request);
        if (signature == null) {
            return false;
        }
        Map<Integer, PublicKeyBytes> keys = streams.keys(tenant, signature.station());
        return keys.values().stream().anyMatch(key -> signature.verifies(key, signed(request, NOTHING)));
    }

    private static @Nullable RequestSignature signature(ServerRequest request) {
        var written = request.headers().firstHeader(RequestSignature.FIELD);
        try {
            return written == null ? null : RequestSignature.read(written);
        } catch (WireException e) {
            return null;
        }
    }

    private static RequestSignature.Request signed(ServerRequest request, byte[] body) {
        HttpServletRequest servlet = request.servletRequest();
        var query = servlet.getQueryString();
        var target = servlet.getRequestURI() + (query == null ? "" : "?" + query);
        return new RequestSignature.Request(servlet.getMethod(), target, body);
    }

    /// One byte more than allowed shows that there is more.
    private static byte[] body(ServerRequest request, int most) throws IOException {
        return request.servletRequest().getInputStream().readNBytes(most + 1);
    }

    private static ServerResponse answer(PushReply reply) {
        return switch (reply) {
            case PushReply.Acknowledged _ -> Responses.json(200, reply.json());
            case PushReply.Gap _ -> Responses.json(409, reply.json());
            case PushReply.Fork _ -> Responses.json(409, reply.json());
            case PushReply.Corrupt _ -> Responses.json(400, reply.json());
            case PushReply.Unauthorised _ -> Responses.json(401, reply.json());
            case PushReply.TooLarge _ -> Responses.json(413, reply.json());
            case PushReply.Busy(var wait) -> Responses.later(503, reply.json(), wait);
        };
    }

    private static ServerResponse malformed(Throwable e) {
        return answer(new PushReply.Corrupt(0, String.valueOf(e.getMessage())));
    }

    private static ServerResponse unavailable(Throwable e, ServerRequest request) {
        LOG.error("{} {} could not be done by the database", request.method(), request.path(), e);
        return answer(new PushReply.Busy(TRY_AGAIN));
    }
}
