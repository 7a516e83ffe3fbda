package org.countinghouse.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Map;
import org.countinghouse.wire.PushReply;
import org.springframework.web.servlet.function.ServerResponse;

/// Answers as bytes we wrote ourselves, so that no converter has a say in them.
final class Responses {
    private static final Map<String, String> SAFE_PAGE = Map.of(
            "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer");

    private Responses() {}

    static ServerResponse of(PushReply reply) {
        return switch (reply) {
            case PushReply.Acknowledged _ -> json(200, reply.json());
            case PushReply.Gap _ -> json(409, reply.json());
            case PushReply.Fork _ -> json(409, reply.json());
            case PushReply.Corrupt _ -> json(400, reply.json());
            case PushReply.Unauthorised _ -> json(401, reply.json());
            case PushReply.TooLarge _ -> json(413, reply.json());
            case PushReply.Busy(var wait) -> later(503, reply.json(), wait);
        };
    }

    static ServerResponse json(int status, String json) {
        return bytes(status, "application/json", Map.of(), json.getBytes(UTF_8));
    }

    static ServerResponse later(int status, String json, Duration wait) {
        var seconds = String.valueOf(Math.max(1, wait.toSeconds()));
        return bytes(status, "application/json", Map.of("Retry-After", seconds), json.getBytes(UTF_8));
    }

    static ServerResponse packed(byte[] lines) {
        return bytes(200, "application/x-ndjson", Map.of("Content-Encoding", "gzip"), lines);
    }

    static ServerResponse page(int status, String html) {
        return bytes(status, "text/html; charset=utf-8", SAFE_PAGE, html.getBytes(UTF_8));
    }

    private static ServerResponse bytes(int status, String type, Map<String, String> headers, byte[] body) {
        return ServerResponse.status(status).build((_, response) -> {
            response.setContentType(type);
            headers.forEach(response::setHeader);
            response.setHeader("Cache-Control", "no-store");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            return null;
        });
    }
}
