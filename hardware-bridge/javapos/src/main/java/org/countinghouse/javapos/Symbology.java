package org.countinghouse.javapos;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import jpos.ScannerConst;
import org.jspecify.annotations.Nullable;

/// Kinds of bar codes as JavaPOS numbers them (UPOS 1.15, Scanner, `scanDataType`) and as people name them.
final class Symbology {
    private static final int LONGEST = 8000;
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(ScannerConst.SCAN_SDT_UPCA, "UPC-A"),
            Map.entry(ScannerConst.SCAN_SDT_UPCE, "UPC-E"),
            Map.entry(ScannerConst.SCAN_SDT_EAN8, "EAN-8"),
            Map.entry(ScannerConst.SCAN_SDT_EAN13, "EAN-13"),
            Map.entry(ScannerConst.SCAN_SDT_ITF, "ITF"),
            Map.entry(ScannerConst.SCAN_SDT_Codabar, "Codabar"),
            Map.entry(ScannerConst.SCAN_SDT_Code39, "Code 39"),
            Map.entry(ScannerConst.SCAN_SDT_Code93, "Code 93"),
            Map.entry(ScannerConst.SCAN_SDT_Code128, "Code 128"),
            Map.entry(ScannerConst.SCAN_SDT_GS1128, "GS1-128"),
            Map.entry(ScannerConst.SCAN_SDT_GS1DATABAR, "GS1 DataBar"),
            Map.entry(ScannerConst.SCAN_SDT_GS1DATABAR_E, "GS1 DataBar Expanded"),
            Map.entry(ScannerConst.SCAN_SDT_PDF417, "PDF417"),
            Map.entry(ScannerConst.SCAN_SDT_DATAMATRIX, "Data Matrix"),
            Map.entry(ScannerConst.SCAN_SDT_QRCODE, "QR"),
            Map.entry(ScannerConst.SCAN_SDT_AZTEC, "Aztec"),
            Map.entry(ScannerConst.SCAN_SDT_GS1DATAMATRIX, "GS1 Data Matrix"),
            Map.entry(ScannerConst.SCAN_SDT_GS1QRCODE, "GS1 QR"));

    private Symbology() {}

    /// Empty for one that has no name here.
    static String name(int scanDataType) {
        return NAMES.getOrDefault(scanDataType, "");
    }

    static int number(String name) {
        return NAMES.entrySet().stream()
                .filter(each -> each.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(ScannerConst.SCAN_SDT_UNKNOWN);
    }

    /// UTF-8 where the bytes are that, as two-dimensional codes usually are; otherwise each byte is a character.
    static String text(byte @Nullable [] bytes) {
        byte[] given = Optional.ofNullable(bytes).orElse(new byte[0]);
        var some = ByteBuffer.wrap(given, 0, Math.min(given.length, LONGEST));
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(some.duplicate()).toString();
        } catch (CharacterCodingException _) {
            return StandardCharsets.ISO_8859_1.decode(some).toString();
        }
    }
}
