package org.countinghouse.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;

/// Whatever a simulated SSP machine hears, in whatever pieces: the next packet is heard, and every
/// command is answered.
public final class SmileyFuzz {
    private static final int FLAG = 0x7F;
    private static final SmileyLine ALL_DAY = new SmileyLine();
    private static final SmileyLine.Packet NEXT = new SmileyLine.Packet(0, new byte[] {0x11, FLAG, FLAG});
    private static final List<Denomination> CHANNELS =
            List.of(new Denomination("EUR", 500), new Denomination("EUR", 1000));

    private SmileyFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        ALL_DAY.heard(bytes, bytes.length);
        var line = new SmileyLine();
        int half = bytes.length / 2;
        line.heard(bytes, half);
        byte[] rest = Arrays.copyOfRange(bytes, half, bytes.length);
        line.heard(rest, rest.length);
        line.forget();
        byte[] next = SmileyLine.framed(NEXT);
        check(line.heard(next, next.length).equals(List.of(NEXT)), "a packet is lost");
        obey(bytes);
    }

    /// The same bytes as commands: a length, and so many bytes.
    private static void obey(byte[] bytes) {
        var metal = new Metal(Pieces.of(CHANNELS.getFirst(), 3), Set.copyOf(CHANNELS), 5);
        boolean hopper = bytes.length > 0 && (bytes[0] & 1) == 1;
        var machine = new PayoutMachine(metal, new Troubles(), CHANNELS, hopper);
        var commands = new PayoutCommands(machine, new SmileyKeys(), "fuzz", (_, _) -> {});
        for (int at = 1; at + 1 < bytes.length; at += 1 + Math.max(1, bytes[at] & 0x1F)) {
            int length = Math.max(1, bytes[at] & 0x1F);
            byte[] command = Arrays.copyOfRange(bytes, at + 1, Math.min(bytes.length, at + 1 + length));
            commands.movesMoney(command);
            byte[] answer = commands.answer(command);
            check(answer.length >= 1 && answer.length <= 0xFF, "an answer that fits no packet");
        }
    }

    private static void check(boolean claim, String what) {
        if (!claim) {
            throw new AssertionError(what);
        }
    }
}
