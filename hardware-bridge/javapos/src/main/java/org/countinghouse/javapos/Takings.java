package org.countinghouse.javapos;

import static org.countinghouse.javapos.CashPart.orElse;
import static org.countinghouse.javapos.CashPart.orNothing;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
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

    /// The devices that still have a deposit open.
    Takings stillOpen() throws IOException {
        var open = new ArrayList<CashPart>();
        for (CashPart taker : takers) {
            if (PartState.isOpen(taker.kind(), taker.ask(PartState::depositStatus))) {
                open.add(taker);
            }
        }
        return new Takings(open, currency, unit);
    }

    /// The total so far. Data events are asked for again: each one that comes switches them off.
    Cash soFar() throws IOException {
        var deadline = Deadline.in(SUM_LIMIT);
        var read = new ArrayList<Part>();
        for (CashPart taker : takers) {
            read.add(taker.ask(deadline.left(), control -> {
                orNothing(() -> control.setDataEventEnabled(true));
                return read(taker.kind(), control);
            }));
        }
        return sum(read);
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

    /// Begins to fix the deposit, which the standard demands before it is ended, to count it, and to end it.
    Ending end(boolean giveBack) throws IOException {
        var parts = new ArrayList<ControlThread.Started<Part>>();
        for (CashPart taker : takers) {
            int how = switch (taker.kind()) {
                case CASH_CHANGER ->
                    giveBack ? CashChangerConst.CHAN_DEPOSIT_REPAY : CashChangerConst.CHAN_DEPOSIT_NOCHANGE;
                default -> BillAcceptorConst.BACC_DEPOSIT_COMPLETE;
            };
            parts.add(taker.start(control -> {
                if (!isFixed(taker.kind(), control)) {
                    control.fixDeposit();
                }
                var part = read(taker.kind(), control);
                control.endDeposit(how);
                return part;
            }));
        }
        return new Ending(this, parts);
    }

    /// Only a changer tells that a deposit is fixed and not ended yet.
    private static boolean isFixed(VendorKind kind, CashControl control) throws JposException {
        return kind == VendorKind.CASH_CHANGER
                && PartState.depositStatus(control) == CashChangerConst.CHAN_STATUS_DEPOSIT_END;
    }

    /// An end that is on its way: giving cash back may take as long as there are pieces.
    record Ending(Takings takings, List<ControlThread.Started<Part>> parts) {
        boolean isOverWithin(Duration limit) throws IOException {
            var deadline = Deadline.in(limit);
            for (ControlThread.Started<Part> each : parts) {
                if (!each.endsWithin(deadline.left())) {
                    return false;
                }
            }
            return true;
        }

        /// What came in, whether it was kept or given back.
        ///
        /// @throws IOException when an end failed
        Cash came() throws IOException {
            var read = new ArrayList<Part>();
            for (ControlThread.Started<Part> each : parts) {
                try {
                    read.add(each.await(Duration.ZERO));
                } catch (JposException e) {
                    throw new IOException("a deposit ended badly: " + NoUse.words(e), e);
                }
            }
            return takings.sum(read);
        }
    }

    private Cash sum(List<Part> parts) throws IOException {
        var pieces = Pieces.NONE;
        long amount = 0;
        boolean piecesKnown = true;
        for (Part part : parts) {
            var counts = part.counted();
            amount = Math.addExact(amount, counts.map(CashCounts::worth).orElse((long) part.amount));
            piecesKnown &= counts.isPresent();
            pieces = counts.isPresent() ? pieces.plus(counts.get().pieces(currency, unit)) : pieces;
        }
        return piecesKnown ? Cash.of(currency, pieces) : Cash.amount(currency, Math.multiplyExact(amount, unit));
    }

    private static Part read(VendorKind kind, CashControl control) throws JposException {
        return new Part(kind, control.getDepositAmount(), orElse("", control::getDepositCounts));
    }

    /// One device's cumulative figures.
    private record Part(VendorKind kind, int amount, String counts) {
        /// The counts, where they and the 32-bit amount agree. Of the two the counts cannot overflow.
        ///
        /// @throws IOException when neither can be
        Optional<CashCounts> counted() throws IOException {
            try {
                var read = CashCounts.read(counts);
                if ((int) read.worth() == amount) {
                    return Optional.of(kind.notesOnly() || kind.coinsOnly() ? read.allAs(kind.notesOnly()) : read);
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
