package org.countinghouse.serial.scan;

import java.util.Arrays;
import java.util.List;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Scanner.Scan;

/// Whatever a scanner sends, in whatever pieces: a scan is never empty, never too long, and holds no
/// control character.
public final class ScanReaderFuzz {
    private static final int LONGEST = 60;
    private static final List<ScanSettings> SETTINGS = List.of(
            settings("end=cr"),
            settings("end=lf"),
            settings("end=crlf"),
            settings("end=none"),
            settings("end=tab&aim=no"),
            settings("end=etx&prefix=%02A&suffix=Z"));
    private static final List<ScanReader> ALL_DAY =
            SETTINGS.stream().map(ScanReaderFuzz::reader).toList();

    private ScanReaderFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        int which = (bytes[0] & 0xFF) % SETTINGS.size();
        byte[] sent = Arrays.copyOfRange(bytes, 1, bytes.length);
        ALL_DAY.get(which).take(sent, sent.length);
        var reader = reader(SETTINGS.get(which));
        int half = sent.length / 2;
        reader.take(sent, half);
        if ((bytes[0] & 0x80) != 0) {
            reader.silence();
        }
        byte[] rest = Arrays.copyOfRange(sent, half, sent.length);
        reader.take(rest, rest.length);
        reader.silence();
        reader.tornOff();
    }

    private static ScanReader reader(ScanSettings settings) {
        return new ScanReader(settings, ScanReaderFuzz::check, _ -> {});
    }

    private static void check(Scan scan) {
        if (scan.data().isEmpty()
                || scan.data().length() > LONGEST
                || (scan.data() + scan.kind()).chars().anyMatch(Character::isISOControl)) {
            throw new AssertionError(scan);
        }
    }

    private static ScanSettings settings(String text) {
        return ScanSettings.of(DeviceAddress.of("scanner:serial:/dev/ttyACM0?longest=" + LONGEST + "&" + text));
    }
}
