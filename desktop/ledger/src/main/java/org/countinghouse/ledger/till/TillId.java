package org.countinghouse.ledger.till;

/// A till by its short name, as printed on a slip: `1`, `2`, `bar`.
///
/// @param name 1 to 16 of `a-z 0-9 -`
public record TillId(String name) {
    private static final int LONGEST = 16;

    public TillId {
        if (name.isEmpty() || name.length() > LONGEST || !name.chars().allMatch(TillId::isSpelledWith)) {
            throw new IllegalArgumentException("a till is named with 1 to 16 of a-z, 0-9 and -, not \"" + name + "\"");
        }
    }

    /// Whether names of tills and accounts may have this character.
    public static boolean isSpelledWith(int character) {
        return character >= 'a' && character <= 'z' || character >= '0' && character <= '9' || character == '-';
    }

    @Override
    public String toString() {
        return name;
    }
}
