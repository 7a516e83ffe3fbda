package org.countinghouse.wire;

/// A batch whose frame can be read, but not its entries: a body or a hash is not what it must be.
public final class CorruptEntryException extends WireException {
    private static final long serialVersionUID = 1L;

    private final long sequence;

    /// @param sequence the entry at fault, or the batch's first where only the batch as a whole is known to be wrong
    public CorruptEntryException(long sequence, String message) {
        super(message);
        this.sequence = sequence;
    }

    public long sequence() {
        return sequence;
    }
}
