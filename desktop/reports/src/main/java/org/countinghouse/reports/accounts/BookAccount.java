package org.countinghouse.reports.accounts;

/// An account of the accountant's books.
///
/// @param code as the books number it; text, so that a zero in front lives
/// @param name as the books call it
public record BookAccount(String code, String name) {
    public BookAccount {
        code = code.strip();
        name = name.strip();
        if (code.isEmpty() || name.isEmpty()) {
            throw new IllegalArgumentException("an account of the books has a code and a name");
        }
    }
}
