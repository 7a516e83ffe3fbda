package org.countinghouse.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.ledger.report.ZSeal;
import org.countinghouse.wire.Hash;
import org.countinghouse.wire.Stream;

/// Binds a Z report to the chain it is written into, signed by the station's key (Ed25519, RFC 8032).
///
/// What is signed is text, a line each: `countinghouse z 1`, the stream, the head before the report, the hash of the
/// till's Z report before, and the report's canonical payload without the seal.
final class ZSealing {
    private static final String ALGORITHM = "Ed25519";
    private static final String FORMAT = "countinghouse z 1";

    private final FactCodec codec;
    private final Stream stream;

    ZSealing(FactCodec codec, Stream stream) {
        this.codec = codec;
        this.stream = stream;
    }

    /// @param head the hash of the entry before the report
    /// @param previousZ the hash of the till's Z report before; empty for the first
    ZReported seal(ZReported z, Hash head, Optional<Hash> previousZ, PrivateKey key) {
        String before = previousZ.map(Hash::hex).orElse(ZSeal.NO_Z);
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(signed(z, head.hex(), before));
            return z.sealed(Optional.of(
                    new ZSeal(head.hex(), before, Base64.getEncoder().encodeToString(signature.sign()))));
        } catch (GeneralSecurityException e) {
            throw new JournalUnavailable("the Z report cannot be signed: " + e.getMessage(), e);
        }
    }

    /// Whether the seal is what this stream's key put there. A report from before seals has none, and that is right.
    boolean holds(ZReported z, Hash head, Optional<Hash> previousZ, PublicKey key) {
        if (z.seal().isEmpty()) {
            return true;
        }
        ZSeal seal = z.seal().get();
        if (!seal.head().equals(head.hex())
                || !seal.previousZ().equals(previousZ.map(Hash::hex).orElse(ZSeal.NO_Z))) {
            return false;
        }
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(signed(z, seal.head(), seal.previousZ()));
            return signature.verify(Base64.getDecoder().decode(seal.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }

    private byte[] signed(ZReported z, String head, String previousZ) {
        String payload = codec.payload(z.sealed(Optional.empty()));
        return String.join("\n", FORMAT, stream.toString(), head, previousZ, payload)
                .getBytes(UTF_8);
    }
}
