package org.countinghouse.cloud;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.Map;
import org.countinghouse.wire.PublicKeyBytes;
import org.countinghouse.wire.RequestSignature;
import org.countinghouse.wire.Stream;
import org.countinghouse.wire.WireException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerRequest;

/// Who is asking: whether a request carries the signature of a key that was enrolled for what it wants.
final class Signatures {
    static final byte[] NO_BODY = new byte[0];

    private final Streams streams;

    Signatures(Streams streams) {
        this.streams = streams;
    }

    /// The key must be the stream's own: an older epoch's key writes nothing into a newer one.
    boolean isOf(Stream stream, ServerRequest request, byte[] body) {
        var signature = signature(request);
        if (signature == null || !signature.station().equals(stream.station())) {
            return false;
        }
        var key = streams.keys(stream.tenant(), stream.station()).get(stream.epoch());
        return key != null && signature.verifies(key, signed(request, body));
    }

    /// The key must be that of the station's newest epoch: a computer that was taken out of use sets
    /// nothing any more.
    boolean isOf(Settings.Whose whose, ServerRequest request, byte[] body) {
        var signature = signature(request);
        if (signature == null || !signature.station().equals(whose.station())) {
            return false;
        }
        return streams.keys(whose.tenant(), whose.station()).entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry::getKey))
                .filter(newest -> signature.verifies(newest.getValue(), signed(request, body)))
                .isPresent();
    }

    boolean isOfTenant(String tenant, ServerRequest request) {
        var signature = signature(request);
        if (signature == null) {
            return false;
        }
        Map<Integer, PublicKeyBytes> keys = streams.keys(tenant, signature.station());
        return keys.values().stream().anyMatch(key -> signature.verifies(key, signed(request, NO_BODY)));
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
}
