package org.countinghouse.device;

/// How loud a printed text is.
public enum Emphasis {
    PLAIN,
    BOLD,
    /// Bold, twice as wide and twice as high: half as many characters fit the paper.
    LARGE;

    /// How many columns of paper one cell of text takes.
    public int columnsPerCell() {
        return this == LARGE ? 2 : 1;
    }
}
