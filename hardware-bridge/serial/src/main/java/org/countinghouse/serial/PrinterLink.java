package org.countinghouse.serial;

import java.io.IOException;
import java.time.Duration;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.spi.Cable;
import org.countinghouse.device.spi.Cables;
import org.jspecify.annotations.Nullable;

/// Keeps a living wire to one printer: lays it when it is first needed and again after it broke.
final class PrinterLink implements AutoCloseable {
    private static final Duration LAY_LIMIT = Duration.ofMillis(1500);

    private final DeviceAddress address;
    private final Cables cables;
    private final EscPosSettings settings;
    private @Nullable Wire wire;
    private boolean closed;

    PrinterLink(DeviceAddress address, Cables cables, EscPosSettings settings) {
        this.address = address;
        this.cables = cables;
        this.settings = settings;
    }

    EscPosSettings settings() {
        return settings;
    }

    /// A wire whose far end has just answered. A socket to a printer that was switched off takes bytes as if
    /// nothing had
    /// happened, so only an answer proves anything; asking again over a new cable does no harm.
    synchronized Contact contact() throws IOException {
        if (closed) {
            throw new IOException("this printer has been closed");
        }
        var known = wire;
        if (known != null && !known.isDead()) {
            try {
                return contact(known);
            } catch (IOException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
        }
        Cable cable = cables.lay(address, LAY_LIMIT);
        var fresh = new Wire(settings.name(), cable);
        wire = fresh;
        return contact(fresh);
    }

    /// Sends without waiting for an answer, to a printer that takes bytes and says nothing.
    synchronized void sendUnanswered(byte[] command) throws IOException {
        try (var blind = new Wire(settings.name(), cables.lay(address, LAY_LIMIT))) {
            blind.send(command);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (wire != null) {
            wire.close();
        }
    }

    private Contact contact(Wire over) throws IOException {
        return new Contact(over, settings.answers() ? over.ask(EscPos.Subject.PRINTER) : Status.ONLINE);
    }

    /// A wire and the printer's first answer over it.
    record Contact(Wire wire, int printerState) {}
}
