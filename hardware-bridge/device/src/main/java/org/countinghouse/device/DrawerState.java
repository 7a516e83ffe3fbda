package org.countinghouse.device;

/// What the drawer's sense wire says; `UNKNOWN` when there is no wire or no answer.
public enum DrawerState {
    OPEN,
    SHUT,
    UNKNOWN
}
