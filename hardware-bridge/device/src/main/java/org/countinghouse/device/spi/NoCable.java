package org.countinghouse.device.spi;

import java.io.IOException;
import org.countinghouse.device.DeviceFault;
import org.jspecify.annotations.Nullable;

/// No cable could be laid, and why, in the shop's words: `NOT_FOUND`, `BUSY`, `REFUSED`, `NO_ANSWER`.
public final class NoCable extends IOException {
    private static final long serialVersionUID = 1;

    private final DeviceFault fault;

    public NoCable(DeviceFault fault, String reason) {
        this(fault, reason, null);
    }

    public NoCable(DeviceFault fault, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.fault = fault;
    }

    public DeviceFault fault() {
        return fault;
    }
}
