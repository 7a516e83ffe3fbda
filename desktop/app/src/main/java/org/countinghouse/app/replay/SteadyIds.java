package org.countinghouse.app.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/// The same id for the same step of the same import, whenever it is run: so running it again doubles nothing.
/// UUID version 7 (RFC 9562), its random part taken from a hash.
///
/// @param source names the import: the log, the prices and the seed
record SteadyIds(String source) {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;
    /// The lowest bits stay free: an order with several entries counts on in them.
    private static final long RANDOM_BITS = 0x3FFFFFFFFFFFFF00L;

    UUID id(Instant at, String step) {
        var hash = ByteBuffer.wrap(sha256(source + "\n" + step));
        long high = at.toEpochMilli() << 16 | VERSION_7 | hash.getShort() & 0x0FFF;
        return new UUID(high, VARIANT | hash.getLong() & RANDOM_BITS);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
