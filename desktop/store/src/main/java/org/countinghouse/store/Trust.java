package org.countinghouse.store;

import static org.countinghouse.store.db.Tables.ENTRY;
import static org.countinghouse.store.db.Tables.MARK;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.countinghouse.ledger.entry.LedgerAccepted;
import org.countinghouse.store.Verification.Broken;
import org.countinghouse.wire.Hash;
import org.countinghouse.wire.Head;
import org.jooq.impl.DSL;

/// Whether the ledger is the one this station left behind. A start looks at the last entries' hashes and holds the
/// end against what is known of it from outside; what does not agree is the doubt, and until a manager has
/// accepted it nothing is written.
final class Trust {
    /// So many entries at the end have their hashes computed at a start; `countinghouse verify` does it for all. A
    /// machine that has just started computes them slowly, and a cashier waits.
    static final int TAIL_ENTRIES = 200;

    private final Marks marks;
    private final Identity identity;
    /// What the accepted faults expected, which names them.
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();

    private volatile Optional<Broken> doubt;
    private long marked;

    private Trust(Marks marks, Identity identity, Database database) {
        this.marks = marks;
        this.identity = identity;
        this.doubt = look(database);
    }

    /// Looks at a ledger before anything is written to it.
    static Trust at(Marks marks, Identity identity, Database database) {
        return new Trust(marks, identity, database);
    }

    /// A mark without a ledger: the file was deleted, or emptied.
    static void refuseLost(Marks marks) {
        marks.furthest().ifPresent(mark -> {
            throw new JournalUnavailable("the ledger of " + mark.stream() + " is gone: its high-water mark knows "
                    + mark.head().sequence()
                    + " entries. Restore a backup (countinghouse restore); nothing was changed");
        });
    }

    private Optional<Broken> look(Database database) {
        Optional<Broken> first = firstUnaccepted(database);
        // Looked up only when something was found: it goes through the whole ledger.
        if (first.isPresent() && accepted.isEmpty()) {
            accepted.addAll(Accepted.in(database));
            return firstUnaccepted(database);
        }
        return first;
    }

    private Optional<Broken> firstUnaccepted(Database database) {
        Head last = last(database, identity);
        long before = Math.max(0, last.sequence() - TAIL_ENTRIES);
        Hash believed = Anchors.stored(database, before).orElse(identity.genesis());
        return new ChainCheck(database, new Head(before, believed), _ -> {})
                .run(this::isAccepted)
                .or(() -> Anchors.of(database, identity.stream(), marks.all()).check(database, last.sequence()).stream()
                        .filter(fault -> !isAccepted(fault))
                        .findFirst());
    }

    static Head last(Database database, Identity identity) {
        return database.jooq()
                .select(ENTRY.SEQUENCE, ENTRY.HASH)
                .from(ENTRY)
                .orderBy(ENTRY.SEQUENCE.desc())
                .limit(1)
                .fetchOptional(row -> new Head(row.value1(), Hash.of(row.value2())))
                .orElseGet(() -> new Head(0, identity.genesis()));
    }

    private boolean isAccepted(Broken fault) {
        return accepted.contains(fault.expected());
    }

    /// What a manager must accept first; empty when the ledger is trusted.
    Optional<Broken> doubt() {
        return doubt;
    }

    /// @throws JournalUnavailable while the ledger is not trusted
    void requireTrusted() {
        if (doubt.isPresent()) {
            throw refusal();
        }
    }

    JournalUnavailable refusal() {
        return new JournalUnavailable("the ledger is read-only until a manager accepts it: "
                + doubt.map(found -> "found " + found.found() + ", expected " + found.expected())
                        .orElse("accepted by now"));
    }

    /// A manager's acceptance stands in the ledger; there may be a further doubt behind it.
    void accepted(LedgerAccepted fact, Database database) {
        accepted.add(fact.expected());
        forgetAcknowledgement(database);
        doubt = look(database);
    }

    /// The cloud's word about entries that were accepted as lost would be told again at every look; the cloud itself
    /// still has it, and says so when it is asked.
    private void forgetAcknowledgement(Database database) {
        long last = last(database, identity).sequence();
        boolean denied = Anchors.of(database, identity.stream(), List.of()).check(database, last).stream()
                .anyMatch(fault -> fault.fault().isOfAnEntry() && isAccepted(fault));
        if (denied) {
            database.jooq()
                    .deleteFrom(MARK)
                    .where(MARK.NAME.eq(Verifier.ACKNOWLEDGED))
                    .execute();
        }
    }

    /// Writes down outside the ledger how far it has come. The head must be durable: a mark may lag, never lead.
    synchronized void mark(Head head) {
        if (doubt.isEmpty() && head.sequence() > marked) {
            marks.write(new HighWaterMark(identity.stream(), head));
            marked = head.sequence();
        }
    }

    /// Says in the ledger that it has a mark, so that a missing one is noticed. After the mark: the other way
    /// round a power cut in between would look like a theft.
    void tellMarked(Database database, Head head) {
        if (doubt.isEmpty() && head.sequence() > 0) {
            database.jooq()
                    .insertInto(MARK, MARK.NAME, MARK.SEQUENCE, MARK.HASH)
                    .select(DSL.select(
                                    DSL.val(Anchors.MARKED),
                                    DSL.val(head.sequence()),
                                    DSL.val(head.hash().bytes()))
                            .whereNotExists(DSL.selectOne().from(MARK).where(MARK.NAME.eq(Anchors.MARKED))))
                    .execute();
        }
    }

    Optional<String> markTrouble() {
        return marks.trouble();
    }
}
