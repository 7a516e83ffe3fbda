package org.countinghouse.ledger.correction;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.entry.PieceMove;
import org.countinghouse.ledger.entry.Posting;
import org.countinghouse.ledger.report.Tally;
import org.countinghouse.ledger.till.TillId;

/// A later entry that answers a wrong one: it names it, leaves it as it is, and takes back what it moved.
///
/// While the shift of the wrong entry is open, the cash goes back where it came from. Once that shift is closed its
/// till was counted, and the mistake lies in its over or short: there it is taken back, and the Z report stays.
///
/// @param number gapless per till, from 1
/// @param corrects the wrong entry's id
/// @param sequence and its place
/// @param wrong and what it was, such as `paid-out`
/// @param date its business date
/// @param late whether its shift was closed already
/// @param reversed what it moved, taken back
/// @param returned the pieces it moved, taken back
/// @param lines what this adds to the figures
public record CorrectionMade(
        TillId at,
        long number,
        UUID corrects,
        long sequence,
        String wrong,
        LocalDate date,
        boolean late,
        List<Posting> reversed,
        List<PieceMove> returned,
        List<Tally> lines,
        String reason,
        String note)
        implements Fact {
    public CorrectionMade {
        reversed = List.copyOf(reversed);
        returned = List.copyOf(returned);
        lines = List.copyOf(lines);
    }

    @Override
    public Optional<TillId> till() {
        return Optional.of(at);
    }

    @Override
    public List<Posting> postings() {
        return reversed;
    }

    @Override
    public List<PieceMove> pieces() {
        return returned;
    }

    @Override
    public List<Tally> tallies() {
        return lines;
    }
}
