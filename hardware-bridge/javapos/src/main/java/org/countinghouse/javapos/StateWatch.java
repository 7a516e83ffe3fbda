package org.countinghouse.javapos;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at a device from time to time while it is enabled and announces what changed, because JavaPOS clients
/// expect events
/// and a cash drawer sends none.
final class StateWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StateWatch.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final DeviceService service;
    private final Thread thread;
    private final Map<String, Integer> last = new HashMap<>();

    private StateWatch(String name, DeviceService service) {
        this.service = service;
        thread = Thread.ofPlatform().name("watching " + name).daemon().unstarted(this::run);
    }

    static StateWatch started(String name, DeviceService service) {
        var watch = new StateWatch(name, service);
        watch.thread.start();
        return watch;
    }

    /// Announces a status when it differs from the last one of the same matter. A matter's first status is
    /// announced too.
    void saw(String matter, int status) {
        boolean isNews;
        synchronized (last) {
            Integer before = last.put(matter, status);
            isNews = before == null || before != status;
        }
        if (isNews) {
            service.announce(status);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    service.look(this);
                } catch (RuntimeException e) {
                    // A listener of somebody else's may throw; the next look must still happen.
                    LOG.warn("a listener of {} failed", thread.getName(), e);
                }
                Thread.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException _) {
            LOG.debug("{} ended", thread.getName());
        }
    }
}
