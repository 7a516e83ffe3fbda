package org.countinghouse.device;

import java.util.List;

/// The small display that faces the customer. Calls may come from any thread but the screen's.
public interface LineDisplay {
    String name();

    int rows();

    /// How many characters fit on a row.
    int columns();

    /// Whether it can be reached, as far as that can be told; waits at most the driver's named limit.
    State state();

    /// Shows these rows and nothing else. What is too long is cut, what its code page cannot hold is
    /// shown as a visible substitute.
    ///
    /// @param lines at most [#rows]; those that are missing are blank
    Showing show(List<String> lines);

    /// Blanks it.
    default Showing clear() {
        return show(List.of());
    }

    enum State {
        READY,
        NO_ANSWER
    }

    /// What became of the wish to show something.
    sealed interface Showing {
        /// The bytes were taken; displays confirm nothing more.
        ///
        /// @param lacking the letters that stand there as substitutes, because the display has none
        ///        like them; empty when everything can be read. Whoever shows a name in Khmer learns
        ///        here that nobody can read it
        record Shown(String lacking) implements Showing {
            public Shown {
                lacking = Printable.text(lacking);
            }

            public Shown() {
                this("");
            }
        }

        record Refused(String reason) implements Showing {}

        record NoAnswer(String reason) implements Showing {}
    }
}
