package org.countinghouse.serial.glory;

import java.util.Arrays;
import org.countinghouse.device.money.Sight;

/// What the machine is doing: `Status/Code` of an answer, `Status` of a StatusChangeEvent (IF
/// Specification, 3.51).
enum FccStatus {
    STARTING(0, Sight.State.BUSY, "it starts"),
    IDLE(1, Sight.State.READY, "it waits"),
    BEGINNING(2, Sight.State.BUSY, "a transaction begins"),
    WAITING_FOR_CASH(3, Sight.State.TAKING, "it waits for cash"),
    COUNTING(4, Sight.State.TAKING, "it counts"),
    DISPENSING(5, Sight.State.PAYING, "it pays"),
    REJECTED_AT_ENTRY(6, Sight.State.TAKING, "notes it does not take lie at the entry"),
    LEFT_AT_EXIT(7, Sight.State.PAYING, "cash lies at the exit and was not taken"),
    RESETTING(8, Sight.State.BUSY, "it resets"),
    CANCELLING(9, Sight.State.BUSY, "it gives up a transaction"),
    CALCULATING(10, Sight.State.PAYING, "it works out the change"),
    RETURNING_DEPOSIT(11, Sight.State.BUSY, "it gives a deposit back"),
    COLLECTING(12, Sight.State.BUSY, "cash goes to the cassette"),
    ERROR(13, Sight.State.JAMMED, "an error, somebody has to look"),
    UPDATING(14, Sight.State.BUSY, "it loads new firmware"),
    READING_LOG(15, Sight.State.BUSY, "somebody reads its log"),
    WAITING_FOR_FILL(16, Sight.State.TAKING, "it waits to be filled"),
    COUNTING_FILL(17, Sight.State.TAKING, "it counts what it is filled with"),
    UNLOCKING(18, Sight.State.OUT_OF_ORDER, "it is unlocked"),
    WAITING_FOR_INVENTORY(19, Sight.State.BUSY, "it brings its inventory up to date"),
    DEPOSIT_FIXED(20, Sight.State.TAKING, "a deposit is counted"),
    DISPENSE_FIXED(21, Sight.State.PAYING, "the change is worked out"),
    WAITING_TO_DISPENSE(22, Sight.State.PAYING, "it is about to pay"),
    WAITING_TO_CANCEL(23, Sight.State.BUSY, "it asks whether to give up"),
    SUSPECT_NOTE(24, Sight.State.TAKING, "a note it doubts was counted"),
    WAITING_FOR_END(25, Sight.State.TAKING, "it waits for the end of a deposit"),
    OVERFLOW_TO_EMPTY(26, Sight.State.OUT_OF_ORDER, "the overflow box has to be emptied"),
    SEALING(27, Sight.State.BUSY, "it seals a bag"),
    WAITING_FOR_RECOVERY(30, Sight.State.JAMMED, "an error waits to be cleared"),
    SYSTEM_BUSY(40, Sight.State.BUSY, "it is busy"),
    UPDATE_WAITS(41, Sight.State.OUT_OF_ORDER, "an update waits"),
    UNKNOWN(-1, Sight.State.BUSY, "it does something we do not know");

    private final int code;
    private final Sight.State state;
    private final String words;

    FccStatus(int code, Sight.State state, String words) {
        this.code = code;
        this.state = state;
        this.words = words;
    }

    static FccStatus of(int code) {
        return Arrays.stream(values())
                .filter(each -> each.code == code)
                .findFirst()
                .orElse(UNKNOWN);
    }

    Sight.State state() {
        return state;
    }

    String words() {
        return words;
    }

    /// Whether money may be on its way because of a payout or a collection.
    boolean isMovingOut() {
        return state == Sight.State.PAYING || this == COLLECTING;
    }

    /// Whether it waits or stands still. In an error it may go on with a payout once somebody has cleared it.
    boolean isAtRest() {
        return state != Sight.State.PAYING && state != Sight.State.TAKING && state != Sight.State.BUSY;
    }

    /// Whether something lies in the way that a hand has to take.
    boolean isHeld() {
        return this == LEFT_AT_EXIT || this == REJECTED_AT_ENTRY;
    }

    /// Whether a deposit can be ended now. In the other cases a machine was seen never to answer.
    boolean takesAnEnd() {
        return switch (this) {
            case REJECTED_AT_ENTRY, ERROR, SUSPECT_NOTE, WAITING_FOR_RECOVERY -> false;
            default -> true;
        };
    }
}
