package org.countinghouse.store.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;
import org.countinghouse.ledger.EntryGivenBefore;
import org.countinghouse.store.Backstage;
import org.countinghouse.store.JournalUnavailable;
import org.countinghouse.store.TestShop;

/// A program that trades until it is killed, at one counter or at several at once, and acknowledges each order once
/// it is on the disk: a line with the order's number, on the standard output with the ledger's name before it. What
/// it was told to begin with it may have done before.
final class Trader {
    /// How it goes about it. All but the first are wrong on purpose.
    enum Manner {
        HONEST,
        /// Acknowledges, then writes.
        HASTY,
        /// Gives what it tries again another id.
        FORGETFUL,
        /// Runs with synchronous=NORMAL.
        NORMAL,
        /// Runs with synchronous=OFF.
        OFF
    }

    /// @param reopenEvery after so many orders the ledger is closed and opened again
    /// @param acknowledgements a file, or [#STANDARD_OUTPUT]
    /// @param drops whether the program ends without closing anything
    record Task(
            Path folder,
            long first,
            long last,
            long reopenEvery,
            Manner manner,
            String acknowledgements,
            boolean drops) {
        /// How many one is told with.
        static final int ARGUMENTS = 7;

        static Task parse(String[] arguments) {
            return new Task(
                    Path.of(arguments[0]),
                    Long.parseLong(arguments[1]),
                    Long.parseLong(arguments[2]),
                    Long.parseLong(arguments[3]),
                    Manner.valueOf(arguments[4]),
                    arguments[5],
                    Boolean.parseBoolean(arguments[6]));
        }

        String[] arguments() {
            return new String[] {
                folder.toString(),
                Long.toString(first),
                Long.toString(last),
                Long.toString(reopenEvery),
                manner.name(),
                acknowledgements,
                Boolean.toString(drops)
            };
        }
    }

    /// Where to acknowledge on the program's standard output.
    static final String STANDARD_OUTPUT = "-";

    private static final int MOST_TRIES = 50;

    private final Task task;
    private final OutputStream acknowledgements;
    private final String before;

    private Trader(Task task, OutputStream acknowledgements, String before) {
        this.task = task;
        this.acknowledgements = acknowledgements;
        this.before = before;
    }

    /// @param arguments one task's after the other
    public static void main(String[] arguments) throws InterruptedException {
        var counters = new ArrayList<Thread>();
        for (int i = 0; i < arguments.length; i += Task.ARGUMENTS) {
            var task = Task.parse(Arrays.copyOfRange(arguments, i, i + Task.ARGUMENTS));
            counters.add(Thread.ofPlatform().start(() -> work(task)));
        }
        for (Thread counter : counters) {
            counter.join();
        }
    }

    /// A counter that fails ends the program: nobody would notice that it is silent.
    private static void work(Task task) {
        boolean told = task.acknowledgements().equals(STANDARD_OUTPUT);
        try (var acknowledgements =
                told ? new FileOutputStream(FileDescriptor.out) : new FileOutputStream(task.acknowledgements())) {
            new Trader(task, acknowledgements, told ? task.folder().getFileName() + " " : "").trade();
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private void trade() throws IOException {
        for (long from = task.first(); from <= task.last(); from += task.reopenEvery()) {
            try (var shop = open()) {
                trade(shop, from, Math.min(task.last(), from + task.reopenEvery() - 1));
                if (task.drops() && from + task.reopenEvery() > task.last()) {
                    Runtime.getRuntime().halt(0);
                }
            }
        }
    }

    private void trade(TestShop shop, long from, long to) throws IOException {
        switch (task.manner()) {
            case NORMAL, OFF -> Backstage.weaken(shop.journal, task.manner().name());
            case HONEST, HASTY, FORGETFUL -> {}
        }
        for (long order = from; order <= to; order++) {
            if (task.manner() == Manner.HASTY) {
                acknowledge(order);
            }
            giveUntilWritten(shop, order);
            if (task.manner() != Manner.HASTY) {
                acknowledge(order);
            }
        }
    }

    private TestShop open() {
        return untilItWorks(() -> new TestShop(task.folder()));
    }

    private void giveUntilWritten(TestShop shop, long order) {
        untilItWorks(() -> {
            give(shop, order);
            return order;
        });
    }

    /// A disk may fail; the same is tried again then, an order under its id.
    private static <T> T untilItWorks(Supplier<T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return work.get();
            } catch (JournalUnavailable e) {
                if (tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    private void give(TestShop shop, long order) {
        if (task.manner() == Manner.FORGETFUL) {
            shop.give(
                    Orders.anotherId(order, ProcessHandle.current().pid()),
                    Orders.command(order, shop.journal.books()));
        } else {
            give(shop, order, Orders.id(order));
        }
    }

    /// Gives an order that may have been given before: by a program that was killed before it could say so, or on
    /// a disk that failed.
    static void give(TestShop shop, long order, UUID id) {
        try {
            String refused = shop.give(id, Orders.command(order, shop.journal.books()));
            // Given again, an order may be refused for what it did itself: its shift is open already.
            if (!refused.isEmpty() && !shop.journal.contains(id)) {
                throw new IllegalStateException("order " + order + " was refused: " + refused);
            }
        } catch (EntryGivenBefore _) {
            // It is there, and is answered as it was then.
        }
    }

    private void acknowledge(long order) throws IOException {
        acknowledgements.write((before + order + "\n").getBytes(US_ASCII));
        acknowledgements.flush();
    }
}
