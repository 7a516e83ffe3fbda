package org.countinghouse.device;

import java.util.Optional;

/// How one device does, for the quiet strip at the edge of the screen.
///
/// @param name what people call the device
/// @param kind which promise it keeps
/// @param level how much it should catch the eye
/// @param fault what is wrong; empty when it works or is not known yet
/// @param detail the driver's own words, in English, for the tooltip and the log
public record DeviceHealth(String name, Kind kind, Level level, Optional<DeviceFault> fault, String detail) {
    public enum Kind {
        PRINTER,
        DRAWER,
        CASH_MACHINE,
        LINE_DISPLAY,
        SCANNER
    }

    public enum Level {
        /// Works.
        WELL,
        /// Works, but somebody should look soon (paper near its end).
        WARNING,
        /// Does not work now.
        FAULT
    }

    public static DeviceHealth of(String name, PrinterState state) {
        return switch (state) {
            case READY -> well(name, Kind.PRINTER, "ready");
            case NEAR_END ->
                new DeviceHealth(name, Kind.PRINTER, Level.WARNING, Optional.empty(), "paper is near its end");
            case OUT_OF_PAPER -> fault(name, Kind.PRINTER, DeviceFault.OUT_OF_PAPER, "out of paper");
            case COVER_OPEN -> fault(name, Kind.PRINTER, DeviceFault.COVER_OPEN, "cover is open");
            case ERROR -> fault(name, Kind.PRINTER, DeviceFault.JAMMED, "printer reports an error");
            case NO_ANSWER -> fault(name, Kind.PRINTER, DeviceFault.NO_ANSWER, "no answer");
        };
    }

    /// @param tellsState whether the drawer has a sense wire; one without works well and says nothing
    public static DeviceHealth of(String name, DrawerState state, boolean tellsState) {
        return switch (state) {
            case OPEN -> well(name, Kind.DRAWER, "open");
            case SHUT -> well(name, Kind.DRAWER, "shut");
            case UNKNOWN ->
                tellsState
                        ? fault(name, Kind.DRAWER, DeviceFault.NO_ANSWER, "no answer")
                        : well(name, Kind.DRAWER, "does not tell whether it is open");
        };
    }

    public static DeviceHealth of(String name, LineDisplay.State state) {
        return switch (state) {
            case READY -> well(name, Kind.LINE_DISPLAY, "ready");
            case NO_ANSWER -> fault(name, Kind.LINE_DISPLAY, DeviceFault.NO_ANSWER, "no answer");
        };
    }

    public static DeviceHealth of(String name, Scanner.State state) {
        return switch (state) {
            case READY -> well(name, Kind.SCANNER, "ready");
            case NO_ANSWER -> fault(name, Kind.SCANNER, DeviceFault.NO_ANSWER, "no answer");
        };
    }

    private static DeviceHealth well(String name, Kind kind, String detail) {
        return new DeviceHealth(name, kind, Level.WELL, Optional.empty(), detail);
    }

    private static DeviceHealth fault(String name, Kind kind, DeviceFault fault, String detail) {
        return new DeviceHealth(name, kind, Level.FAULT, Optional.of(fault), detail);
    }
}
