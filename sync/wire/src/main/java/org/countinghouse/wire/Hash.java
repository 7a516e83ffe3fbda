package org.countinghouse.wire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// A SHA-256 value: 32 bytes, written as 64 lower-case hexadecimal digits. Immutable.
public final class Hash {
    public static final int BYTES = 32;

    private static final int SHORT_DIGITS = 8;

    /// Asking the platform for a digest takes as long as digesting an entry: each thread keeps one.
    private static final ThreadLocal<MessageDigest> DIGESTS = ThreadLocal.withInitial(Hash::digest);

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /// @param bytes exactly 32 bytes, copied
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash has " + BYTES + " bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /// @param hex 64 hexadecimal digits
    public static Hash parse(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /// SHA-256 over the parts, one after the other.
    static Hash sha256(byte[]... parts) {
        var digest = DIGESTS.get();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return new Hash(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /// The same bytes without a copy, for the chain's hot path inside this package.
    byte[] shared() {
        return bytes;
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /// The first eight digits: what a slip prints and a person compares.
    public String shortHex() {
        return hex().substring(0, SHORT_DIGITS);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && MessageDigest.isEqual(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
