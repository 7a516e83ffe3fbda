package org.countinghouse.image;

/// A step of building the image failed; the message is for the person who asked for it.
final class ImageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ImageException(String message) {
        super(message);
    }
}
