package org.countinghouse.serial.ssp;

import java.util.Arrays;

/// A machine's answer.
///
/// @param code `F0` for yes, or what is wrong
/// @param repeated whether the command was sent more than once, so that a no may be an answer to the
///         repetition
record SspReply(int code, byte[] rest, boolean repeated) {
    static SspReply of(byte[] answer, boolean repeated) {
        return new SspReply(answer[0] & 0xFF, Arrays.copyOfRange(answer, 1, answer.length), repeated);
    }

    boolean isOk() {
        return code == Ssp.OK;
    }

    SspReading reading() {
        return new SspReading(rest);
    }

    /// Why it cannot, or -1 when it does not say.
    int reason() {
        return code == Ssp.CANNOT && rest.length > 0 ? rest[0] & 0xFF : -1;
    }

    @Override
    public String toString() {
        return "%02X".formatted(code)
                + (rest.length == 0 ? "" : " " + java.util.HexFormat.of().formatHex(rest));
    }
}
