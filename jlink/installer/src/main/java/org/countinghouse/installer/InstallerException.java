package org.countinghouse.installer;

/// An installer could not be made; the message is for the person who asked for it.
final class InstallerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InstallerException(String message) {
        super(message);
    }
}
