package org.countinghouse.store;

import static org.countinghouse.store.db.Tables.ENTRY;
import static org.countinghouse.store.db.Tables.MARK;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.countinghouse.store.Verification.Broken;
import org.countinghouse.store.Verification.Fault;
import org.countinghouse.wire.Hash;
import org.countinghouse.wire.Head;
import org.countinghouse.wire.Stream;

/// What is known of a ledger from outside its chain, which cannot show that its end is missing: how far the cloud
/// acknowledged it, and the high-water marks.
final class Anchors {
    /// The row that says a mark was made once. A ledger without it comes from a version that made none.
    static final String MARKED = "marked";

    private final List<Head> heads = new ArrayList<>();
    private final List<Broken> faults = new ArrayList<>();

    private Anchors() {}

    /// @param marks read before the ledger: a station that runs goes on, and a mark must not be younger than what is
    ///     seen of the ledger. None at all when nobody looked for them, as at a copy
    static Anchors of(Database database, Stream stream, List<Marks.Found> marks) {
        var anchors = new Anchors();
        marks.forEach(found -> anchors.take(found, stream));
        boolean looked = !marks.isEmpty() && marks.stream().allMatch(Marks.Found.Nothing.class::isInstance);
        if (looked && row(database, MARKED).isPresent()) {
            anchors.faults.add(new Broken(0, Fault.MARK_MISSING, "no high-water mark", "the one this ledger had"));
        }
        row(database, Verifier.ACKNOWLEDGED).ifPresent(anchors.heads::add);
        return anchors;
    }

    /// An anchor of somebody's own, such as the sequence and hash on a printed slip.
    static Anchors of(Head head) {
        var anchors = new Anchors();
        anchors.heads.add(head);
        return anchors;
    }

    private void take(Marks.Found found, Stream stream) {
        switch (found) {
            case Marks.Found.Nothing _, Marks.Found.OutOfReach _ -> {}
            case Marks.Found.Altered(var file, var reason) ->
                faults.add(new Broken(0, Fault.MARK_ALTERED, file.getFileName() + ": " + reason, "a whole mark"));
            case Marks.Found.Mark(var mark) when isOf(mark.stream(), stream) -> heads.add(mark.head());
            case Marks.Found.Mark(var mark) ->
                faults.add(new Broken(0, Fault.MARK_FOREIGN, "the mark of " + mark.stream(), "the mark of " + stream));
        }
    }

    private static boolean isOf(Stream one, Stream other) {
        return one.tenant().equals(other.tenant()) && one.station().equals(other.station());
    }

    private static Optional<Head> row(Database database, String name) {
        return database.jooq()
                .selectFrom(MARK)
                .where(MARK.NAME.eq(name).and(MARK.SEQUENCE.gt(0L)).and(MARK.HASH.isNotNull()))
                .fetchOptional(row -> new Head(row.get(MARK.SEQUENCE), Hash.of(row.get(MARK.HASH))));
    }

    /// The anchor that reaches furthest.
    Optional<Head> newest() {
        return heads.stream().max(Comparator.comparingLong(Head::sequence));
    }

    /// Everything the ledger does not keep of what is known of it.
    List<Broken> check(Database database, long lastSequence) {
        var broken = new ArrayList<>(faults);
        heads.stream()
                .sorted(Comparator.comparingLong(Head::sequence))
                .forEach(head -> check(database, lastSequence, head).ifPresent(broken::add));
        return broken;
    }

    private static Optional<Broken> check(Database database, long lastSequence, Head anchor) {
        String expected = told(anchor);
        if (anchor.sequence() > lastSequence) {
            return Optional.of(new Broken(lastSequence + 1, Fault.CUT_OFF, "no entry", expected));
        }
        return stored(database, anchor.sequence())
                .filter(hash -> !hash.equals(anchor.hash()))
                .map(hash ->
                        new Broken(anchor.sequence(), Fault.FORK, told(new Head(anchor.sequence(), hash)), expected));
    }

    static Optional<Hash> stored(Database database, long sequence) {
        return database.jooq()
                .select(ENTRY.HASH)
                .from(ENTRY)
                .where(ENTRY.SEQUENCE.eq(sequence))
                .fetchOptional(ENTRY.HASH)
                .map(Hash::of);
    }

    private static String told(Head head) {
        return "entry " + head.sequence() + " with hash " + head.hash();
    }
}
