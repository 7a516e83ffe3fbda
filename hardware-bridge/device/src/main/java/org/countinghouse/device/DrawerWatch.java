package org.countinghouse.device;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Watches a drawer and tells of every opening, also by key, and of one that stays open too long. It
/// stands before the drawer: who opens through it opened "by us".
///
/// The drawer is asked at a low rate, and listened to where it tells of itself. An opening that begins
/// and ends between two looks is only seen by a drawer that tells of itself.
public final class DrawerWatch implements CashDrawer, AutoCloseable {
    /// After a pulse the drawer may take so long to show that it is open.
    static final Duration PULSE_WORKS_FOR = Duration.ofSeconds(3);

    private static final System.Logger LOG = System.getLogger(DrawerWatch.class.getName());

    /// A drawer that does not answer is asked less often: every attempt may take a second of its cable.
    private static final int LOOKS_LEFT_OUT_WHEN_SILENT = 10;

    private final CashDrawer drawer;
    private final Duration tooLong;
    private final Consumer<Sighting> listener;
    private final ScheduledExecutorService thread;
    private DrawerState known = DrawerState.UNKNOWN;
    private long openSince;
    private boolean alarmed;
    private boolean pulsing;
    private boolean pulsed;
    private long pulsedAt;
    private long sightsSoFar;
    private int looksLeftOut;

    /// @param every between two looks
    /// @param tooLong how long a drawer may stay open before somebody is told
    /// @param listener called on the watch's own thread, one sighting after the other
    public DrawerWatch(CashDrawer drawer, Duration every, Duration tooLong, Consumer<Sighting> listener) {
        this.drawer = drawer;
        this.tooLong = tooLong;
        this.listener = listener;
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("watching " + drawer.name()).daemon().factory());
        drawer.whenTold(this::saw);
        thread.scheduleWithFixedDelay(() -> safely(this::look), 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// What the watch tells.
    public sealed interface Sighting {
        /// It was open when it was first seen; nobody knows since when or by whom.
        record FoundOpen() implements Sighting {}

        /// A pulse of ours opened it.
        record OpenedByUs() implements Sighting {}

        /// It opened without a pulse of ours: by its key, by force, by another program, or while
        /// nobody could see it.
        record OpenedByKey() implements Sighting {}

        /// @param openFor as far as the watch saw it
        record Shut(Duration openFor) implements Sighting {}

        /// Told once for each opening.
        record OpenTooLong(Duration openFor) implements Sighting {}
    }

    @Override
    public String name() {
        return drawer.name();
    }

    @Override
    public Opening open() {
        synchronized (this) {
            pulsing = true;
            pulsed = true;
        }
        try {
            var opening = drawer.open();
            switch (opening) {
                case Opening.Opened() -> proved();
                case Opening.AlreadyOpen() -> unused();
                case Opening.Unconfirmed _, Opening.NoAnswer _ -> {
                    // It may open yet; then it is by us.
                }
            }
            return opening;
        } finally {
            synchronized (this) {
                pulsing = false;
                pulsedAt = System.nanoTime();
            }
        }
    }

    @Override
    public DrawerState state() {
        return drawer.state();
    }

    @Override
    public boolean tellsState() {
        return drawer.tellsState();
    }

    @Override
    public void whenTold(Consumer<DrawerState> toldListener) {
        drawer.whenTold(toldListener);
    }

    /// How long the drawer has been open, as far as the watch knows; empty when it is not.
    public synchronized Optional<Duration> openFor() {
        return known == DrawerState.OPEN ? Optional.of(since(openSince)) : Optional.empty();
    }

    /// Whether the drawer has been open for longer than it may.
    public boolean isOpenTooLong() {
        return openFor().filter(open -> open.compareTo(tooLong) >= 0).isPresent();
    }

    /// Ends the watch. The drawer itself stays usable.
    @Override
    public void close() {
        thread.shutdownNow();
    }

    /// Unless the opening has been seen already: then the drawer may even be shut again.
    private synchronized void proved() {
        if (pulsed) {
            saw(DrawerState.OPEN);
        }
    }

    private synchronized void unused() {
        pulsed = false;
    }

    private void look() {
        if (drawer.tellsState() && looksLeftOut-- <= 0) {
            long before;
            synchronized (this) {
                before = sightsSoFar;
            }
            var state = drawer.state();
            looksLeftOut = state == DrawerState.UNKNOWN ? LOOKS_LEFT_OUT_WHEN_SILENT : 0;
            sawSince(before, state);
        }
        alarm();
    }

    /// An answer is older than what was seen while it was on its way.
    private synchronized void sawSince(long before, DrawerState answer) {
        if (sightsSoFar == before) {
            saw(answer);
        }
    }

    private synchronized void saw(DrawerState now) {
        sightsSoFar++;
        if (now != known) {
            changedTo(now).ifPresent(this::tell);
        }
    }

    private Optional<Sighting> changedTo(DrawerState now) {
        var before = known;
        return switch (now) {
            // Silence changes nothing: a drawer that was open counts as open until it is seen shut.
            case UNKNOWN -> Optional.empty();
            case SHUT -> {
                known = now;
                yield before == DrawerState.OPEN ? Optional.of(new Sighting.Shut(since(openSince))) : Optional.empty();
            }
            case OPEN -> {
                known = now;
                openSince = System.nanoTime();
                alarmed = false;
                yield Optional.of(opening(before));
            }
        };
    }

    private Sighting opening(DrawerState before) {
        boolean ours = pulsed && (pulsing || since(pulsedAt).compareTo(PULSE_WORKS_FOR) < 0);
        // A pulse accounts for one opening.
        pulsed = false;
        if (ours) {
            return new Sighting.OpenedByUs();
        }
        return before == DrawerState.UNKNOWN ? new Sighting.FoundOpen() : new Sighting.OpenedByKey();
    }

    private synchronized void alarm() {
        if (known == DrawerState.OPEN && !alarmed && since(openSince).compareTo(tooLong) >= 0) {
            alarmed = true;
            tell(new Sighting.OpenTooLong(since(openSince)));
        }
    }

    /// On the watch's own thread: who hears of it may take time, and whoever told us must not wait.
    private void tell(Sighting sighting) {
        try {
            thread.execute(() -> safely(() -> listener.accept(sighting)));
        } catch (RejectedExecutionException _) {
            // The watch has ended.
        }
    }

    private void safely(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            // A mistake of a driver or a listener must not end the watch.
            LOG.log(System.Logger.Level.WARNING, "watching " + drawer.name(), e);
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
