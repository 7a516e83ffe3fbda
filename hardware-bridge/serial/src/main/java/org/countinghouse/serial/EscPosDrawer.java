package org.countinghouse.serial;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.countinghouse.device.CashDrawer;
import org.countinghouse.device.DrawerState;
import org.countinghouse.device.Opening;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.device.spi.DeviceThread;

/// A drawer on an ESC/POS printer's socket. It has its own thread and passes between a slip's commands.
final class EscPosDrawer implements CashDrawer, AutoCloseable {
    /// How long after the pulse the sense wire may take to say open.
    static final Duration PROOF_LIMIT = Duration.ofSeconds(2);

    /// How long the pulse that goes past everything gets before the ordinary one follows.
    private static final Duration NOW_LIMIT = Duration.ofMillis(400);

    private static final Duration STATE_LIMIT = Duration.ofSeconds(5);
    private static final Duration OPEN_LIMIT = Duration.ofSeconds(7);
    private static final int LOOK_EVERY_MILLIS = 50;

    private final PrinterLink link;
    private final BooleanSupplier printing;
    private final DeviceThread thread;

    EscPosDrawer(PrinterLink link, BooleanSupplier printing) {
        this.link = link;
        this.printing = printing;
        thread = new DeviceThread(name());
    }

    @Override
    public String name() {
        return "drawer of " + link.settings().name();
    }

    @Override
    public Opening open() {
        return thread.answer(
                OPEN_LIMIT,
                this::openNow,
                _ -> new Opening.NoAnswer("not finished within " + OPEN_LIMIT.toSeconds() + " s"));
    }

    @Override
    public DrawerState state() {
        return thread.answer(STATE_LIMIT, this::ask, _ -> DrawerState.UNKNOWN);
    }

    @Override
    public boolean tellsState() {
        return link.settings().sensesDrawer();
    }

    @Override
    public void whenTold(Consumer<DrawerState> listener) {
        link.whenTold(told -> listener.accept(
                link.settings().sensesDrawer()
                        ? Status.drawer(told.drawerPinIsHigh(), link.settings().sense())
                        : DrawerState.UNKNOWN));
    }

    @Override
    public void close() {
        thread.close();
    }

    private DrawerState ask() {
        try {
            return link.settings().sensesDrawer() ? sensed(link.contact().printerState()) : DrawerState.UNKNOWN;
        } catch (IOException _) {
            return DrawerState.UNKNOWN;
        }
    }

    private Opening openNow() throws InterruptedException {
        PrinterLink.Contact contact;
        try {
            contact = link.contact();
        } catch (Wire.Silence e) {
            return unanswered(e);
        } catch (IOException e) {
            return new Opening.NoAnswer(String.valueOf(e.getMessage()));
        }
        try {
            return pulsed(contact);
        } catch (IOException e) {
            return new Opening.NoAnswer(e.getMessage() + ", after the pulse");
        }
    }

    private Opening pulsed(PrinterLink.Contact contact) throws IOException, InterruptedException {
        boolean wasOpen = link.settings().sensesDrawer() && isOpen(contact.printerState());
        // In line with print data an ordinary pulse waits for that data, and for paper.
        boolean mustPass = printing.getAsBoolean() || Status.isOffline(contact.printerState());
        Wire wire = contact.wire();
        wire.send(mustPass ? link.settings().pulseNow() : link.settings().pulse());
        if (!link.settings().sensesDrawer()) {
            return new Opening.Unconfirmed(Opening.Why.NO_SENSE_WIRE);
        }
        if (wasOpen) {
            // An answer after the pulse shows that it has arrived, and is not still on its way when the drawer is shut.
            wire.ask(EscPos.Subject.PRINTER);
            return new Opening.AlreadyOpen();
        }
        return opens(wire, mustPass) ? new Opening.Opened() : new Opening.Unconfirmed(Opening.Why.SENSE_DID_NOT_CHANGE);
    }

    /// A printer that does not tell its state may still open its drawer, and the cashier needs the
    /// drawer.
    private Opening unanswered(Wire.Silence silence) {
        try {
            link.sendUnanswered(link.settings().pulse());
            return new Opening.NoAnswer(silence.getMessage() + "; the pulse was sent all the same");
        } catch (IOException e) {
            return new Opening.NoAnswer(String.valueOf(e.getMessage()));
        }
    }

    private boolean opens(Wire wire, boolean passed) throws IOException, InterruptedException {
        if (passed && opens(wire, NOW_LIMIT)) {
            return true;
        }
        if (passed) {
            // Some printers do not know the pulse that passes.
            wire.send(link.settings().pulse());
        }
        return opens(wire, PROOF_LIMIT);
    }

    private boolean opens(Wire wire, Duration limit) throws IOException, InterruptedException {
        var deadline = Deadline.in(limit);
        while (!deadline.isOver()) {
            if (isOpen(wire.ask(EscPos.Subject.PRINTER))) {
                return true;
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        return false;
    }

    private boolean isOpen(int printerState) {
        return sensed(printerState) == DrawerState.OPEN;
    }

    private DrawerState sensed(int printerState) {
        return Status.drawer(printerState, link.settings().sense());
    }
}
