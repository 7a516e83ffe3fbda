package org.countinghouse.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;

/// Whatever a simulated ccTalk bus hears, in whatever pieces: after a silence the next command is
/// heard, and acceptors answer or are silent.
public final class CcTalkEarFuzz {
    private static final byte[] NEXT = {2, 0, 1, (byte) 0xFE, (byte) 0xFF};
    private static final byte[] NEXT_CRC = new CcTalkEar(true).spoken(2, 1, new CcTalkSlave.Say(0xFE, new byte[0]));
    private static final List<Denomination> COINS = List.of(new Denomination("EUR", 100), new Denomination("EUR", 200));

    private CcTalkEarFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        hear(new CcTalkEar(false), bytes, NEXT);
        hear(new CcTalkEar(true), bytes, NEXT_CRC);
        var metal = new Metal(Pieces.NONE, Set.copyOf(COINS), 5);
        obey(new CcTalkCoinAcceptor(metal, COINS), bytes);
        obey(new CcTalkBillValidator(metal, COINS), bytes);
    }

    private static void hear(CcTalkEar ear, byte[] bytes, byte[] next) {
        int half = bytes.length / 2;
        ear.hear(bytes, half, 0);
        byte[] rest = Arrays.copyOfRange(bytes, half, bytes.length);
        ear.hear(rest, rest.length, 1);
        var heard = ear.hear(next, next.length, 2L + CcTalkEar.GAP_NANOS);
        if (heard.size() != 1 || heard.getFirst().header() != 0xFE) {
            throw new AssertionError("a command is lost after a silence");
        }
    }

    /// The same bytes as commands: a header, a length, and so many bytes.
    private static void obey(CcTalkSlave slave, byte[] bytes) {
        for (int at = 0; at + 1 < bytes.length; at += 2 + (bytes[at + 1] & 0x0F)) {
            int end = Math.min(bytes.length, at + 2 + (bytes[at + 1] & 0x0F));
            var said = slave.obey(bytes[at] & 0xFF, Arrays.copyOfRange(bytes, at + 2, end));
            if (said.isPresent() && said.get().data().length > 0xFF) {
                throw new AssertionError("an answer that fits no frame");
            }
        }
    }
}
