package org.countinghouse.serial.ssp;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.SecureRandom;

/// One agreement on a key (Diffie and Hellman, GA138 "Encryption Keys"). It keeps noise and replayed
/// frames out; against somebody at the cable it is only as good as the fixed key.
///
/// @param generator a prime above the modulus, as the maker's own host has it
/// @param modulus a prime
/// @param secret known to nobody else
record KeyExchange(BigInteger generator, BigInteger modulus, BigInteger secret) {
    /// The maker's own host stays below 2^31, so machines multiply two of these in 64 bits.
    private static final int BITS = 31;

    static KeyExchange drawn(SecureRandom random) {
        var one = BigInteger.probablePrime(BITS, random);
        var other = BigInteger.probablePrime(BITS, random);
        while (one.equals(other)) {
            other = BigInteger.probablePrime(BITS, random);
        }
        return new KeyExchange(one.max(other), one.min(other), new BigInteger(BITS, random).add(BigInteger.TWO));
    }

    /// What the machine is told.
    BigInteger told() {
        return generator.modPow(secret, modulus);
    }

    /// The key both know, from what the machine told.
    BigInteger agreed(BigInteger slave) {
        return slave.modPow(secret, modulus);
    }

    static byte[] bytes(BigInteger number) {
        return ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(number.longValue())
                .array();
    }
}
