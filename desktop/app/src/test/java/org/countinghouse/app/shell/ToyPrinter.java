package org.countinghouse.app.shell;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.countinghouse.device.PrinterState;
import org.countinghouse.device.Printing;
import org.countinghouse.device.ReceiptPrinter;
import org.countinghouse.device.Slip;

/// Prints at once, or holds a slip until it is let go.
public final class ToyPrinter implements ReceiptPrinter {
    private static final long PATIENCE_SECONDS = 120;

    public volatile PrinterState state = PrinterState.READY;
    public volatile Printing answer = new Printing.Printed();
    private final List<Slip> printed = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch held = new CountDownLatch(0);

    public void hold() {
        held = new CountDownLatch(1);
    }

    public void letGo() {
        held.countDown();
    }

    public List<Slip> printed() {
        return printed;
    }

    @Override
    public String name() {
        return "toy";
    }

    @Override
    public int columns() {
        return 42;
    }

    @Override
    public PrinterState state() {
        return state;
    }

    @Override
    public Printing print(Slip slip) {
        printed.add(slip);
        try {
            return held.await(PATIENCE_SECONDS, TimeUnit.SECONDS) ? answer : new Printing.Unknown("held too long");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Printing.Unknown("given up");
        }
    }
}
