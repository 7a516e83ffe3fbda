package org.countinghouse.wire;

/// A frame that is larger, packed or unpacked, than the protocol allows. It is refused before it costs memory.
public final class OversizeException extends WireException {
    private static final long serialVersionUID = 1L;

    public OversizeException(String message) {
        super(message);
    }
}
