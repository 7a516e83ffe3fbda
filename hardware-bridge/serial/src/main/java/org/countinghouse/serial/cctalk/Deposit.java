package org.countinghouse.serial.cctalk;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.device.spi.MoneyProtocol.Progress;

/// A deposit that is open: coins and bills are counted by the acceptors' logs. A bill in escrow is
/// stacked as soon as it is seen, so it counts only when the validator says that it is in the stacker.
final class Deposit {
    private static final Duration END_LIMIT = Duration.ofSeconds(10);

    private final List<Acceptor> acceptors;
    private final Warnings warnings;
    private final Timings timings;
    private final Tally tally;
    private Deadline routeAgain = Deadline.in(Duration.ZERO);
    private Deadline quiet = Deadline.in(Duration.ZERO);
    private Deadline end = Deadline.in(Duration.ZERO);
    private boolean shut;
    private boolean givesBack;

    Deposit(String currency, List<Acceptor> acceptors, Warnings warnings, Timings timings) {
        this.acceptors = acceptors;
        this.warnings = warnings;
        this.timings = timings;
        tally = new Tally(currency);
    }

    /// Opens the mouths for one currency. What the logs say after the baseline belongs to this deposit.
    ///
    /// @return whether there is anything to open
    boolean open(String currency, SortedMap<String, Long> baseline) throws IOException {
        boolean any = false;
        for (var acceptor : acceptors) {
            acceptor.readFrom(baseline.getOrDefault(acceptor.counter(), (long) acceptor.read())
                    .intValue());
            var channels = acceptor.channels().entrySet().stream()
                    .filter(channel -> channel.getValue().currency().equals(currency))
                    .map(Map.Entry::getKey)
                    .toList();
            if (!channels.isEmpty()) {
                acceptor.open(channels);
                any = true;
            }
        }
        return any;
    }

    Tally tally() {
        return tally;
    }

    boolean isShut() {
        return shut;
    }

    /// Shuts the mouths. What is on its way still counts; a bill in escrow goes where it is told.
    void shut(boolean giveBack) throws IOException {
        givesBack = giveBack;
        for (var acceptor : acceptors) {
            acceptor.shut();
        }
        if (!shut) {
            shut = true;
            end = Deadline.in(END_LIMIT);
        }
        quiet = Deadline.in(timings.settle());
        routeAgain = Deadline.in(Duration.ZERO);
    }

    /// Reads the logs.
    ///
    /// @return whether anything came
    /// @throws IOException when events were lost or make no sense: how much came is to be found out
    ///        another way
    boolean poll() throws IOException {
        var before = tally.kept();
        boolean moved = false;
        for (var acceptor : acceptors) {
            switch (acceptor.news()) {
                case EventLog.Since.All(var events) -> {
                    moved |= !events.isEmpty();
                    events.forEach(event -> hear(acceptor, event));
                }
                case EventLog.Since.Lost(var why) -> {
                    warnings.unsure("the " + acceptor.name() + ": " + why);
                    throw new IOException("the " + acceptor.name() + ": " + why);
                }
            }
            route(acceptor);
        }
        if (tally.problem().isPresent()) {
            throw new IOException(tally.problem().get());
        }
        if (moved) {
            quiet = Deadline.in(timings.settle());
        }
        return !before.equals(tally.kept());
    }

    /// How it ended; empty while something may still come.
    Optional<Progress.Ended> ended() {
        if (!shut || !quiet.isOver() || tally.held().isPresent() && !end.isOver()) {
            return Optional.empty();
        }
        boolean stuck = tally.held().isPresent();
        return Optional.of(new Progress.Ended(
                tally.kept(),
                tally.returned(),
                stuck ? Optional.of(DeviceFault.JAMMED) : Optional.empty(),
                false,
                stuck ? "a bill is stuck in escrow; it is not counted" : ""));
    }

    private void hear(Acceptor acceptor, EventLog.Event event) {
        warnings.heard(acceptor, event);
        tally.add(acceptor, event);
    }

    /// Said again only while the log still has the bill in escrow.
    private void route(Acceptor acceptor) throws IOException {
        if (acceptor.takesNotes() && tally.held().isPresent() && routeAgain.isOver()) {
            if (givesBack) {
                acceptor.giveBack();
            } else {
                acceptor.stack();
            }
            routeAgain = Deadline.in(timings.settle());
        } else if (acceptor.takesNotes() && tally.held().isEmpty()) {
            routeAgain = Deadline.in(Duration.ZERO);
        }
    }
}
