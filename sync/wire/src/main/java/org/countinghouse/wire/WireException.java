package org.countinghouse.wire;

/// Bytes that are not what this protocol says. The message names what was found, and where.
public sealed class WireException extends RuntimeException permits CorruptEntryException, OversizeException {
    private static final long serialVersionUID = 1L;

    public WireException(String message) {
        super(message);
    }

    public WireException(String message, Throwable cause) {
        super(message, cause);
    }
}
