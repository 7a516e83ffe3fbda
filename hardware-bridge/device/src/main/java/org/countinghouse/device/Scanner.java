package org.countinghouse.device;

import java.util.function.Consumer;

/// A bar code scanner. It tells what it reads by itself.
public interface Scanner {
    String name();

    State state();

    /// Who is told of each bar code, on the scanner's own thread; there is one listener, and a new one
    /// takes the place of the old. It must return soon.
    void whenScanned(Consumer<Scan> listener);

    enum State {
        READY,
        NO_ANSWER
    }

    /// One bar code.
    ///
    /// @param data what it says, without the scanner's prefix and ending; printable characters only
    /// @param kind what the scanner says it is, such as `EAN-13`; empty when it does not tell
    record Scan(String data, String kind) {
        public Scan {
            data = Printable.text(data);
            kind = Printable.text(kind);
        }
    }
}
