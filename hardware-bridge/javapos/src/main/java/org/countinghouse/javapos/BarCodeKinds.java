package org.countinghouse.javapos;

import java.util.Optional;
import jpos.POSPrinterConst;
import org.countinghouse.device.Barcode;

/// Our kinds of bar codes and JavaPOS' symbologies (UPOS 1.15, POS Printer, printBarCode), both ways.
final class BarCodeKinds {
    private BarCodeKinds() {}

    static int symbology(Barcode kind) {
        return switch (kind) {
            case EAN_13 -> POSPrinterConst.PTR_BCS_EAN13;
            case EAN_8 -> POSPrinterConst.PTR_BCS_EAN8;
            case UPC_A -> POSPrinterConst.PTR_BCS_UPCA;
            case CODE_39 -> POSPrinterConst.PTR_BCS_Code39;
            case CODE_128 -> POSPrinterConst.PTR_BCS_Code128;
            case ITF -> POSPrinterConst.PTR_BCS_ITF;
        };
    }

    /// JavaPOS calls the 13 digits of a European article number also by their Japanese name.
    static Optional<Barcode> kind(int symbology) {
        return switch (symbology) {
            case POSPrinterConst.PTR_BCS_EAN13 -> Optional.of(Barcode.EAN_13);
            case POSPrinterConst.PTR_BCS_EAN8 -> Optional.of(Barcode.EAN_8);
            case POSPrinterConst.PTR_BCS_UPCA -> Optional.of(Barcode.UPC_A);
            case POSPrinterConst.PTR_BCS_Code39 -> Optional.of(Barcode.CODE_39);
            case POSPrinterConst.PTR_BCS_Code128 -> Optional.of(Barcode.CODE_128);
            case POSPrinterConst.PTR_BCS_ITF -> Optional.of(Barcode.ITF);
            default -> Optional.empty();
        };
    }
}
