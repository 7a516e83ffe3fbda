package org.countinghouse.wire;

/// How far a stream has come: its last sequence and that entry's hash. An empty stream has sequence 0 and its genesis.
public record Head(long sequence, Hash hash) {
    public Head {
        if (sequence < 0) {
            throw new IllegalArgumentException("a head counts from 0, not " + sequence);
        }
    }

    /// The head of a stream nothing was written to.
    ///
    /// @param publicKey the station's Ed25519 key, X.509 encoded
    public static Head empty(Stream stream, byte[] publicKey) {
        return new Head(0, Chain.genesis(stream, publicKey));
    }

    /// `{"hash":hex,"sequence":n}`
    public String json() {
        return "{\"hash\":\"" + hash.hex() + "\",\"sequence\":" + sequence + "}";
    }

    /// @throws WireException when the text is not a head
    public static Head read(String json) {
        return Json.read("a head", json, node -> new Head(Json.count(node, "sequence"), Json.hash(node, "hash")));
    }
}
