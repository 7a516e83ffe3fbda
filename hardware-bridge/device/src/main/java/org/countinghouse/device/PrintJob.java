package org.countinghouse.device;

import java.util.Optional;

/// One slip on its way to paper, as it stands at a moment.
///
/// @param number counts from 1 since the queue was opened
/// @param slip what is printed, with its mark when it is a duplicate
/// @param duplicateOf the job it prints once more
/// @param why it ended as it did
/// @param reason the same in the driver's own words, in English; empty when there is nothing to say
public record PrintJob(long number, Slip slip, State state, Optional<Long> duplicateOf, Why why, String reason) {
    /// Where a job stands. All but the first two are final.
    public enum State {
        /// Nothing of it has been sent.
        WAITING,
        PRINTING,
        /// On paper: the printer said so.
        PRINTED,
        /// Begun, and nobody confirmed it. Look at the printer before printing a duplicate.
        PRINT_UNKNOWN,
        /// The paper ended or the cover was opened in the middle; a part of it may have come out.
        STOPPED,
        /// The printer did not take it; nothing of it is on paper.
        REFUSED,
        /// Taken back before it began.
        CANCELLED,
        /// Its deadline passed while it waited; it is not printed any more.
        LATE;

        public boolean isFinal() {
            return this != WAITING && this != PRINTING;
        }

        /// Whether something of it may lie in somebody's hand, so that printing again makes a
        /// duplicate.
        public boolean mayBeOnPaper() {
            return switch (this) {
                case PRINTED, PRINT_UNKNOWN, STOPPED, PRINTING -> true;
                case WAITING, REFUSED, CANCELLED, LATE -> false;
            };
        }
    }

    /// What kept a slip from coming out, in the shop's words.
    public enum Why {
        /// There is nothing to tell: it is on its way, or on paper.
        NOTHING,
        OUT_OF_PAPER,
        COVER_OPEN,
        /// The printer reports an error: the knife is stuck, the head is too hot.
        JAMMED,
        NO_ANSWER,
        /// The printer, or its driver, would not take it.
        REFUSED,
        /// It was sent, and nobody said that it came out.
        UNCONFIRMED,
        DEADLINE,
        TAKEN_BACK,
        /// The station was closed.
        CLOSED
    }

    PrintJob now(State newState, Why newWhy, String newReason) {
        return new PrintJob(number, slip, newState, duplicateOf, newWhy, newReason);
    }
}
