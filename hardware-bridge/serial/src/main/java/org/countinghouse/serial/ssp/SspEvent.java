package org.countinghouse.serial.ssp;

import java.util.SortedMap;
import java.util.TreeMap;

/// Something a machine says when it is polled.
sealed interface SspEvent {
    /// Events that carry nothing.
    record Sign(Kind kind) implements SspEvent {
        enum Kind {
            RESET(0xF1),
            REJECTING(0xED),
            REJECTED(0xEC),
            STACKING(0xCC),
            STACKED(0xEB),
            STORED(0xDB),
            SAFE_JAM(0xEA),
            UNSAFE_JAM(0xE9),
            COIN_MECH_JAM(0xC4),
            JAM_RECOVERY(0xB0),
            DISABLED(0xE8),
            CHANNELS_DISABLED(0xB5),
            STARTING(0xB6),
            STACKER_FULL(0xE7),
            STORE_FULL(0xCF),
            CASHBOX_REMOVED(0xE3),
            CASHBOX_REPLACED(0xE4),
            PATH_OPEN(0xE0),
            OUT_OF_SERVICE(0xC6),
            STORE_REMOVED(0xC7),
            STORE_ATTACHED(0xC8),
            RETURN_PRESSED(0xC5),
            EMPTYING(0xC2),
            EMPTIED(0xC3);

            final int code;

            Kind(int code) {
                this.code = code;
            }
        }
    }

    /// A note in a channel; channel 0 is one that is not recognised yet.
    record Note(Kind kind, int channel) implements SspEvent {
        enum Kind {
            READ(0xEF),
            CREDITED(0xEE),
            CLEARED_FROM_FRONT(0xE1),
            CLEARED_TO_CASHBOX(0xE2);

            final int code;

            Kind(int code) {
                this.code = code;
            }
        }
    }

    /// How much has moved so far or at the end, by currency.
    record Amount(Kind kind, SortedMap<String, Long> amounts) implements SspEvent {
        enum Kind {
            DISPENSING(0xDA),
            DISPENSED(0xD2),
            JAMMED(0xD5),
            HALTED(0xD6),
            TIMED_OUT(0xD9),
            FLOATING(0xD7),
            FLOATED(0xD8),
            CASHBOX_PAID(0xDE),
            COIN_CREDITED(0xDF),
            SMART_EMPTYING(0xB3),
            SMART_EMPTIED(0xB4),
            FRAUD(0xE6);

            final int code;

            Kind(int code) {
                this.code = code;
            }
        }

        long of(String currency) {
            return amounts.getOrDefault(currency, 0L);
        }

        /// Whether nothing of any other currency moved.
        boolean isOnly(String currency) {
            return amounts.entrySet().stream().allMatch(each -> each.getKey().equals(currency) || each.getValue() == 0);
        }
    }

    /// At power-up: the last payout or float was interrupted, and this is how far it came.
    record Incomplete(boolean payout, SortedMap<String, Long> moved, SortedMap<String, Long> asked)
            implements SspEvent {
        boolean isOnly(String currency) {
            var others = new TreeMap<>(asked);
            others.putAll(moved);
            others.remove(currency);
            return others.keySet().stream()
                    .allMatch(other -> asked.getOrDefault(other, 0L) == 0 && moved.getOrDefault(other, 0L) == 0);
        }
    }

    /// One note that went somewhere it was not asked to go.
    record Stray(Kind kind, SortedMap<String, Long> amounts) implements SspEvent {
        enum Kind {
            TO_CASHBOX(0xC9),
            DISPENSED_AT_POWER_UP(0xCD),
            STACKED_AT_POWER_UP(0xCA),
            STORED_AT_POWER_UP(0xCB),
            /// Pushed out and not taken yet.
            HELD_IN_BEZEL(0xCE);

            final int code;

            Kind(int code) {
                this.code = code;
            }
        }
    }

    /// A note went wrong on its way out.
    record PayoutError(int cause) implements SspEvent {
        static final int CODE = 0xB1;
    }

    /// A code we do not know, so that nothing behind it can be read either.
    record Foreign(int code) implements SspEvent {}
}
