package org.countinghouse.javapos;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jpos.JposException;
import org.countinghouse.device.Scanner;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A scanner behind a `jpos.Scanner`, see [ControlThread]. It opens by itself, and again after it was away.
final class JavaPosScanner implements Scanner, OpenDevice {
    private static final Logger LOG = LoggerFactory.getLogger(JavaPosScanner.class);
    private static final Duration LIMIT = Duration.ofSeconds(6);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration RETRY_EVERY = Duration.ofSeconds(5);

    private final ControlThread<jpos.Scanner> thread;
    private final ScheduledExecutorService telling;
    private volatile Consumer<Scan> listener = _ -> {};

    /// The control that data events were enabled for. Enabling them once more while a scan waits to be read would let
    /// the next one overwrite it.
    private volatile @Nullable Seat<?> listening;

    JavaPosScanner(String logicalName) {
        thread = new ControlThread<>(
                logicalName, true, PATIENCE, jpos.Scanner::new, jpos.Scanner.class::cast, new Ears() {
                    @Override
                    public void data() {
                        scanned();
                    }
                });
        telling = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("scans of " + logicalName).daemon().factory());
        telling.scheduleWithFixedDelay(this::state, 0, RETRY_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public String name() {
        return thread.logicalName();
    }

    @Override
    public State state() {
        return thread.answer(LIMIT, this::ask, _ -> State.NO_ANSWER, e -> {
            LOG.debug("{}: {}", name(), NoUse.words(e));
            return State.NO_ANSWER;
        });
    }

    @Override
    public void whenScanned(Consumer<Scan> listener) {
        this.listener = listener;
    }

    @Override
    public void close() {
        telling.shutdownNow();
        thread.close();
    }

    private State ask(Seat<jpos.Scanner> seat) throws JposException {
        seat.ready();
        if (!seat.equals(listening)) {
            seat.control().setDecodeData(true);
            seat.control().setDataEventEnabled(true);
            listening = seat;
        }
        return seat.isOff() ? State.NO_ANSWER : State.READY;
    }

    /// Comes on the vendor's thread, which must not be kept: the properties are read on the control's.
    private void scanned() {
        try {
            telling.execute(() -> {
                var scan = thread.answer(LIMIT, this::read, _ -> null, e -> {
                    LOG.warn("{}: a scan was lost, {}", name(), NoUse.words(e));
                    return null;
                });
                if (scan != null) {
                    tell(scan);
                }
            });
        } catch (RejectedExecutionException _) {
            LOG.debug("{} is closed", name());
        }
    }

    private void tell(Scan scan) {
        try {
            listener.accept(scan);
        } catch (RuntimeException e) {
            LOG.warn("{}: who listens for scans failed", name(), e);
        }
    }

    /// The scan stays in the control until the next one is asked for.
    private Scan read(Seat<jpos.Scanner> seat) throws JposException {
        var control = seat.control();
        try {
            byte[] label = control.getScanDataLabel();
            String data = Symbology.text(label == null || label.length == 0 ? control.getScanData() : label);
            return new Scan(data, Symbology.name(control.getScanDataType()));
        } finally {
            listening = null;
            control.setDataEventEnabled(true);
            listening = seat;
        }
    }
}
