package org.countinghouse.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countinghouse.wire.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The places where a station's high-water mark lies: beside the ledger, and in a second folder where one is set.
/// The second place is what notices a whole data folder that was put back.
final class Marks {
    private static final Logger LOG = LoggerFactory.getLogger(Marks.class);
    private static final String FILE = "ledger.mark";

    /// What lies in a place.
    sealed interface Found {
        record Mark(HighWaterMark mark) implements Found {}

        record Nothing() implements Found {}

        /// Somebody or something changed it.
        record Altered(Path file, String reason) implements Found {}

        /// The place cannot be looked at, as a stick that is not plugged in.
        record OutOfReach(String reason) implements Found {}
    }

    private final Path own;
    private final Optional<Path> elsewhere;
    private Optional<String> trouble = Optional.empty();

    private Marks(Path own, Optional<Path> elsewhere) {
        this.own = own;
        this.elsewhere = elsewhere;
    }

    /// @param elsewhere a folder on another disk, where one is set; several stations may share it
    static Marks of(Path dataFolder, Stream stream, Optional<Path> elsewhere) {
        return new Marks(
                dataFolder.resolve(FILE),
                elsewhere.map(folder -> folder.resolve(stream.tenant() + "." + stream.station() + ".mark")));
    }

    /// The mark beside the ledger alone.
    static Marks beside(Path dataFolder) {
        return new Marks(dataFolder.resolve(FILE), Optional.empty());
    }

    /// The mark beside the ledger. One that cannot be read is as good as changed: the ledger beside it can.
    Found own() {
        Found found = read(own);
        return found instanceof Found.OutOfReach(var reason) ? new Found.Altered(own, reason) : found;
    }

    /// The mark in the second place.
    Found elsewhere() {
        return elsewhere.map(Marks::read).orElseGet(Found.Nothing::new);
    }

    List<Found> all() {
        return List.of(own(), elsewhere());
    }

    /// The mark that reaches furthest.
    Optional<HighWaterMark> furthest() {
        Optional<HighWaterMark> furthest = Optional.empty();
        for (Found found : all()) {
            if (found instanceof Found.Mark(var mark)
                    && furthest.filter(other ->
                                    other.head().sequence() >= mark.head().sequence())
                            .isEmpty()) {
                furthest = Optional.of(mark);
            }
        }
        return furthest;
    }

    private static Found read(Path file) {
        try {
            return new Found.Mark(HighWaterMark.read(Files.readString(file, US_ASCII)));
        } catch (NoSuchFileException _) {
            return new Found.Nothing();
        } catch (MalformedInputException _) {
            return new Found.Altered(file, "it is not text");
        } catch (IllegalArgumentException e) {
            return new Found.Altered(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Found.OutOfReach(String.valueOf(e));
        }
    }

    /// Writes the mark in every place, durably. A place that cannot be written is told and stops nobody from
    /// selling: its mark only lags behind.
    synchronized void write(HighWaterMark mark) {
        var missed = new ArrayList<Path>();
        var places = new ArrayList<>(List.of(own));
        elsewhere.ifPresent(places::add);
        for (Path place : places) {
            try {
                Durable.write(place, mark.text().getBytes(US_ASCII));
            } catch (IOException e) {
                LOG.warn("cannot write the high-water mark {}", place, e);
                missed.add(place);
            }
        }
        trouble = missed.isEmpty()
                ? Optional.empty()
                : Optional.of(missed.stream().map(Path::toString).collect(Collectors.joining(", ")));
    }

    /// The places the last mark did not reach.
    synchronized Optional<String> trouble() {
        return trouble;
    }
}
