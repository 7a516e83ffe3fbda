package org.countinghouse.app.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.countinghouse.store.JournalReader;
import org.countinghouse.store.StationKey;

/// PINs hashed with Argon2id (RFC 9106) and a pepper only this station has: four digits alone fall to any guess.
final class HashedPins {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int ITERATIONS = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final JournalReader reader;
    private final StationKey key;
    private final SecureRandom random = new SecureRandom();

    HashedPins(JournalReader reader, StationKey key) {
        this.reader = reader;
        this.key = key;
    }

    /// Gives an employee a PIN, or another one.
    void set(String employee, char[] pin) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var base64 = Base64.getEncoder();
        reader.pin(employee, base64.encodeToString(salt) + "$" + base64.encodeToString(hash(pin, salt)));
    }

    boolean has(String employee) {
        return reader.pin(employee).isPresent();
    }

    boolean isRight(String employee, char[] pin) {
        String[] stored = reader.pin(employee).orElse("$").split("\\$", 2);
        byte[] salt = Base64.getDecoder().decode(stored[0]);
        byte[] expected = Base64.getDecoder().decode(stored[1]);
        // Hashed also for somebody unknown, so that the wait tells nothing.
        byte[] found = hash(pin, salt);
        return MessageDigest.isEqual(found, expected);
    }

    private byte[] hash(char[] pin, byte[] salt) {
        byte[] secret = key.secret().getEncoded();
        byte[] digits = new String(pin).getBytes(UTF_8);
        var argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(ITERATIONS)
                .withParallelism(LANES)
                .withSalt(salt)
                .withSecret(secret)
                .build());
        byte[] hash = new byte[HASH_BYTES];
        argon2.generateBytes(digits, hash);
        Arrays.fill(digits, (byte) 0);
        Arrays.fill(secret, (byte) 0);
        return hash;
    }
}
