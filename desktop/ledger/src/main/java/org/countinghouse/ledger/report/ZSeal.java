package org.countinghouse.ledger.report;

/// What binds a Z report to the ledger it was taken from. The store adds it as it writes: only there the hashes are
/// known.
///
/// @param head the hash of the entry before the report, 64 hexadecimal digits
/// @param previousZ the hash of the till's Z report before, or 64 noughts for the first
/// @param signature Ed25519 (RFC 8032) by the station's key, base64
public record ZSeal(String head, String previousZ, String signature) {
    public static final String NO_Z = "0".repeat(64);
}
