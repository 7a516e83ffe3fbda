package org.countinghouse.serial.glory;

import java.io.IOException;
import java.util.Optional;
import org.countinghouse.device.Pieces;

/// An answer of the machine.
///
/// @param name with `Response` behind it
/// @param code the attribute `result`
/// @param sequence the number of the request it answers; empty when it does not say
record FccReply(String name, int code, String sequence, Node body) {
    static FccReply of(Node body) throws UnreadableXml {
        var code = body.attribute("result")
                .orElseThrow(() -> new UnreadableXml("an answer without a result: " + body.name()));
        return new FccReply(
                body.name(),
                FccCash.number(code, -1, 99_999),
                body.textOf("SeqNo").orElse(""),
                body);
    }

    FccResult result() {
        return FccResult.of(code);
    }

    String words() {
        return result().words() + " (" + name + " " + code + ")"
                + body.textOf("TransactionId").map(id -> ", transaction " + id).orElse("");
    }

    FccReply orElseThrow() throws IOException {
        if (!result().isDone()) {
            throw new IOException("the machine says: " + words());
        }
        return this;
    }

    /// The pieces of one type of `Cash`; empty when the answer does not speak of it.
    Optional<Pieces> cash(int type, String usual) throws UnreadableXml {
        Optional<Pieces> told = Optional.empty();
        for (FccCash each : FccCash.in(body, usual)) {
            if (each.type() == type) {
                told = Optional.of(told.orElse(Pieces.NONE).plus(each.pieces()));
            }
        }
        return told;
    }

    FccStatus status() throws UnreadableXml {
        var code = body.first("Status").flatMap(status -> status.textOf("Code"));
        return FccStatus.of(
                FccCash.number(code.orElseThrow(() -> new UnreadableXml("a status without a code")), 0, 99_999));
    }
}
