package org.countinghouse.cloud;

/// The centre cannot start or its database cannot be used. The message is for the person who runs it.
final class CloudException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CloudException(String message) {
        super(message);
    }

    CloudException(String message, Throwable cause) {
        super(message, cause);
    }
}
