package org.countinghouse.serial.scan;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.countinghouse.device.Scanner.Scan;

/// Takes what a scanner sends apart into bar codes. What has no end, is too long, or lacks the prefix
/// or suffix of the settings is dropped whole: half a bar code is another article.
final class ScanReader {
    private final ScanSettings settings;
    private final Consumer<Scan> found;
    private final Consumer<String> dropped;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private boolean tooLong;

    /// @param dropped is told why something was thrown away, without its content
    ScanReader(ScanSettings settings, Consumer<Scan> found, Consumer<String> dropped) {
        this.settings = settings;
        this.found = found;
        this.dropped = dropped;
    }

    void take(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            take(bytes[i]);
        }
    }

    /// Nothing came for as long as the pause of the settings.
    void silence() {
        if (settings.end().length == 0) {
            end();
        } else {
            tornOff();
        }
    }

    /// Nothing more will come: the cable broke.
    void tornOff() {
        if (heard.size() > 0 || tooLong) {
            dropped.accept("its end did not come");
        }
        forget();
    }

    private void take(byte each) {
        if (heard.size() == 0 && !tooLong && isLeftOver(each)) {
            return;
        }
        if (!tooLong) {
            heard.write(each);
        }
        if (endsNow(each)) {
            end();
        } else if (heard.size() > longestHeard()) {
            tooLong = true;
            heard.reset();
        }
    }

    /// The other half of CR LF, where the settings name only one of them.
    private boolean isLeftOver(byte each) {
        byte[] end = settings.end();
        return end.length == 1 && (end[0] == '\r' && each == '\n' || end[0] == '\n' && each == '\r');
    }

    /// While a text is too long only the last byte of the ending is known, which is enough to begin
    /// anew.
    private boolean endsNow(byte last) {
        byte[] end = settings.end();
        if (end.length == 0 || last != end[end.length - 1]) {
            return false;
        }
        return tooLong || endsWith(heard.toByteArray(), heard.size(), end);
    }

    private void end() {
        byte[] bytes = heard.toByteArray();
        boolean wasTooLong = tooLong;
        forget();
        int length = bytes.length - (wasTooLong ? 0 : settings.end().length);
        byte[] end = settings.end();
        if (end.length == 1 && end[0] == '\n' && length > 0 && bytes[length - 1] == '\r') {
            length--;
        }
        if (wasTooLong) {
            dropped.accept("longer than " + settings.longest() + " bytes");
        } else if (length > 0) {
            undress(bytes, length);
        }
    }

    private void undress(byte[] bytes, int length) {
        byte[] prefix = settings.prefix();
        byte[] suffix = settings.suffix();
        int data = length - prefix.length - suffix.length;
        if (data < 1 || !startsWith(bytes, prefix) || !endsWith(bytes, length, suffix)) {
            dropped.accept("without the prefix or suffix it should have");
        } else if (data > settings.longest()) {
            dropped.accept("longer than " + settings.longest() + " bytes");
        } else {
            String text = text(Arrays.copyOfRange(bytes, prefix.length, prefix.length + data));
            found.accept(settings.codeIds() ? Scan.sent(text) : new Scan(text, ""));
        }
    }

    private void forget() {
        heard.reset();
        tooLong = false;
    }

    private int longestHeard() {
        return settings.longest() + settings.prefix().length + settings.suffix().length + settings.end().length + 1;
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static boolean endsWith(byte[] bytes, int length, byte[] end) {
        return length >= end.length && Arrays.equals(bytes, length - end.length, length, end, 0, end.length);
    }

    /// UTF-8 where it is, else the older one: a scanner does not tell.
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
