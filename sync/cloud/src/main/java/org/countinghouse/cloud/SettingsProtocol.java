package org.countinghouse.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.concurrent.Semaphore;
import org.countinghouse.wire.OversizeException;
import org.countinghouse.wire.PushReply;
import org.countinghouse.wire.Setting;
import org.countinghouse.wire.WireException;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// The part of the protocol that carries settings. A station reads and writes its own and nobody
/// else's: what is set for a device may be a secret of its vendor's.
final class SettingsProtocol {
    private static final int WRITES_AT_ONCE = 16;

    private final Signatures signatures;
    private final Settings settings;
    private final Semaphore writes = new Semaphore(WRITES_AT_ONCE);

    SettingsProtocol(Signatures signatures, Settings settings) {
        this.signatures = signatures;
        this.settings = settings;
    }

    RouterFunction<ServerResponse> routes() {
        var setting = "/v1/tenants/{tenant}/stations/{station}/settings/{key}";
        return route().GET(setting, this::newest).POST(setting, this::keep).build();
    }

    private ServerResponse newest(ServerRequest request) {
        var whose = whose(request);
        var key = Setting.requireKey(request.pathVariable("key"));
        if (!signatures.isOf(whose, request, Signatures.NO_BODY)) {
            return Responses.of(Protocol.UNKNOWN);
        }
        return settings.newest(whose, key)
                .map(newest -> Responses.json(200, newest.json()))
                .orElseGet(() -> answer(new Setting.Reply.None()));
    }

    private ServerResponse keep(ServerRequest request) throws IOException {
        if (!writes.tryAcquire()) {
            return Responses.of(new PushReply.Busy(Protocol.TRY_AGAIN));
        }
        try {
            return keep(request, Protocol.body(request, Setting.MOST_BYTES));
        } finally {
            writes.release();
        }
    }

    private ServerResponse keep(ServerRequest request, byte[] body) {
        if (body.length > Setting.MOST_BYTES) {
            return Responses.of(new PushReply.TooLarge("a setting has at most " + Setting.MOST_BYTES + " bytes"));
        }
        var whose = whose(request);
        if (!signatures.isOf(whose, request, body)) {
            return Responses.of(Protocol.UNKNOWN);
        }
        try {
            // The signature is over bytes: those that are no text are refused, not mended.
            var made = Setting.read(
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
            if (!made.key().equals(request.pathVariable("key"))) {
                return corrupt("the path and the setting name different keys");
            }
            return answer(settings.keep(whose, made, Settings.Author.STATION));
        } catch (OversizeException e) {
            return Responses.of(new PushReply.TooLarge(String.valueOf(e.getMessage())));
        } catch (WireException e) {
            return corrupt(String.valueOf(e.getMessage()));
        } catch (CharacterCodingException e) {
            return corrupt("a setting is UTF-8");
        }
    }

    private static ServerResponse answer(Setting.Reply reply) {
        return switch (reply) {
            case Setting.Reply.Accepted _ -> Responses.json(200, reply.json());
            case Setting.Reply.Newer _ -> Responses.json(409, reply.json());
            case Setting.Reply.None _ -> Responses.json(404, reply.json());
        };
    }

    private static ServerResponse corrupt(String message) {
        return Responses.of(new PushReply.Corrupt(0, message));
    }

    private static Settings.Whose whose(ServerRequest request) {
        return new Settings.Whose(request.pathVariable("tenant"), request.pathVariable("station"));
    }
}
