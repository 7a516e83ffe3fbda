package org.countinghouse.replicator;

import java.security.KeyPair;
import java.security.PrivateKey;
import org.countinghouse.wire.Head;
import org.countinghouse.wire.PublicKeyBytes;
import org.countinghouse.wire.Stream;

/// Who this station is: the stream it writes and the Ed25519 key pair its genesis is bound to.
public record StationIdentity(Stream stream, PublicKeyBytes publicKey, PrivateKey privateKey) {
    public static StationIdentity of(Stream stream, KeyPair keys) {
        return new StationIdentity(stream, PublicKeyBytes.of(keys.getPublic().getEncoded()), keys.getPrivate());
    }

    /// Where the stream stands before its first entry.
    Head beginning() {
        return Head.empty(stream, publicKey.bytes());
    }

    @Override
    public String toString() {
        return stream.toString();
    }
}
