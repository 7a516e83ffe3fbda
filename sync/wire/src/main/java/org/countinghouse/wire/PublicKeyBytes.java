package org.countinghouse.wire;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/// A station's Ed25519 public key, X.509 encoded (RFC 8410). Immutable, compared by value.
public final class PublicKeyBytes {
    private final byte[] bytes;

    private PublicKeyBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /// @throws WireException when the bytes are no Ed25519 key
    public static PublicKeyBytes of(byte[] bytes) {
        var key = new PublicKeyBytes(bytes.clone());
        key.key();
        return key;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public PublicKey key() {
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(bytes));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new WireException("not an Ed25519 public key: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicKeyBytes key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
