package org.countinghouse.ledger.entry;

/// A manager took the ledger as it is, though it is not as the station left it. The entry's actor is who accepted;
/// the station records again from here.
///
/// @param fault what kind of disagreement it was, such as `cut-off` or `fork`
/// @param sequence the first entry that disagrees; 0 when the fault is no entry's
/// @param found what the ledger holds there
/// @param expected what was known of it from outside
/// @param note what the manager has to say to it; may be empty
public record LedgerAccepted(String fault, long sequence, String found, String expected, String note) implements Fact {}
