package org.countinghouse.wire;

/// Bytes that are not what this protocol says. The message names what was found, and where.
public final class WireException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WireException(String message) {
        super(message);
    }

    public WireException(String message, Throwable cause) {
        super(message, cause);
    }
}
