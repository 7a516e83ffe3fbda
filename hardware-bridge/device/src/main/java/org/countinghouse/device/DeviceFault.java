package org.countinghouse.device;

/// What can be wrong with a device, in the shop's words. Drivers translate their codes into these and no others.
public enum DeviceFault {
    NOT_FOUND,
    BUSY,
    NO_ANSWER,
    REFUSED,
    OUT_OF_PAPER,
    COVER_OPEN,
    JAMMED,
    /// A drawer that has been open for longer than it may.
    LEFT_OPEN
}
