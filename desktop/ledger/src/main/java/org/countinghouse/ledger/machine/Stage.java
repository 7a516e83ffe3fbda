package org.countinghouse.ledger.machine;

/// How far an intent has come. The words and what may follow what are those of the device's promise
/// (`device.money.IntentState`), which the ledger does not see; a test of the app holds the two together.
public enum Stage {
    PLANNED,
    ARMED,
    /// From here on the command may have reached the machine.
    SENT,
    ACKED,
    MOVING,
    UNKNOWN,
    RECONCILING,
    SETTLED_FULL,
    SETTLED_PARTIAL,
    SETTLED_NONE,
    /// A person has to count.
    DISPUTED,
    /// Never sent.
    VOID;

    /// Whether nothing can change any more.
    public boolean isSettled() {
        return this == VOID || isProved();
    }

    /// Whether it is known what moved by a command that was sent.
    public boolean isProved() {
        return this == SETTLED_FULL || this == SETTLED_PARTIAL || this == SETTLED_NONE;
    }

    public boolean leadsTo(Stage next) {
        return switch (this) {
            case PLANNED -> next == ARMED || next == VOID;
            case ARMED -> next == SENT || next == VOID;
            case SENT, ACKED, MOVING -> next.compareTo(this) >= 0 && next != VOID;
            case UNKNOWN -> next == RECONCILING;
            case RECONCILING -> next == RECONCILING || next == DISPUTED || next.isProved();
            case DISPUTED -> next.isProved();
            case SETTLED_FULL, SETTLED_PARTIAL, SETTLED_NONE, VOID -> false;
        };
    }
}
