package org.countinghouse.ledger.till;

import java.util.regex.Pattern;

/// A till by its short name, as printed on a slip: `1`, `2`, `bar`.
///
/// @param name 1 to 16 of `a-z 0-9 -`
public record TillId(String name) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,16}");

    public TillId {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a till is named with 1 to 16 of a-z, 0-9 and -, not \"" + name + "\"");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
