package org.countinghouse.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.ledger.report.ZSeal;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.store.Verification.Broken;
import org.countinghouse.store.Verification.Fault;
import org.countinghouse.wire.Envelope;
import org.countinghouse.wire.Hash;
import org.countinghouse.wire.WireException;

/// Goes over the entries of a ledger, one after the other: the chain first, then what they say and add up to. Two
/// threads share the work, this one and that of [ChainReading].
final class Walk {
    private static final long TELL_EVERY = 10_000;

    private final Identity identity;
    private final FactCodec codec;
    private final LongConsumer progress;
    private final Books books = new Books();
    private final Map<TillId, Hash> lastZ = new HashMap<>();
    private final ZSealing sealing;
    private Hash head;

    /// @param progress told how many entries are done, now and then
    Walk(Identity identity, FactCodec codec, LongConsumer progress) {
        this.identity = identity;
        this.codec = codec;
        this.progress = progress;
        this.sealing = new ZSealing(codec, identity.stream());
        this.head = identity.genesis();
    }

    /// The first bad entry, where there is one.
    ///
    /// @param given the table of ids, read along
    Optional<Broken> run(Database database, GivenTable given) {
        try (var reading = new ChainReading(database, identity.genesis(), given, this::read)) {
            EntryPage page;
            do {
                page = reading.next();
                Optional<Broken> fault = take(page, given);
                if (fault.isPresent()) {
                    return fault;
                }
            } while (!page.isLast());
            return reading.fault();
        }
    }

    private Optional<Entry> read(byte[] body) {
        try {
            return Optional.of(codec.canonicalEntry(body, identity.stream()));
        } catch (WireException _) {
            return Optional.empty();
        }
    }

    private Optional<Broken> take(EntryPage page, GivenTable given) {
        var entries = page.entries();
        for (int i = 0; i < entries.size(); i++) {
            EntryPage.Hung hung = page.hung().get(i);
            long sequence = sequence() + 1;
            Optional<Entry> entry = entries.get(i);
            Optional<Broken> fault =
                    entry.isPresent() ? add(sequence, entry.get(), hung.hash(), given) : suspect(sequence, hung, given);
            head = hung.hash();
            if (sequence % TELL_EVERY == 0) {
                progress.accept(sequence);
            }
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private Optional<Broken> add(long sequence, Entry entry, Hash hash, GivenTable given) {
        if (entry.sequence() != sequence) {
            return foreign(sequence, identity.stream() + " entry " + entry.sequence());
        }
        if (entry.fact() instanceof ZReported z && isForged(z, hash)) {
            return Optional.of(
                    new Broken(sequence, Fault.SEAL, z.seal().map(ZSeal::head).orElse(""), head.hex()));
        }
        try {
            books.apply(entry);
        } catch (IllegalStateException | IllegalArgumentException | ArithmeticException e) {
            return Optional.of(new Broken(sequence, Fault.UNSOUND, String.valueOf(e.getMessage()), "a sound entry"));
        }
        given.note(entry.id(), sequence);
        return Optional.empty();
    }

    /// Whether this station's key did not seal a Z report, or it names another head or another Z before.
    private boolean isForged(ZReported z, Hash hash) {
        Optional<Hash> previousZ = Optional.ofNullable(lastZ.put(z.at(), hash));
        return !sealing.holds(z, head, previousZ, identity.key());
    }

    /// A body that is not spelled as this program spells it may still be an older one's, or of a kind it has no
    /// spelling for. It is looked at without haste.
    private Optional<Broken> suspect(long sequence, EntryPage.Hung hung, GivenTable given) {
        var text = new String(hung.body(), UTF_8);
        if (!Arrays.equals(text.getBytes(UTF_8), hung.body())) {
            return unreadable(sequence, "bytes that are no text");
        }
        try {
            var envelope = Envelope.read(text);
            if (!envelope.stream().equals(identity.stream())) {
                return foreign(sequence, envelope.stream() + " entry " + envelope.sequence());
            }
            Entry entry = codec.entry(envelope);
            Optional<Broken> fault = postings(sequence, envelope, entry.fact());
            return fault.isPresent() ? fault : add(sequence, entry, hung.hash(), given);
        } catch (WireException e) {
            return unreadable(sequence, String.valueOf(e.getMessage()));
        }
    }

    /// Who does not know a kind sums the envelope's postings: they must be those of the fact.
    private static Optional<Broken> postings(long sequence, Envelope envelope, Fact fact) {
        var postings = FactCodec.postings(fact);
        var pieces = FactCodec.pieces(fact);
        return envelope.postings().equals(postings) && envelope.pieces().equals(pieces)
                ? Optional.empty()
                : Optional.of(new Broken(
                        sequence,
                        Fault.POSTINGS,
                        envelope.postings() + " " + envelope.pieces(),
                        postings + " " + pieces));
    }

    private static Optional<Broken> unreadable(long sequence, String found) {
        return Optional.of(new Broken(sequence, Fault.UNREADABLE, found, "an envelope"));
    }

    private Optional<Broken> foreign(long sequence, String found) {
        return Optional.of(new Broken(sequence, Fault.FOREIGN, found, identity.stream() + " entry " + sequence));
    }

    Identity identity() {
        return identity;
    }

    /// The last entry taken.
    long sequence() {
        return books.lastSequence();
    }

    /// The hash of the last entry.
    Hash head() {
        return head;
    }

    /// What the entries add up to.
    Books books() {
        return books;
    }
}
