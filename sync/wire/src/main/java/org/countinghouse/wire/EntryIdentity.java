package org.countinghouse.wire;

import java.util.UUID;

/// What the door of the ledger must know of a body: whose it is, which number, which id. All else may be of a later
/// version.
public record EntryIdentity(Stream stream, long sequence, UUID id) {
    /// @throws WireException when the body is not JSON or does not say who it is
    public static EntryIdentity read(String body) {
        return Json.read("an entry's body", body, node -> {
            var text = Json.text(node, "id");
            var id = UUID.fromString(text);
            if (!id.toString().equals(text)) {
                throw new WireException("an id is written as a UUID in lower case, not \"" + text + "\"");
            }
            return new EntryIdentity(Json.stream(node.required("stream")), Json.whole(node, "sequence"), id);
        });
    }
}
