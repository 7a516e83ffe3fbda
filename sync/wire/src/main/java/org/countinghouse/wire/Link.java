package org.countinghouse.wire;

/// One entry in its chain, as stored and sent: the body is kept verbatim and never written anew.
///
/// @param previous the hash of the entry before, or the stream's genesis
/// @param hash SHA-256 over previous and body
/// @param body the envelope's canonical JSON, one line
public record Link(Hash previous, Hash hash, String body) {
    /// Reads the body; unknown fields are ignored, the payload is kept whole.
    public Envelope envelope() {
        return Envelope.read(body);
    }
}
