package org.countinghouse.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import org.countinghouse.app.shell.Glass;

/// Watches the screen thread: how much it works between two frames, and whether it ever waits for something of ours. It
/// counts the thread's own work and not the time that passes, so that a busy machine makes nobody guilty.
final class ScreenWatch implements AutoCloseable {
    /// A person sees a stutter above it.
    static final long SLOWEST_FRAME_MILLIS = 100;

    private static final long SAMPLE_MILLIS = 2;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Thread screen = Glass.on(Thread::currentThread);
    private final List<Frame> frames = new ArrayList<>();
    private final List<String> waits = new ArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Thread sampler = new Thread(this::sample, "screen-watch");
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            frame();
        }
    };
    private volatile String doing = "";
    private long before;

    private record Frame(long millis, String doing) {}

    ScreenWatch() {
        Glass.on(() -> {
            before = threads.getCurrentThreadCpuTime();
            timer.start();
            return true;
        });
        sampler.setDaemon(true);
        sampler.start();
    }

    private void frame() {
        long now = threads.getCurrentThreadCpuTime();
        frames.add(new Frame(TimeUnit.NANOSECONDS.toMillis(now - before), doing));
        before = now;
    }

    /// Our own code that stands still on the screen thread waits for a disk, a lock or a cable.
    private void sample() {
        while (!over.get()) {
            // State and stack of one moment: asked one after the other, a screen that rests between two jobs seems to
            // rest in the second.
            var now = threads.getThreadInfo(screen.threadId(), Integer.MAX_VALUE);
            var state = now.getThreadState();
            if (state == Thread.State.BLOCKED || state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING) {
                Stream.of(now.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith("org.countinghouse"))
                        .findFirst()
                        .ifPresent(frame -> waits.add(state + " in " + frame.getClassName() + "."
                                + frame.getMethodName() + ":" + frame.getLineNumber()));
            }
            try {
                TimeUnit.MILLISECONDS.sleep(SAMPLE_MILLIS);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    /// What is done from now on, for whoever reads of a fault.
    void doing(String what) {
        doing = what;
    }

    /// The slowest frame of each thing that was done, in milliseconds of work.
    Map<String, Long> slowest() {
        return Glass.on(() -> {
            var slowest = new TreeMap<String, Long>();
            frames.forEach(frame -> slowest.merge(frame.doing(), frame.millis(), Math::max));
            return slowest;
        });
    }

    /// Where our own code stood still.
    List<String> waits() {
        return waits.stream().distinct().toList();
    }

    /// What went wrong so far, in words.
    ///
    /// @param limitMillis so long a frame may take
    List<String> faults(long limitMillis) {
        var faults = new ArrayList<>(waits());
        Glass.on(() -> frames.stream()
                        .filter(frame -> frame.millis() > limitMillis)
                        .map(frame -> "a frame of " + frame.millis() + " ms: " + frame.doing())
                        .toList())
                .forEach(faults::add);
        return faults;
    }

    int count() {
        return Glass.on(frames::size);
    }

    @Override
    public void close() {
        over.set(true);
        Glass.on(() -> {
            timer.stop();
            return true;
        });
        try {
            sampler.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
