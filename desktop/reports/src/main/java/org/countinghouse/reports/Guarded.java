package org.countinghouse.reports;

/// Text of a file that a spreadsheet opens. What it would take for a formula is shown to be text (OWASP, CSV
/// Injection).
public final class Guarded {
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

    private Guarded() {}

    /// Only for what people wrote: a number keeps its minus.
    public static String text(String written) {
        return !written.isEmpty() && BEGINS_A_FORMULA.indexOf(written.charAt(0)) >= 0 ? "'" + written : written;
    }
}
