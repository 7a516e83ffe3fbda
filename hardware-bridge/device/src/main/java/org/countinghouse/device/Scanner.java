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
    /// @param data what it says, without the scanner's prefix and ending; printable characters only,
    ///        and the separator of GS1 element strings (ASCII 29) as its picture `␝`
    /// @param kind what the scanner says it is, such as `EAN-13`; empty when it does not tell
    record Scan(String data, String kind) {
        private static final char GROUP_SEPARATOR = 0x1D;
        private static final char GROUP_SEPARATOR_PICTURE = '␝';

        public Scan {
            data = Printable.text(data.replace(GROUP_SEPARATOR, GROUP_SEPARATOR_PICTURE));
            kind = Printable.text(kind);
        }

        /// What a scanner sent: when an AIM code id such as `]E0` stands in front, it becomes the kind.
        public static Scan sent(String text) {
            return AimCodeId.startOf(text)
                    .map(id -> new Scan(text.substring(AimCodeId.LENGTH), id.kind()))
                    .orElseGet(() -> new Scan(text, ""));
        }
    }
}
