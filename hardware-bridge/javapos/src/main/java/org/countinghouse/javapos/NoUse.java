package org.countinghouse.javapos;

import jpos.JposConst;
import jpos.JposException;

/// What an error of a JavaPOS device means where nothing moves and nothing is printed.
final class NoUse {
    private NoUse() {}

    /// Whether the device, or its software, did not want what it was asked for; otherwise it cannot be reached.
    static boolean isRefusal(JposException e) {
        return switch (e.getErrorCode()) {
            case JposConst.JPOS_E_ILLEGAL, JposConst.JPOS_E_EXTENDED, JposConst.JPOS_E_DEPRECATED -> true;
            default -> false;
        };
    }

    /// Whether the device, or the way to it, is gone.
    static boolean isGone(JposException e) {
        return switch (e.getErrorCode()) {
            case JposConst.JPOS_E_NOHARDWARE, JposConst.JPOS_E_OFFLINE, JposConst.JPOS_E_TIMEOUT -> true;
            default -> false;
        };
    }

    static String words(JposException e) {
        String what = switch (e.getErrorCode()) {
            case JposConst.JPOS_E_NOEXIST -> "JavaPOS knows no such device";
            case JposConst.JPOS_E_NOSERVICE -> "the vendor's software is not there or too old";
            case JposConst.JPOS_E_CLAIMED, JposConst.JPOS_E_TIMEOUT -> "somebody else has it, or it is silent";
            case JposConst.JPOS_E_NOHARDWARE, JposConst.JPOS_E_OFFLINE -> "switched off or not plugged in";
            case JposConst.JPOS_E_BUSY -> "busy";
            default -> "the vendor's software refuses or fails";
        };
        return what + ": " + e.getMessage() + " (JavaPOS " + e.getErrorCode() + "/" + e.getErrorCodeExtended() + ")";
    }
}
