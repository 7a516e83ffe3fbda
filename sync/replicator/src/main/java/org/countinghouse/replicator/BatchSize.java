package org.countinghouse.replicator;

import java.util.List;
import org.countinghouse.wire.Batch;
import org.countinghouse.wire.Link;

/// How much goes into one batch: little while the station is near, much when it has been away, less and less while the
/// centre cannot take what it is given.
final class BatchSize {
    static final int USUAL_ENTRIES = 500;
    static final int USUAL_CHARACTERS = 256 * 1024;
    static final int CATCH_UP_ENTRIES = Batch.MOST_ENTRIES;
    static final int CATCH_UP_CHARACTERS = 1024 * 1024;
    static final long FAR_BEHIND = 10_000;
    static final int TRIES_AT_ONE_SIZE = 3;

    private int most = Batch.MOST_ENTRIES;
    private int tries;

    int entries(long waiting) {
        return Math.min(most, waiting > FAR_BEHIND ? CATCH_UP_ENTRIES : USUAL_ENTRIES);
    }

    /// The first of the entries that together stay below the limit, at least one.
    List<Link> cut(List<Link> links, long waiting) {
        int room = waiting > FAR_BEHIND ? CATCH_UP_CHARACTERS : USUAL_CHARACTERS;
        int count = 0;
        for (Link link : links) {
            room -= link.body().length();
            if (room < 0 && count > 0) {
                break;
            }
            count++;
        }
        return links.subList(0, count);
    }

    void accepted() {
        tries = 0;
        most = Math.min(Batch.MOST_ENTRIES, most * 2);
    }

    /// @return whether sending again makes sense; false when one entry alone was refused often enough
    boolean corrupt(int sent) {
        tries++;
        return tries < TRIES_AT_ONE_SIZE || halve(sent);
    }

    /// @return whether there was something to halve
    boolean halve(int sent) {
        tries = 0;
        most = Math.max(1, sent / 2);
        return sent > 1;
    }
}
