package org.countinghouse.serial.glory;

import java.util.Arrays;
import java.util.Optional;
import org.countinghouse.device.DeviceFault;

/// How a request ended: the attribute `result` of every answer (IF Specification, result code matrix).
enum FccResult {
    DONE(0, Kind.DONE, "done"),
    CANCELLED(1, Kind.STOPPED, "it was cancelled"),
    RESET(2, Kind.STOPPED, "the machine was reset"),
    OCCUPIED_BY_ANOTHER(3, Kind.BUSY, "another host has the machine"),
    NO_OCCUPATION(4, Kind.REFUSED, "the machine cannot be occupied"),
    NOT_OCCUPIED(5, Kind.REFUSED, "the machine has to be occupied first"),
    NOT_THESE_PIECES(6, Kind.SHORT, "it has not these pieces"),
    CANCELLED_SHORT(9, Kind.SHORT, "cancelled, because the change is short"),
    SHORT(10, Kind.SHORT, "it has too little"),
    EXCLUSIVE(11, Kind.BUSY, "it is at something else, or a deposit is still open"),
    INCONSISTENT(12, Kind.STOPPED, "it paid something else than it meant to"),
    NOT_RECOVERED(13, Kind.STOPPED, "it could not recover by itself"),
    USER_UNKNOWN(15, Kind.REFUSED, "it does not know the user or the password"),
    TOO_MANY_SESSIONS(16, Kind.REFUSED, "too many hosts are connected"),
    OCCUPIED_BY_US(17, Kind.DONE, "we have it already"),
    NO_SESSIONS(20, Kind.REFUSED, "it has no sessions"),
    SESSION_INVALID(21, Kind.REFUSED, "it does not know our session"),
    SESSION_OVER(22, Kind.REFUSED, "our session was too long silent"),
    VERIFY_FIRST(32, Kind.REFUSED, "its inventory has to be verified first"),
    CASSETTE_WRONG_PIECES(33, Kind.STOPPED, "a cassette holds what it should not"),
    CASSETTE_FULL(35, Kind.STOPPED, "the cassette is full"),
    CASSETTE_UNKNOWN(40, Kind.REFUSED, "it does not know the cassette"),
    CASSETTE_WRONG(41, Kind.REFUSED, "it is the wrong cassette"),
    RATE_WRONG(43, Kind.REFUSED, "the exchange rate is wrong"),
    SUSPECT_NOTES(44, Kind.STOPPED, "notes it doubts were counted"),
    DUPLICATE(96, Kind.DUPLICATE, "it has had a transaction of this number already"),
    PARAMETER(98, Kind.REFUSED, "it does not understand the request"),
    PROGRAM(99, Kind.STOPPED, "an error in its program"),
    DEVICE(100, Kind.STOPPED, "an error in its machinery"),
    UNKNOWN(-1, Kind.STOPPED, "a result we do not know");

    /// What a result says of money.
    enum Kind {
        DONE,
        /// Refused before anything began.
        REFUSED,
        /// Refused before anything began, because it is at something else.
        BUSY,
        /// Too little; something may have been paid all the same.
        SHORT,
        /// Stopped on the way; something may have moved.
        STOPPED,
        /// Had before. We never ask twice, so nobody knows what that means.
        DUPLICATE
    }

    private final int code;
    private final Kind kind;
    private final String words;

    FccResult(int code, Kind kind, String words) {
        this.code = code;
        this.kind = kind;
        this.words = words;
    }

    static FccResult of(int code) {
        return Arrays.stream(values())
                .filter(each -> each.code == code)
                .findFirst()
                .orElse(UNKNOWN);
    }

    int code() {
        return code;
    }

    Kind kind() {
        return kind;
    }

    String words() {
        return words;
    }

    boolean isDone() {
        return kind == Kind.DONE;
    }

    boolean isLostSession() {
        return this == SESSION_INVALID || this == SESSION_OVER;
    }

    /// The fault to name when it ended like this; empty when nothing was wrong.
    Optional<DeviceFault> fault() {
        return switch (kind) {
            case DONE -> Optional.empty();
            case BUSY -> Optional.of(DeviceFault.BUSY);
            case REFUSED, SHORT, DUPLICATE -> Optional.of(DeviceFault.REFUSED);
            case STOPPED -> Optional.of(this == CANCELLED ? DeviceFault.REFUSED : DeviceFault.JAMMED);
        };
    }
}
