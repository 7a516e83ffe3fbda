package org.countinghouse.javapos;

import static org.countinghouse.javapos.CashPart.orElse;
import static org.countinghouse.javapos.CashPart.orNothing;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jpos.BillAcceptorConst;
import jpos.CashChangerConst;
import jpos.JposException;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.spi.Deadline;

/// A deposit into the devices that take cash: begun, counted, fixed and ended on each of them (UPOS 1.15, Cash Changer,
/// "Deposit").
///
/// @param takers the devices
/// @param unit how many of our minor units the vendor's smallest unit is
record Takings(List<CashPart> takers, String currency, long unit) {
    private static final Duration SUM_LIMIT = Duration.ofSeconds(10);

    /// @throws IOException with a cause of JavaPOS only where no device has begun
    void begin(Duration limit) throws IOException {
        var deadline = Deadline.in(limit);
        begin(takers.getFirst(), deadline);
        for (CashPart taker : takers.subList(1, takers.size())) {
            try {
                begin(taker, deadline);
            } catch (IOException e) {
                throw new IOException("one device takes a deposit and the other does not; " + e.getMessage());
            }
        }
    }

    private static void begin(CashPart taker, Deadline deadline) throws IOException {
        taker.ask(deadline.left(), control -> {
            if (orElse(false, control::getCapRealTimeData)) {
                orNothing(() -> control.setRealTimeDataEnabled(true));
            }
            orNothing(() -> control.setDataEventEnabled(true));
            control.beginDeposit();
            return true;
        });
    }

    /// Whether any device still has a deposit open.
    boolean isOpen() throws IOException {
        for (CashPart taker : takers) {
            if (PartState.isOpen(taker.kind(), taker.ask(PartState::depositStatus))) {
                return true;
            }
        }
        return false;
    }

    /// The total so far. Data events are asked for again: each one that comes switches them off.
    Cash soFar() throws IOException {
        return sum(false, SUM_LIMIT);
    }

    void pause() throws IOException {
        for (CashPart taker : takers) {
            taker.ask(control -> {
                if (orElse(false, control::getCapPauseDeposit)) {
                    orNothing(() -> control.pauseDeposit(CashChangerConst.CHAN_DEPOSIT_PAUSE));
                }
                return true;
            });
        }
    }

    /// Fixes the deposit, which the standard demands before it is ended, counts it, and ends it.
    ///
    /// @return what came in, whether it is kept or given back
    Cash end(boolean giveBack, Duration limit) throws IOException {
        var deadline = Deadline.in(limit);
        var total = sum(true, deadline.left());
        for (CashPart taker : takers) {
            int how =
                    switch (taker.kind()) {
                        case CASH_CHANGER ->
                            giveBack
                                    ? CashChangerConst.CHAN_DEPOSIT_REPAY
                                    : CashChangerConst.CHAN_DEPOSIT_NOCHANGE;
                        default -> BillAcceptorConst.BACC_DEPOSIT_COMPLETE;
                    };
            taker.ask(deadline.left(), control -> {
                control.endDeposit(how);
                return true;
            });
        }
        return total;
    }

    private Cash sum(boolean fix, Duration limit) throws IOException {
        var deadline = Deadline.in(limit);
        var pieces = Pieces.NONE;
        long amount = 0;
        boolean piecesKnown = true;
        for (CashPart taker : takers) {
            Part part = taker.ask(deadline.left(), control -> read(control, fix));
            var counts = part.counted(taker.kind());
            amount = Math.addExact(amount, counts.map(CashCounts::worth).orElse((long) part.amount));
            piecesKnown &= counts.isPresent();
            pieces = counts.isPresent() ? pieces.plus(counts.get().pieces(currency, unit)) : pieces;
        }
        long minorUnits = Math.multiplyExact(amount, unit);
        return piecesKnown ? Cash.of(currency, pieces) : Cash.amount(currency, minorUnits);
    }

    private static Part read(CashControl control, boolean fix) throws JposException {
        if (fix) {
            control.fixDeposit();
        } else {
            orNothing(() -> control.setDataEventEnabled(true));
        }
        return new Part(control.getDepositAmount(), orElse("", control::getDepositCounts));
    }

    /// One device's cumulative figures.
    private record Part(int amount, String counts) {
        /// The counts, where they and the 32-bit amount agree. Of the two the counts cannot overflow.
        ///
        /// @throws IOException when neither can be
        Optional<CashCounts> counted(VendorKind kind) throws IOException {
            try {
                var read = CashCounts.read(counts);
                if ((int) read.worth() == amount) {
                    return Optional.of(
                            kind.notesOnly() || kind.coinsOnly() ? read.allAs(kind.notesOnly()) : read);
                }
            } catch (IOException e) {
                if (amount < 0) {
                    throw e;
                }
            }
            if (amount < 0) {
                throw new IOException("a deposit of " + amount + " and the counts \"" + counts + "\"");
            }
            return Optional.empty();
        }
    }
}
