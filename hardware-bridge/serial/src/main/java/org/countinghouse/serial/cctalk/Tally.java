package org.countinghouse.serial.cctalk;

import java.util.Optional;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Cash;
import org.jspecify.annotations.Nullable;

/// Adds up what the logs of the acceptors say of one deposit.
final class Tally {
    private static final int STACKED = 0;
    private static final int HELD = 1;
    private static final int RETURNED = 1;

    private final String currency;
    private Pieces kept = Pieces.NONE;
    private Pieces returned = Pieces.NONE;
    private @Nullable Denomination held;
    private @Nullable String problem;

    Tally(String currency) {
        this.currency = currency;
    }

    void add(Acceptor acceptor, EventLog.Event event) {
        if (event.type() > 0) {
            took(acceptor, event);
        } else if (acceptor.takesNotes() && event.result() == RETURNED && held != null) {
            returned = returned.plus(Pieces.of(held, 1));
            held = null;
        }
    }

    Cash kept() {
        return Cash.of(currency, kept);
    }

    Cash returned() {
        return Cash.of(currency, returned);
    }

    /// The bill in escrow: neither taken nor given back yet.
    Optional<Denomination> held() {
        return Optional.ofNullable(held);
    }

    /// What came that should not have come.
    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    private void took(Acceptor acceptor, EventLog.Event event) {
        var piece = acceptor.channels().get(event.type());
        if (piece == null || !piece.currency().equals(currency) || acceptor.takesNotes() && event.result() > HELD) {
            problem = "the " + acceptor.name() + " took a piece on channel " + event.type() + " (result "
                    + event.result() + "), which this deposit does not take";
        } else if (acceptor.takesNotes() && event.result() == HELD) {
            held = piece;
        } else {
            kept = kept.plus(Pieces.of(piece, 1));
            if (acceptor.takesNotes() && event.result() == STACKED) {
                held = null;
            }
        }
    }
}
