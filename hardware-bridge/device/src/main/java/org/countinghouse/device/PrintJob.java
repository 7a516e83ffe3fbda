package org.countinghouse.device;

import java.util.Optional;

/// One slip on its way to paper, as it stands at a moment.
///
/// @param number counts from 1 since the queue was opened
/// @param slip what is printed, with its mark when it is a duplicate
/// @param duplicateOf the job it prints once more
/// @param reason why it ended as it did, in English; empty when there is nothing to say
public record PrintJob(long number, Slip slip, State state, Optional<Long> duplicateOf, String reason) {
    /// Where a job stands. All but the first two are final.
    public enum State {
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

    PrintJob now(State newState, String newReason) {
        return new PrintJob(number, slip, newState, duplicateOf, newReason);
    }
}
