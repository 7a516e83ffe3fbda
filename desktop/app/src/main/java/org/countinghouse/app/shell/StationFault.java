package org.countinghouse.app.shell;

/// The station cannot do its job. The message is for the person in front of it: what happened and what to do.
public final class StationFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StationFault(String message) {
        super(message);
    }

    public StationFault(String message, Throwable cause) {
        super(message, cause);
    }
}
