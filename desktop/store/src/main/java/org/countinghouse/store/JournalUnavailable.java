package org.countinghouse.store;

/// The journal cannot be read or written. Nothing may be sold until it can; the message says what to do.
public final class JournalUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JournalUnavailable(String message) {
        super(message);
    }

    public JournalUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
