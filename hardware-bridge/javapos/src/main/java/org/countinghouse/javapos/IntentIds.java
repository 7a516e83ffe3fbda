package org.countinghouse.javapos;

import java.security.SecureRandom;
import java.util.UUID;

/// Ids for the intents of programs that have none of their own: UUIDs of version 7 (RFC 9562, 5.7), which sort by time.
final class IntentIds {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private IntentIds() {}

    static UUID next() {
        long high = System.currentTimeMillis() << 16 | VERSION | RANDOM.nextInt(0x1000);
        long low = VARIANT | RANDOM.nextLong() >>> 2;
        return new UUID(high, low);
    }
}
