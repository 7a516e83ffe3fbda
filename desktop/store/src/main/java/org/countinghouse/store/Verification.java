package org.countinghouse.store;

import org.countinghouse.wire.Hash;
import org.countinghouse.wire.Stream;

/// What a look through the whole ledger found.
public sealed interface Verification {
    /// Every entry follows the one before, nothing the cloud acknowledged is missing, and the read tables are what the
    /// entries add up to.
    record Whole(Stream stream, long entries, Hash head) implements Verification {}

    /// The chain is broken.
    ///
    /// @param sequence the first bad entry
    record Broken(long sequence, Fault fault, String found, String expected) implements Verification {}

    /// The chain is whole, but a read table does not say what the entries add up to.
    record BooksDiffer(String found, String expected) implements Verification {}

    enum Fault {
        /// The entry's hash is not what its body and the hash before it give: its body was changed.
        HASH,
        /// An entry is missing before this one.
        GAP,
        /// The cloud acknowledged an entry that is not here: the ledger's end was cut off, or an older copy put back.
        CUT_OFF,
        /// The cloud acknowledged another entry under this sequence.
        FORK,
        /// A Z report's seal is not this station's, or names another head or another Z report before it.
        SEAL,
        /// The entry's body is not of this stream, or says another sequence.
        FOREIGN
    }
}
