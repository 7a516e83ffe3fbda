package org.countinghouse.app.palette;

import java.util.Optional;
import org.countinghouse.app.shell.OfficePage;
import org.countinghouse.ledger.people.Verb;

/// What a person may find besides what they can do. A page somebody may not open tells them nothing here either.
///
/// @param receipts which ones
/// @param me who looks
/// @param blind whether they count without knowing what is expected: then nobody else's receipts of a shift that is
///     still to be counted are there
record Scope(Receipts receipts, String me, boolean blind, boolean shifts, boolean people) {
    sealed interface Receipts {
        record None() implements Receipts {}

        record All() implements Receipts {}

        /// Those the person rang up since an entry, which opened the shift.
        record Own(long since) implements Receipts {}
    }

    static Scope of(Standing standing) {
        return new Scope(
                receipts(standing),
                standing.person().employee(),
                !standing.may(Verb.READ_EXPECTED),
                standing.pages().contains(OfficePage.SHIFTS),
                standing.pages().contains(OfficePage.PEOPLE));
    }

    private static Receipts receipts(Standing standing) {
        if (standing.pages().contains(OfficePage.AUDIT)) {
            return new Receipts.All();
        }
        return standing.shift()
                .filter(_ -> standing.may(Verb.SELL, Verb.REFUND))
                .<Receipts>map(shift -> new Receipts.Own(shift.firstSequence()))
                .orElseGet(Receipts.None::new);
    }

    /// Only what this employee did.
    Optional<String> actor() {
        return receipts instanceof Receipts.Own ? Optional.of(me) : Optional.empty();
    }
}
