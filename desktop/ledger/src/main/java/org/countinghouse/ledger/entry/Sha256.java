package org.countinghouse.ledger.entry;

import java.util.regex.Pattern;

/// The SHA-256 of a file or an entry (FIPS 180-4). A type of its own, so that its digits are never taken for something
/// a person typed.
///
/// @param hex 64 hexadecimal digits in small letters
public record Sha256(String hex) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public Sha256 {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("\"" + hex + "\" is no SHA-256 in hex");
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
