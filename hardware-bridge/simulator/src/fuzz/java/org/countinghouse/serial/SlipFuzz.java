package org.countinghouse.serial;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.countinghouse.device.Align;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Emphasis;
import org.countinghouse.device.Line;
import org.countinghouse.device.Slip;

/// No text on a slip is a command: each line leaves as our alignment and emphasis, printable letters,
/// and one LF.
public final class SlipFuzz {
    /// A letter for every byte, control characters among them, so that no line has to be drawn.
    private static final Charset LETTERS = Charset.forName("IBM437");

    private static final EscPosSettings SETTINGS = EscPosSettings.of(DeviceAddress.of("tcp://127.0.0.1"));

    private SlipFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, LETTERS);
        var emphasis = Emphasis.values()[text.length() % 3];
        check(new Slip(text, List.of(new Line.Text(text, Align.CENTRE, emphasis))), Align.CENTRE, emphasis);
        String right = text.substring(text.length() / 2);
        check(new Slip(text, List.of(new Line.Columns(text, right, emphasis))), Align.LEFT, emphasis);
        Slip.titled(text).text(text).columns(text, text).build().asText(16);
    }

    private static void check(Slip slip, Align align, Emphasis emphasis) {
        var commands = EscPosSetting.of(slip, SETTINGS, SlipFuzz::noFonts);
        byte[] before = EscPos.joined(EscPos.align(align), EscPos.emphasis(emphasis));
        for (byte[] command : commands.subList(1, commands.size())) {
            if (!startsWith(command, before) || command[command.length - 1] != EscPos.LF) {
                throw new AssertionError("no line of ours: " + Arrays.toString(command));
            }
            for (int i = before.length; i < command.length - 1; i++) {
                if ((command[i] & 0xFF) < 0x20 || command[i] == 0x7F) {
                    throw new AssertionError("control character " + command[i] + " in " + Arrays.toString(command));
                }
            }
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static Fonts noFonts() {
        throw new AssertionError("the code page holds every letter of this slip");
    }
}
