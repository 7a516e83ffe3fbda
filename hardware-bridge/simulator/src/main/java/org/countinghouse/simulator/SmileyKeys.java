package org.countinghouse.simulator;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/// The slave's half of the agreed key and of the encrypted layer (GA138, "Encryption Layer"). The key
/// lives in memory that a loss of power empties.
final class SmileyKeys {
    static final byte ENCRYPTED = 0x7E;

    /// What every machine leaves the factory with.
    static final long FACTORY_KEY = 0x0123456701234567L;

    private final BigInteger secret;
    private BigInteger generator = BigInteger.ZERO;
    private BigInteger modulus = BigInteger.ZERO;
    private byte[] key = {};
    private int count;

    SmileyKeys() {
        this(new BigInteger(31, new SecureRandom()).setBit(8));
    }

    SmileyKeys(BigInteger secret) {
        this.secret = secret;
    }

    boolean areSet() {
        return key.length > 0;
    }

    /// @return whether it is a prime, as the manual asks
    boolean generator(long value) {
        generator = BigInteger.valueOf(value);
        return value > 1 && generator.isProbablePrime(20);
    }

    boolean modulus(long value) {
        modulus = BigInteger.valueOf(value);
        return value > 1 && modulus.isProbablePrime(20);
    }

    /// Agrees on a key with the host's number, and gives ours; empty when something is missing.
    Optional<byte[]> exchanged(long host) {
        if (generator.signum() < 1 || modulus.signum() < 1 || host < 0) {
            return Optional.empty();
        }
        var agreed = BigInteger.valueOf(host).modPow(secret, modulus);
        key = littleEndian(16)
                .putLong(FACTORY_KEY)
                .putLong(agreed.longValueExact())
                .array();
        count = 0;
        return Optional.of(littleEndian(8)
                .putLong(generator.modPow(secret, modulus).longValueExact())
                .array());
    }

    /// The command inside an encrypted packet; empty when it is not for this key or out of step.
    /// Looking does not count.
    Optional<byte[]> opened(byte[] packet) {
        if (!areSet() || packet.length < 17 || packet.length % 16 != 1) {
            return Optional.empty();
        }
        byte[] plain = aes(Cipher.DECRYPT_MODE, Arrays.copyOfRange(packet, 1, packet.length));
        int told = plain[plain.length - 2] & 0xFF | (plain[plain.length - 1] & 0xFF) << 8;
        int length = plain[0] & 0xFF;
        boolean right = told == SmileyLine.crc(Arrays.copyOf(plain, plain.length - 2))
                && length > 0
                && 5 + length + 2 <= plain.length
                && ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN).getInt(1) == count;
        return right ? Optional.of(Arrays.copyOfRange(plain, 5, 5 + length)) : Optional.empty();
    }

    /// The command just opened is obeyed: it counts, and this is the answer's packet.
    byte[] sealed(byte[] answer) {
        count++;
        var plain = littleEndian((answer.length + 7 + 15) / 16 * 16);
        plain.put((byte) answer.length).putInt(count).put(answer);
        int crc = SmileyLine.crc(Arrays.copyOf(plain.array(), plain.capacity() - 2));
        plain.putShort(plain.capacity() - 2, (short) crc);
        byte[] secretly = aes(Cipher.ENCRYPT_MODE, plain.array());
        return ByteBuffer.allocate(1 + secretly.length)
                .put(ENCRYPTED)
                .put(secretly)
                .array();
    }

    private byte[] aes(int way, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(way, new SecretKeySpec(key, "AES"));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES", e);
        }
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
