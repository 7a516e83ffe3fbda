package org.countinghouse.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;

/// A station's Ed25519 signature over one request: `METHOD\nTARGET\nepochSeconds\nhex(sha256(body as sent))`.
/// It travels as `<station>:<epochSeconds>:<base64>` in the field named [#FIELD].
///
/// @param epochSeconds the station's clock when it signed; it is covered, but a wrong clock locks nobody out
/// @param base64 the signature's 64 bytes
public record RequestSignature(String station, long epochSeconds, String base64) {
    public static final String FIELD = "Countinghouse-Signature";

    private static final Pattern WRITTEN = Pattern.compile("([a-z0-9-]{1,64}):([0-9]{1,12}):([A-Za-z0-9+/]{86}==)");

    /// What is signed.
    ///
    /// @param target path and query as sent
    /// @param body the bytes as sent, packed; empty where there are none
    public record Request(String method, String target, byte[] body) {
        byte[] signed(long epochSeconds) {
            var body256 = Hash.sha256(body).hex();
            return (method + "\n" + target + "\n" + epochSeconds + "\n" + body256).getBytes(UTF_8);
        }
    }

    public static RequestSignature sign(PrivateKey key, String station, Instant at, Request request) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(request.signed(at.getEpochSecond()));
            return new RequestSignature(
                    station, at.getEpochSecond(), Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the station's key cannot sign with Ed25519", e);
        }
    }

    /// Whether the key's owner signed exactly this request.
    public boolean verifies(PublicKeyBytes key, Request request) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key.key());
            signature.update(request.signed(epochSeconds));
            return signature.verify(Base64.getDecoder().decode(base64));
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime verifies Ed25519", e);
        }
    }

    public String written() {
        return station + ":" + epochSeconds + ":" + base64;
    }

    /// @throws WireException when the text is not written like a signature
    public static RequestSignature read(String written) {
        var matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            throw new WireException("a signature is written station:seconds:base64");
        }
        return new RequestSignature(matcher.group(1), Long.parseLong(matcher.group(2)), matcher.group(3));
    }
}
