package org.countinghouse.simulator;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// Reads the data of GS k and makes bars of it (Epson, GS k).
///
/// @param name the kind, as people call it
/// @param data what a scanner reads
record BarCodes(String name, String data, BitMatrix bars) {
    private static final Map<Integer, BarcodeFormat> KINDS = Map.of(
            65, BarcodeFormat.UPC_A,
            66, BarcodeFormat.UPC_E,
            67, BarcodeFormat.EAN_13,
            68, BarcodeFormat.EAN_8,
            69, BarcodeFormat.CODE_39,
            70, BarcodeFormat.ITF,
            71, BarcodeFormat.CODABAR,
            72, BarcodeFormat.CODE_93,
            73, BarcodeFormat.CODE_128);

    /// Empty when a printer would print nothing: an unknown kind, or data that does not fit it.
    static Optional<BarCodes> read(int kind, byte[] bytes) {
        var format = KINDS.get(kind);
        if (format == null) {
            return Optional.empty();
        }
        String text = new String(bytes, StandardCharsets.US_ASCII);
        String data = format == BarcodeFormat.CODE_128 ? withoutSets(text) : text;
        try {
            var bars = new MultiFormatWriter().encode(data, format, 0, 1, Map.of(EncodeHintType.MARGIN, 0));
            return Optional.of(new BarCodes(format.name(), data, bars));
        } catch (WriterException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// `{A`, `{B` and `{C` choose a code set, `{{` is a brace. Pairs of digits in set C are two
    /// letters here.
    private static String withoutSets(String text) {
        var data = new StringBuilder();
        boolean pairs = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '{' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                pairs = next == '{' ? pairs : next == 'C';
                data.append(next == '{' ? "{" : "");
            } else {
                data.append(pairs ? "%02d".formatted(letter % 100) : String.valueOf(letter));
            }
        }
        return data.toString();
    }
}
