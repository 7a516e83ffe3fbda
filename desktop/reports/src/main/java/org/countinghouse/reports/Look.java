package org.countinghouse.reports;

/// How loud a cell of the workbook is.
enum Look {
    PLAIN,
    BOLD,
    TITLE,
    /// The heading of a column.
    HEADING,
    /// The heading of a column of figures.
    HEADING_RIGHT,
    /// The heading of a column of words such as OK.
    HEADING_CENTRE,
    /// The heading of a part of a page.
    SECTION,
    /// A line below: where somebody signs.
    LINE,
    /// A line above: the sum of what stands over it.
    TOTAL,
    /// Greyed: a frozen figure that a formula is held against.
    FROZEN
}
