package org.countinghouse.serial.glory;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// The `SeqNo` of requests: eleven digits. A machine that checks for duplicates must never see one
/// twice, so money and questions have their own: the number of a money command begins with 1 to 9, all
/// others with 0.
final class SequenceNumbers {
    private static final long QUESTIONS = 10_000_000_000L;
    private static final long MONEY = 9 * QUESTIONS;

    /// Begins anywhere: numbers of questions of an earlier run are unlikely to be met again soon.
    private long last = ThreadLocalRandom.current().nextLong(QUESTIONS);

    synchronized String next() {
        last = (last + 1) % QUESTIONS;
        return "%011d".formatted(last);
    }

    /// The number of an intent's one command: always the same for the same intent. The time in a UUIDv7
    /// makes it differ from that of every other intent of the same till for almost three years.
    static String of(UUID intent) {
        long millis = intent.getMostSignificantBits() >>> 16;
        return "%011d".formatted(QUESTIONS + millis % MONEY);
    }
}
