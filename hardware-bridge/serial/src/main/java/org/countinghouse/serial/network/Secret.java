package org.countinghouse.serial.network;

/// A password or token. Printing it shows nothing.
public record Secret(String reveal) {
    @Override
    public String toString() {
        return "(secret)";
    }
}
