package org.countinghouse.serial;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.spi.Cables;
import org.jspecify.annotations.Nullable;

/// Keeps a living wire to one printer: lays it when it is first needed and again after it broke.
final class PrinterLink implements AutoCloseable {
    private static final Duration LAY_LIMIT = Duration.ofMillis(1500);

    private final DeviceAddress address;
    private final Cables cables;
    private final EscPosSettings settings;
    private final List<Consumer<Asb>> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Wire wire;
    private boolean closed;

    PrinterLink(DeviceAddress address, Cables cables, EscPosSettings settings) {
        this.address = address;
        this.cables = cables;
        this.settings = settings;
    }

    EscPosSettings settings() {
        return settings;
    }

    /// A wire whose far end has just answered. A socket to a printer that was switched off takes bytes
    /// as if nothing had
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
        var fresh = laid();
        wire = fresh;
        var contact = contact(fresh);
        if (settings.tellsUnasked()) {
            fresh.send(EscPos.tellUnasked(true));
        }
        return contact;
    }

    /// @param listener gets what the printer tells unasked, on the thread that listens
    void whenTold(Consumer<Asb> listener) {
        listeners.add(listener);
    }

    /// What the printer last told unasked over the living wire. Never waits.
    Optional<Asb> lastTold() {
        var known = wire;
        return known == null ? Optional.empty() : Optional.ofNullable(known.lastTold());
    }

    /// Sends without waiting for an answer, to a printer that takes bytes and says nothing.
    synchronized void sendUnanswered(byte[] command) throws IOException {
        try (var blind = laid()) {
            blind.send(command);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        var known = wire;
        if (known != null) {
            known.close();
        }
    }

    private Wire laid() throws IOException {
        return new Wire(
                settings.name(),
                cables.lay(address, LAY_LIMIT),
                told -> listeners.forEach(listener -> listener.accept(told)));
    }

    private Contact contact(Wire over) throws IOException {
        return new Contact(over, settings.answers() ? over.ask(EscPos.Subject.PRINTER) : Status.ONLINE);
    }

    /// A wire and the printer's first answer over it.
    record Contact(Wire wire, int printerState) {}
}
