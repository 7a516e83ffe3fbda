package org.countinghouse.device.spi;

/// A simulated bar code scanner. What it sends around a bar code is set the way a real one is, by its
/// sheet of codes.
public interface ScannerPeer extends Peer {
    /// Reads a bar code: sends the prefix, these characters as UTF-8, and the ending.
    void scan(String data);

    /// Reads one whose end never comes, as with a loose plug.
    void scanWithoutEnd(String data);

    /// What it sends before and after each; in the beginning nothing and CR.
    void dress(String prefix, String ending);

    /// Whoever is connected is cut off.
    void cutCable();
}
