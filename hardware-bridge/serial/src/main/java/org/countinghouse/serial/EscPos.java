package org.countinghouse.serial;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.countinghouse.device.Align;
import org.countinghouse.device.Barcode;
import org.countinghouse.device.Emphasis;

/// ESC/POS commands as bytes. Source: Epson, ESC/POS Command Reference
/// (download4.epson.biz/sec_pubs/pos/reference_en/escpos).
final class EscPos {
    static final int LF = 0x0A;
    private static final int BAR_HEIGHT = 80;

    /// The dot to the left of the one that makes a byte DLE: a stroke grows thicker, and no speck appears.
    private static final int BESIDE = 0x20;

    private static final int DLE = 0x10;
    private static final int ESC = 0x1B;
    private static final int FS = 0x1C;
    private static final int GS = 0x1D;

    /// What DLE EOT can be asked about.
    enum Subject {
        PRINTER(1),
        OFFLINE_CAUSE(2),
        ERROR_CAUSE(3),
        PAPER(4);

        private final int number;

        Subject(int number) {
            this.number = number;
        }
    }

    private EscPos() {}

    /// ESC @, FS . and ESC M: defaults, no double-byte characters, the size of letters; then ESC t
    /// with the code page.
    ///
    /// @param letters 0 for font A, 1 for font B
    static byte[] start(int letters, int codePageNumber) {
        return bytes(ESC, '@', FS, '.', ESC, 'M', letters, ESC, 't', codePageNumber);
    }

    /// GS a: tell drawer, online, error and paper unasked, at once and whenever one changes; or
    /// nothing.
    static byte[] tellUnasked(boolean yes) {
        return bytes(GS, 'a', yes ? 0x0F : 0);
    }

    static byte[] align(Align align) {
        return bytes(ESC, 'a', align.ordinal());
    }

    /// ESC E and GS !: bold, and twice the width and height.
    static byte[] emphasis(Emphasis emphasis) {
        return bytes(ESC, 'E', emphasis == Emphasis.PLAIN ? 0 : 1, GS, '!', emphasis == Emphasis.LARGE ? 0x11 : 0);
    }

    static byte[] feed(int lines) {
        return bytes(ESC, 'd', lines);
    }

    /// ESC J: the quiet zone a QR code needs above itself.
    static byte[] feedDots(int dots) {
        return bytes(ESC, 'J', dots);
    }

    /// GS V 66 0: feeds to the knife and cuts, leaving one point.
    static byte[] cut() {
        return bytes(GS, 'V', 66, 0);
    }

    /// ESC p m t1 t2: one pulse to the drawer, in line with what is printed. Times in units of 2 ms.
    static byte[] pulse(int pin, int onUnits, int offUnits) {
        return bytes(ESC, 'p', pin, onUnits, offUnits);
    }

    /// DLE DC4 1 m t: the same pulse at once, past a full buffer and a printer that is offline. 200 ms.
    static byte[] pulseNow(int pin) {
        return bytes(DLE, 0x14, 1, pin, 2);
    }

    static byte[] ask(Subject subject) {
        return bytes(DLE, 0x04, subject.number);
    }

    /// DLE ENQ 2: forget what is not printed yet, so that new paper does not bring old slips.
    static byte[] forget() {
        return bytes(DLE, 0x05, 2);
    }

    /// GS ( H, function 48: "answer 37h 22h id NUL when everything before this is on paper".
    ///
    /// @param id four digits
    static byte[] tellWhenPrinted(String id) {
        return joined(bytes(GS, '(', 'H', 6, 0, 48, 48), id.getBytes(StandardCharsets.US_ASCII));
    }

    /// GS ( k, functions 165, 167, 169, 180, 181: a QR code, model 2, correction level M.
    static byte[] qr(String data, int dotsPerModule) {
        byte[] text = data.getBytes(StandardCharsets.UTF_8);
        int length = text.length + 3;
        return joined(
                bytes(GS, '(', 'k', 4, 0, 49, 65, 50, 0),
                bytes(GS, '(', 'k', 3, 0, 49, 67, dotsPerModule),
                bytes(GS, '(', 'k', 3, 0, 49, 69, 49),
                bytes(GS, '(', 'k', length & 0xFF, length >> 8, 49, 80, 48),
                text,
                bytes(GS, '(', 'k', 3, 0, 49, 81, 48));
    }

    /// GS h, GS w, GS H, GS f and GS k in its form B: a bar code with its data below it. No byte of
    /// its data is a control
    /// character, so none can be taken for a command. Code 128 is sent in its code set B.
    static byte[] bars(Barcode kind, String data, int dotsPerModule) {
        byte[] letters =
                (kind == Barcode.CODE_128 ? "{B" + data.replace("{", "{{") : data).getBytes(StandardCharsets.US_ASCII);
        return joined(
                bytes(GS, 'h', BAR_HEIGHT, GS, 'w', dotsPerModule, GS, 'H', 2, GS, 'f', 0),
                bytes(GS, 'k', number(kind), letters.length),
                letters);
    }

    private static int number(Barcode kind) {
        return switch (kind) {
            case UPC_A -> 65;
            case EAN_13 -> 67;
            case EAN_8 -> 68;
            case CODE_39 -> 69;
            case ITF -> 70;
            case CODE_128 -> 73;
        };
    }

    /// GS v 0: a picture, one bit per dot, rows of `bytesPerRow`.
    static byte[] picture(byte[] dots, int bytesPerRow) {
        int rows = dots.length / bytesPerRow;
        return joined(
                bytes(GS, 'v', '0', 0, bytesPerRow & 0xFF, bytesPerRow >> 8, rows & 0xFF, rows >> 8), defused(dots));
    }

    /// A printer obeys DLE commands even inside a picture: 10 14 01 there would open the drawer. One
    /// dot more prevents it.
    static byte[] defused(byte[] dots) {
        byte[] safe = dots.clone();
        for (int i = 0; i < safe.length; i++) {
            if (safe[i] == DLE) {
                safe[i] = DLE | BESIDE;
            }
        }
        return safe;
    }

    static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
