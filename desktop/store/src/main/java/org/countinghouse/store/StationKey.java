package org.countinghouse.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// The station's Ed25519 key pair, made on the station and kept in its data folder, readable by its owner only.
///
/// File: the PKCS#8 private key and the X.509 public key (RFC 8410), each one line of base64.
public record StationKey(PrivateKey secret, PublicKey open) {
    static final String FILE = "station.key";
    private static final String ALGORITHM = "Ed25519";

    /// Reads the key of this folder, or makes one.
    public static StationKey in(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return Files.exists(file) ? read(file) : make(file);
        } catch (IOException | GeneralSecurityException e) {
            throw new JournalUnavailable(
                    "cannot use the station's key " + file + " (" + e.getMessage()
                            + "): restore it from a backup of this station",
                    e);
        }
    }

    private static StationKey make(Path file) throws IOException, GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        var base64 = Base64.getEncoder();
        String content = base64.encodeToString(pair.getPrivate().getEncoded())
                + "\n"
                + base64.encodeToString(pair.getPublic().getEncoded())
                + "\n";
        Durable.writeSecret(file, content.getBytes(US_ASCII));
        return new StationKey(pair.getPrivate(), pair.getPublic());
    }

    private static StationKey read(Path file) throws IOException, GeneralSecurityException {
        var lines = Files.readAllLines(file, US_ASCII);
        if (lines.size() < 2) {
            throw new IOException("the file is cut off");
        }
        var base64 = Base64.getDecoder();
        var factory = KeyFactory.getInstance(ALGORITHM);
        var key = new StationKey(
                factory.generatePrivate(new PKCS8EncodedKeySpec(decode(base64, lines.get(0)))),
                factory.generatePublic(new X509EncodedKeySpec(decode(base64, lines.get(1)))));
        if (!key.belongsTogether()) {
            throw new IOException("its two halves do not belong together");
        }
        return key;
    }

    /// A changed bit leaves a key that looks like one, and signs what nobody can check.
    private boolean belongsTogether() throws GeneralSecurityException {
        byte[] probe = FILE.getBytes(US_ASCII);
        var signature = Signature.getInstance(ALGORITHM);
        signature.initSign(secret);
        signature.update(probe);
        byte[] signed = signature.sign();
        signature.initVerify(open);
        signature.update(probe);
        return signature.verify(signed);
    }

    private static byte[] decode(Base64.Decoder base64, String line) throws IOException {
        try {
            return base64.decode(line.strip());
        } catch (IllegalArgumentException e) {
            throw new IOException("a line of it is not base64", e);
        }
    }
}
