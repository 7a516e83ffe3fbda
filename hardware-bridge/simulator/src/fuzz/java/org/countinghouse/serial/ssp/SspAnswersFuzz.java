package org.countinghouse.serial.ssp;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import org.countinghouse.device.Pieces;

/// Whatever an SSP machine answers is read, or is an [IOException]: its setup, its events, its levels,
/// and what it sends encrypted.
public final class SspAnswersFuzz {
    private static final int MOST_OF_A_LEVEL = 0xFFFF;
    private static final SspCipher CIPHER = new SspCipher(new byte[16], new SecureRandom());

    private SspAnswersFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        if (bytes.length < 2) {
            return;
        }
        byte[] answer = Arrays.copyOfRange(bytes, 1, bytes.length);
        try {
            read(bytes[0] & 0x0F, answer);
        } catch (IOException _) {
            // Nonsense, and said to be so.
        }
    }

    private static void read(int what, byte[] answer) throws IOException {
        switch (what) {
            case 0 -> levels(new SspReading(answer));
            case 1 -> setup(SspSetup.read(new SspReading(answer)));
            case 2 -> CIPHER.opened(answer);
            case 3 -> SspReply.of(answer, false).reason();
            default -> events(6 + what % 3, what > 9, answer);
        }
    }

    private static void setup(SspSetup setup) {
        setup.channel(0);
        for (int i = 1; i <= setup.channels().size(); i++) {
            setup.channel(i).ifPresent(each -> Pieces.of(each, MOST_OF_A_LEVEL).total(each.currency()));
        }
    }

    private static void levels(SspReading answer) throws IOException {
        int count = answer.one();
        var pieces = Pieces.NONE;
        for (int i = 0; i < count; i++) {
            int level = answer.two();
            pieces = pieces.plus(Pieces.of(Map.of(answer.denomination(), level)));
        }
        pieces.total("EUR");
    }

    private static void events(int version, boolean smart, byte[] answer) throws IOException {
        var events = new SspEvents(version, smart).read(new SspReading(answer));
        if (events.size() > answer.length) {
            throw new AssertionError("more events than bytes");
        }
        for (var event : events) {
            if (event instanceof SspEvent.Amount told
                    && told.amounts().values().stream().anyMatch(each -> each < 0)) {
                throw new AssertionError(event);
            }
        }
    }
}
