package org.countinghouse.store;

import static org.countinghouse.store.db.Tables.STREAM;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import org.countinghouse.wire.Chain;
import org.countinghouse.wire.Hash;
import org.countinghouse.wire.Stream;

/// Whose ledger a file is: the stream and the public key its first hash is bound to.
record Identity(Stream stream, byte[] publicKey) {
    static Optional<Identity> read(Database database) {
        return database.jooq()
                .selectFrom(STREAM)
                .orderBy(STREAM.EPOCH.desc())
                .limit(1)
                .fetchOptional()
                .map(row -> new Identity(
                        new Stream(
                                row.get(STREAM.TENANT),
                                row.get(STREAM.STATION),
                                Math.toIntExact(row.get(STREAM.EPOCH))),
                        row.get(STREAM.PUBLIC_KEY)));
    }

    /// @throws JournalUnavailable when the stored key is none
    PublicKey key() {
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(publicKey));
        } catch (GeneralSecurityException e) {
            throw new JournalUnavailable("the ledger's public key is damaged: " + e.getMessage(), e);
        }
    }

    Hash genesis() {
        return Chain.genesis(stream, publicKey);
    }
}
