package org.countinghouse.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.wire.Hash;

/// Entries that hang together, in order. What they say is read by whichever thread has time first.
final class EntryPage {
    /// An entry that hangs on the one before.
    record Hung(byte[] body, Hash hash) {}

    private final List<Hung> hung;
    private final boolean last;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final FutureTask<List<Optional<Entry>>> reading;

    /// @param last whether none follows: the ledger ends here, or its chain does
    /// @param reader what a body says; empty when it takes a longer look
    EntryPage(List<Hung> hung, boolean last, Function<byte[], Optional<Entry>> reader) {
        this.hung = hung;
        this.last = last;
        this.reading = new FutureTask<>(() -> read(hung, reader));
    }

    private static List<Optional<Entry>> read(List<Hung> hung, Function<byte[], Optional<Entry>> reader) {
        var entries = new ArrayList<Optional<Entry>>(hung.size());
        for (Hung each : hung) {
            entries.add(reader.apply(each.body));
        }
        return entries;
    }

    List<Hung> hung() {
        return hung;
    }

    boolean isLast() {
        return last;
    }

    /// Reads what the entries say, unless somebody does already.
    ///
    /// @return whether it was done here
    boolean read() {
        boolean mine = begun.compareAndSet(false, true);
        if (mine) {
            reading.run();
        }
        return mine;
    }

    /// What the entries say, each in the place of its body.
    List<Optional<Entry>> entries() {
        read();
        try {
            return reading.get(ChainReading.PAGE_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new JournalUnavailable("cannot read the ledger: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JournalUnavailable("interrupted while the ledger was read", e);
        }
    }
}
