package org.countinghouse.reports;

import java.util.regex.Pattern;

/// Where a station's ledger stood: printed and exported so that a ledger that was cut off later can be found out.
///
/// @param sequence the entry the hash belongs to
/// @param hash SHA-256 in hex
public record LedgerHead(String station, long epoch, long sequence, String hash) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int SHORT = 12;
    private static final int GROUP = 4;

    public LedgerHead {
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("\"" + hash + "\" is no SHA-256 in hex");
        }
    }

    /// What a person can read aloud and compare: the first twelve digits in groups of four.
    public String shortHash() {
        return hash.substring(0, SHORT).replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }

    /// `station/epoch/sequence/hash`, for a QR code.
    public String mark() {
        return station + "/" + epoch + "/" + sequence + "/" + hash;
    }
}
