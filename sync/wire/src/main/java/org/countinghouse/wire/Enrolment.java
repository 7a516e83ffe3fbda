package org.countinghouse.wire;

import java.util.Base64;

/// A station's request to be known to the centre: its stream, its key, and the code the shop's owner was given.
///
/// @param publicKey Ed25519, X.509 encoded
/// @param code the tenant's enrolment code; only this request carries it
public record Enrolment(Stream stream, PublicKeyBytes publicKey, String code) {
    /// `{"code":..,"epoch":..,"publicKey":base64,"station":..,"tenant":..}`
    public String json() {
        var out = new StringBuilder("{\"code\":");
        Canonical.writeText(code, out);
        return out.append(",\"epoch\":")
                .append(stream.epoch())
                .append(",\"publicKey\":\"")
                .append(Base64.getEncoder().encodeToString(publicKey.bytes()))
                .append("\",\"station\":\"")
                .append(stream.station())
                .append("\",\"tenant\":\"")
                .append(stream.tenant())
                .append("\"}")
                .toString();
    }

    /// @throws WireException when the text is not an enrolment, or its key is not Ed25519
    public static Enrolment read(String json) {
        return Json.read(
                "an enrolment",
                json,
                node -> new Enrolment(
                        Json.stream(node),
                        PublicKeyBytes.of(Base64.getDecoder().decode(Json.text(node, "publicKey"))),
                        Json.text(node, "code")));
    }

    /// The answer to an enrolment.
    public sealed interface Reply {
        /// Known, now or already; here is how far the centre has come with the stream.
        record Enrolled(Head head) implements Reply {}

        /// The code is not the tenant's, or there is no such tenant: the answer does not tell which.
        record WrongCode() implements Reply {}

        /// The stream belongs to another key. A restored or exchanged station begins a new epoch.
        record OtherKey() implements Reply {}

        /// Too many wrong codes; not now.
        record Later() implements Reply {}

        default String json() {
            return switch (this) {
                case Enrolled(var head) -> head.json();
                case WrongCode() -> "{\"problem\":\"wrong-code\"}";
                case OtherKey() -> "{\"problem\":\"other-key\"}";
                case Later() -> "{\"problem\":\"later\"}";
            };
        }

        /// @throws WireException when the text is none of these answers
        static Reply read(String json) {
            return Json.read("an answer to an enrolment", json, node -> {
                if (!node.has("problem")) {
                    return new Enrolled(new Head(Json.count(node, "sequence"), Json.hash(node, "hash")));
                }
                return switch (Json.text(node, "problem")) {
                    case "wrong-code" -> new WrongCode();
                    case "other-key" -> new OtherKey();
                    case "later" -> new Later();
                    default -> throw new WireException("an unknown answer to an enrolment: " + node);
                };
            });
        }
    }
}
