package org.countinghouse.device;

import java.time.Duration;
import org.countinghouse.device.KeyboardWedge.Limits;
import org.countinghouse.device.KeyboardWedge.Verdict;

/// Pairs of bytes are keys and the time before them: none is lost, none is doubled, and no scan holds a
/// control character.
public final class KeyboardWedgeFuzz {
    private static final Limits USUAL = Limits.USUAL;
    private static final Limits DRESSED = Limits.USUAL.dressed("~#", "!");
    private static final Limits SHORT = new Limits(Duration.ofMillis(40), Duration.ofMillis(40), 2, 12, "", "", "\r");

    private KeyboardWedgeFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        if (bytes.length > 0) {
            play(bytes, bytes[0] % 3 == 0 ? USUAL : bytes[0] % 3 == 1 ? DRESSED : SHORT);
        }
    }

    private static void play(byte[] bytes, Limits limits) {
        var wedge = new KeyboardWedge(limits);
        var now = Duration.ofHours(1);
        int keys = 0;
        int told = 0;
        for (int i = 1; i + 1 < bytes.length; i += 2) {
            now = now.plusMillis(bytes[i + 1] & 0x7F);
            told += told(wedge.typed((char) (bytes[i] & 0xFF), now), limits);
            keys++;
        }
        told += told(wedge.silence(now.plusSeconds(1)), limits);
        if (told != keys) {
            throw new AssertionError(keys + " keys came and " + told + " were told");
        }
    }

    private static int told(Verdict verdict, Limits limits) {
        int scanned = verdict.scan()
                .map(scan -> scan.data().length()
                        + (scan.kind().isEmpty() ? 0 : AimCodeId.LENGTH)
                        + limits.prefix().length()
                        + limits.suffix().length()
                        + 1)
                .orElse(0);
        if (verdict.scan()
                .filter(scan -> scan.data().chars().anyMatch(Character::isISOControl))
                .isPresent()) {
            throw new AssertionError("a scan with a control character");
        }
        return verdict.typed().length() + scanned;
    }
}
