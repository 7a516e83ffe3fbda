package org.countinghouse.serial.ssp;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/// The encrypted layer of one connection (GA138, "Encryption Layer"): `7E` and blocks of AES-128 over
/// `LENGTH COUNT(4) DATA… PADDING… CRC(2)`. Both ends count packets; one that is out of step is not
/// ours.
final class SspCipher {
    static final byte ENCRYPTED = 0x7E;
    private static final int BLOCK = 16;
    private static final int COUNT_AT = 1;
    private static final int DATA_AT = 5;
    private static final int CHECK = 2;

    private final SecretKeySpec key;
    private final SecureRandom random;
    private int count;

    SspCipher(byte[] key, SecureRandom random) {
        this.key = new SecretKeySpec(key, "AES");
        this.random = random;
    }

    /// The key: the fixed one of the shop's machines, then the one just agreed on, each low byte first.
    static byte[] key(long fixed, BigInteger agreed) {
        return ByteBuffer.allocate(BLOCK)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(fixed)
                .putLong(agreed.longValue())
                .array();
    }

    /// A command in its envelope; the count goes on.
    byte[] sealed(byte[] command) {
        int bare = DATA_AT + command.length + CHECK;
        var plain = new byte[(bare + BLOCK - 1) / BLOCK * BLOCK];
        random.nextBytes(plain);
        plain[0] = (byte) command.length;
        ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN).putInt(COUNT_AT, count);
        System.arraycopy(command, 0, plain, DATA_AT, command.length);
        int crc = SspFrames.crc(plain, plain.length - CHECK);
        plain[plain.length - 2] = (byte) crc;
        plain[plain.length - 1] = (byte) (crc >> 8);
        count++;
        var sealed = new byte[1 + plain.length];
        sealed[0] = ENCRYPTED;
        System.arraycopy(worked(Cipher.ENCRYPT_MODE, plain, 0), 0, sealed, 1, plain.length);
        return sealed;
    }

    /// What an answer's envelope holds.
    ///
    /// @throws IOException when the check, the length or the count is wrong: this machine has another
    ///         key, or has missed a packet
    byte[] opened(byte[] sealed) throws IOException {
        int length = sealed.length - 1;
        if (length < BLOCK || length % BLOCK != 0 || sealed[0] != ENCRYPTED) {
            throw new IOException("an encrypted answer of " + length + " bytes");
        }
        byte[] plain = worked(Cipher.DECRYPT_MODE, sealed, 1);
        int told = plain[length - 2] & 0xFF | (plain[length - 1] & 0xFF) << 8;
        int data = plain[0] & 0xFF;
        if (told != SspFrames.crc(plain, length - CHECK) || data < 1 || DATA_AT + data + CHECK > length) {
            throw new IOException("an encrypted answer that makes no sense");
        }
        int counted = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN).getInt(COUNT_AT);
        if (counted != count) {
            throw new IOException("the answer to packet " + counted + " where " + count + " was due");
        }
        var opened = new byte[data];
        System.arraycopy(plain, DATA_AT, opened, 0, data);
        return opened;
    }

    private byte[] worked(int way, byte[] bytes, int from) {
        try {
            var cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(way, key);
            return cipher.doFinal(bytes, from, bytes.length - from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES", e);
        }
    }
}
