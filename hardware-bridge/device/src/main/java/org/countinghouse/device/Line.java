package org.countinghouse.device;

/// One line of a slip. Text in it can be printed as it stands: a control character, which to a printer
/// is a command such as "open the drawer", has become a visible `¿`.
public sealed interface Line {
    /// A text over the paper's width; it wraps when it is longer.
    record Text(String text, Align align, Emphasis emphasis) implements Line {
        public Text {
            text = Printable.text(text);
        }
    }

    /// What is asked or counted on the left, the amount on the right edge.
    record Columns(String left, String right, Emphasis emphasis) implements Line {
        public Columns {
            left = Printable.text(left);
            right = Printable.text(right);
        }
    }

    /// A line across the paper.
    record Rule() implements Line {}

    /// A QR code in the middle, with words below it (which may be empty).
    ///
    /// @throws IllegalArgumentException when the data is empty, too long, or holds control characters
    record Qr(String data, String caption) implements Line {
        private static final int LONGEST = 700;

        public Qr {
            if (data.isEmpty()
                    || data.length() > LONGEST
                    || !Printable.text(data).equals(data)) {
                throw new IllegalArgumentException("a QR code holds 1 to " + LONGEST + " printable characters");
            }
            caption = Printable.text(caption);
        }
    }

    /// A bar code in the middle, with its data below it.
    ///
    /// @throws IllegalArgumentException when the data does not fit the kind, or its check digit is
    ///     wrong
    record Bars(Barcode kind, String data) implements Line {
        public Bars {
            if (!kind.holds(data)) {
                throw new IllegalArgumentException("\"" + Printable.text(data) + "\" is no " + kind);
            }
        }
    }

    /// A picture in the middle, such as the shop's logo. It is made as wide as the paper at most.
    record Logo(Png picture) implements Line {}

    /// Blank lines.
    record Feed(int lines) implements Line {
        public Feed {
            if (lines < 1 || lines > 20) {
                throw new IllegalArgumentException("feed 1 to 20 lines, not " + lines);
            }
        }
    }

    /// Feeds the paper past the knife and cuts it.
    record Cut() implements Line {}
}
