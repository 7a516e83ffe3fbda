package org.countinghouse.ledger.safe;

import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.entry.PieceMove;
import org.countinghouse.ledger.entry.Posting;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.ledger.report.Tally;
import org.countinghouse.ledger.till.CashMove;
import org.countinghouse.ledger.till.TillId;

/// A safe was counted, or a cash machine told its inventory, which is its count. The place holds what was counted
/// from now on; its over or short is its own and never a till's.
///
/// @param counts what the books had there and what was counted, one per currency
/// @param found the pieces counted less the pieces the books knew of
/// @param beginning whether this is what the place held when the books began: then nothing is over or short
/// @param discrepancy whether the machine itself says that it is not sure of its inventory
public record PlaceCounted(
        Account place, List<Counted> counts, List<Pieces> found, boolean beginning, boolean discrepancy)
        implements Fact {
    public PlaceCounted {
        counts = List.copyOf(counts);
        found = List.copyOf(found);
    }

    /// A machine stands at the till it is named after.
    @Override
    public Optional<TillId> till() {
        return place.machine();
    }

    @Override
    public List<Posting> postings() {
        Account against = beginning ? Account.beginning(place) : Account.overShort(place);
        return counts.stream()
                .filter(count -> !count.overShort().isZero())
                .flatMap(count -> CashMove.postings(place, against, Cash.of(count.overShort())).stream())
                .toList();
    }

    @Override
    public List<PieceMove> pieces() {
        return CashMove.found(place, found);
    }

    @Override
    public List<Tally> tallies() {
        return place.machine().isEmpty() || beginning
                ? List.of()
                : counts.stream()
                        .map(count -> Tally.of(Line.MACHINE_OVER_SHORT, count.overShort()))
                        .toList();
    }
}
