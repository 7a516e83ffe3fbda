package org.countinghouse.device.money;

/// How far an intent has come. What is not settled keeps its machine from every other intent.
///
/// ```
/// PLANNED -> ARMED -> SENT -> ACKED -> MOVING -> SETTLED_FULL | SETTLED_PARTIAL | SETTLED_NONE
///     \        |        \-------+---------+---> UNKNOWN -> RECONCILING -> SETTLED_... | DISPUTED
///      \-------+--> VOID                                                   DISPUTED -> SETTLED_... by
///      a person
/// ```
public enum IntentState {
    PLANNED,
    /// The baseline is written down.
    ARMED,
    /// Durable before the first byte leaves: from here on the command may have arrived.
    SENT,
    /// The machine took it.
    ACKED,
    MOVING,
    /// Nobody knows what became of it. Nothing is sent again.
    UNKNOWN,
    /// Evidence is being gathered.
    RECONCILING,
    SETTLED_FULL,
    SETTLED_PARTIAL,
    /// Nothing moved.
    SETTLED_NONE,
    /// The evidence does not agree, or there is none: a person counts.
    DISPUTED,
    /// Never sent.
    VOID;

    /// Whether nothing can change any more.
    public boolean isSettled() {
        return switch (this) {
            case SETTLED_FULL, SETTLED_PARTIAL, SETTLED_NONE, VOID -> true;
            case PLANNED, ARMED, SENT, ACKED, MOVING, UNKNOWN, RECONCILING, DISPUTED -> false;
        };
    }

    /// Whether the command may have reached the machine.
    public boolean mayHaveBeenSent() {
        return switch (this) {
            case PLANNED, ARMED, VOID -> false;
            case SENT, ACKED, MOVING, UNKNOWN, RECONCILING, SETTLED_FULL, SETTLED_PARTIAL, SETTLED_NONE, DISPUTED ->
                true;
        };
    }

    /// Whether `next` may be written after this.
    public boolean leadsTo(IntentState next) {
        return switch (this) {
            case PLANNED -> next == ARMED || next == VOID;
            case ARMED -> next == SENT || next == VOID;
            // SENT again: the machine's number for the transaction became known.
            case SENT, ACKED, MOVING -> next.ordinal() >= ordinal() && next != VOID;
            case UNKNOWN -> next == RECONCILING;
            case RECONCILING -> next == RECONCILING || next == DISPUTED || next.isSettled() && next != VOID;
            case DISPUTED -> next.isSettled() && next != VOID;
            case SETTLED_FULL, SETTLED_PARTIAL, SETTLED_NONE, VOID -> false;
        };
    }
}
