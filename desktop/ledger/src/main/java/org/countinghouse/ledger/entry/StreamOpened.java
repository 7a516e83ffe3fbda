package org.countinghouse.ledger.entry;

/// The first entry of a stream: it carries the key the stream is bound to.
///
/// @param publicKey the station's Ed25519 public key, X.509 encoded, in base64
/// @param program the version of the program that opened it
public record StreamOpened(String publicKey, String program) implements Fact {}
