package org.countinghouse.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The hash chain of a stream: `hash = SHA-256(previous hash || canonical bytes)`.
///
/// It shows an altered, missing or exchanged entry. It cannot show a cut-off tail: heads are anchored outside it, in
/// the cloud's acknowledgements, on the Z slip and in the workbook's properties.
public final class Chain {
    private static final String GENESIS = "countinghouse genesis 1";

    private Chain() {}

    /// The hash before the first entry: it binds the stream to its tenant, station, epoch and public key.
    ///
    /// @param publicKey the station's Ed25519 key, X.509 encoded
    public static Hash genesis(Stream stream, byte[] publicKey) {
        return Hash.sha256((GENESIS + "\n" + stream + "\n").getBytes(UTF_8), publicKey);
    }

    /// Hangs a body onto the hash before it.
    public static Link link(Hash previous, String body) {
        return new Link(previous, hash(previous, body.getBytes(UTF_8)), body);
    }

    /// The hash of a body that hangs on this one.
    ///
    /// @param body UTF-8
    public static Hash hash(Hash previous, byte[] body) {
        return Hash.sha256(previous.shared(), body);
    }

    /// Whether the link's hash is what its previous hash and its body give.
    public static boolean holds(Link link) {
        return hash(link.previous(), link.body().getBytes(UTF_8)).equals(link.hash());
    }
}
