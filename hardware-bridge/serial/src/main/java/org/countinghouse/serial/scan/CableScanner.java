package org.countinghouse.serial.scan;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Scanner;
import org.countinghouse.device.spi.Cable;
import org.countinghouse.device.spi.Cables;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A scanner at a cable. One thread listens all the time and lays the cable anew when it broke, so a
/// scanner that is plugged in again works without anybody doing anything.
final class CableScanner implements Scanner, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CableScanner.class);
    private static final Duration LAY_LIMIT = Duration.ofMillis(1500);
    private static final Duration LAY_AGAIN_AFTER = Duration.ofSeconds(1);

    /// The first laying is waited for, so that a state asked at once is true.
    private static final Duration STATE_LIMIT = LAY_LIMIT.plusMillis(500);

    private final DeviceAddress cableAddress;
    private final Cables cables;
    private final ScanSettings settings;
    private final ScanReader reader;
    private final CountDownLatch tried = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Consumer<Scan> listener = _ -> {};
    private volatile @Nullable Cable cable;

    CableScanner(DeviceAddress cableAddress, Cables cables, ScanSettings settings) {
        this.cableAddress = cableAddress;
        this.cables = cables;
        this.settings = settings;
        reader = new ScanReader(settings, this::tell, why -> LOG.info("{}: dropped: {}", settings.name(), why));
    }

    void start() {
        Thread.ofPlatform().name(settings.name()).daemon().start(this::listen);
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public State state() {
        return hasPassed(tried, STATE_LIMIT) && cable != null && !isClosing() ? State.READY : State.NO_ANSWER;
    }

    @Override
    public void whenScanned(Consumer<Scan> newListener) {
        listener = newListener;
    }

    @Override
    public void close() {
        closing.countDown();
        letGo();
    }

    private void listen() {
        while (!isClosing()) {
            try {
                cable = cables.lay(cableAddress, LAY_LIMIT);
                tried.countDown();
                read();
            } catch (IOException e) {
                LOG.debug("{}: {}", settings.name(), e.getMessage());
            } finally {
                tried.countDown();
                letGo();
                reader.tornOff();
            }
            hasPassed(closing, LAY_AGAIN_AFTER);
        }
    }

    private void read() throws IOException {
        var bytes = new byte[256];
        for (var laid = cable; laid != null && !isClosing(); laid = cable) {
            int count = laid.read(bytes, settings.pause());
            if (count == 0) {
                reader.silence();
            } else {
                reader.take(bytes, count);
            }
        }
    }

    /// A listener that fails must not end the listening.
    private void tell(Scan scan) {
        try {
            listener.accept(scan);
        } catch (RuntimeException e) {
            LOG.error("{}: whoever is told of scans failed", settings.name(), e);
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void letGo() {
        var laid = cable;
        cable = null;
        if (laid != null) {
            laid.close();
        }
    }

    private static boolean hasPassed(CountDownLatch latch, Duration limit) {
        try {
            return latch.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
