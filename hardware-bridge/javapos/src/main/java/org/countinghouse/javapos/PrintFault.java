package org.countinghouse.javapos;

import jpos.JposConst;
import jpos.JposException;
import jpos.POSPrinterConst;
import org.countinghouse.device.Printing;

/// Our answers to printing as JavaPOS errors, and back.
final class PrintFault {
    private PrintFault() {}

    /// Throws what JavaPOS throws for an answer that is not "printed".
    static void check(Printing printing) throws JposException {
        switch (printing) {
            case Printing.Printed() -> {}
            case Printing.PaperOut() ->
                throw new JposException(JposConst.JPOS_E_EXTENDED, POSPrinterConst.JPOS_EPTR_REC_EMPTY, "out of paper");
            case Printing.CoverOpen() ->
                throw new JposException(
                        JposConst.JPOS_E_EXTENDED, POSPrinterConst.JPOS_EPTR_COVER_OPEN, "cover is open");
            case Printing.NoAnswer(var reason) -> throw new JposException(JposConst.JPOS_E_NOHARDWARE, reason);
            case Printing.Refused(var reason) -> throw new JposException(JposConst.JPOS_E_ILLEGAL, reason);
            case Printing.Unknown(var reason) -> throw new JposException(JposConst.JPOS_E_TIMEOUT, reason);
        }
    }

    /// What an error of a JavaPOS printer means. Where a vendor does not say whether anything came out, we do not
    /// know.
    static Printing meaning(JposException e) {
        String reason = e.getMessage() + " (JavaPOS " + e.getErrorCode() + "/" + e.getErrorCodeExtended() + ")";
        return switch (e.getErrorCode()) {
            case JposConst.JPOS_E_EXTENDED ->
                switch (e.getErrorCodeExtended()) {
                    case POSPrinterConst.JPOS_EPTR_REC_EMPTY -> new Printing.PaperOut();
                    case POSPrinterConst.JPOS_EPTR_COVER_OPEN -> new Printing.CoverOpen();
                    default -> new Printing.Unknown(reason);
                };
            case JposConst.JPOS_E_NOHARDWARE, JposConst.JPOS_E_OFFLINE, JposConst.JPOS_E_NOSERVICE ->
                new Printing.NoAnswer(reason);
            case JposConst.JPOS_E_TIMEOUT, JposConst.JPOS_E_FAILURE -> new Printing.Unknown(reason);
            default -> new Printing.Refused(reason);
        };
    }
}
