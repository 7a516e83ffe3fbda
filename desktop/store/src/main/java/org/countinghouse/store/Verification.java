package org.countinghouse.store;

import java.util.Locale;
import org.countinghouse.wire.Hash;
import org.countinghouse.wire.Head;
import org.countinghouse.wire.Stream;

/// What a look through the whole ledger found.
public sealed interface Verification {
    /// Every entry follows the one before, nothing the cloud or a high-water mark knows is missing, and the read
    /// tables are what the entries add up to.
    record Whole(Stream stream, long entries, Hash head) implements Verification {}

    /// The chain is broken.
    ///
    /// @param sequence the first bad entry; 0 when the fault is no entry's
    record Broken(long sequence, Fault fault, String found, String expected) implements Verification {}

    /// From the anchor to the end every entry follows the one before. What lies before the anchor was not looked
    /// at, nor what the entries add up to.
    record WholeFrom(Head anchor, Head head) implements Verification {}

    /// The chain is whole, but a read table does not say what the entries add up to.
    record BooksDiffer(String found, String expected) implements Verification {}

    enum Fault {
        /// The entry's hash is not what its body and the hash before it give: its body was changed.
        HASH,
        /// An entry is missing before this one.
        GAP,
        /// The cloud or a high-water mark knows an entry that is not here: the ledger's end was cut off, its log was
        /// deleted, or an older copy put back.
        CUT_OFF,
        /// The cloud or a high-water mark knows another entry under this sequence.
        FORK,
        /// A Z report's seal is not this station's, or names another head or another Z report before it.
        SEAL,
        /// The entry's body is not of this stream, or says another sequence.
        FOREIGN,
        /// The entry's hash holds, but its body is nothing this program can read.
        UNREADABLE,
        /// The entry's postings or pieces are not those of its fact.
        POSTINGS,
        /// The entry cannot follow those before it: it does not balance, or closes what was never opened.
        UNSOUND,
        /// The high-water mark this ledger had is gone.
        MARK_MISSING,
        /// A high-water mark was changed by somebody or something.
        MARK_ALTERED,
        /// The high-water mark belongs to another station.
        MARK_FOREIGN;

        /// Whether it is told of an entry, rather than of what lies beside the ledger.
        boolean isOfAnEntry() {
            return switch (this) {
                case HASH, GAP, CUT_OFF, FORK, FOREIGN, SEAL, UNREADABLE, POSTINGS, UNSOUND -> true;
                case MARK_MISSING, MARK_ALTERED, MARK_FOREIGN -> false;
            };
        }

        /// As it is written in an entry, such as `cut-off`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
