package org.countinghouse.app.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.countinghouse.app.device.CloudNotes.Kind;
import org.countinghouse.device.registry.DeviceRegistry;
import org.countinghouse.device.registry.RegisteredDevice;
import org.countinghouse.device.registry.RegistryFile;
import org.countinghouse.device.registry.RegistryMerge;
import org.countinghouse.replicator.SharedSetting;
import org.countinghouse.wire.OversizeException;
import org.countinghouse.wire.Setting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The station's registry of devices and the cloud's, kept the same. The file stays the station's own:
/// what comes from the cloud is written into it and opened at the next start.
///
///     devices.txt          the station's devices; anybody may edit it
///     devices.txt.before   what was in it before the last writing
///     devices.txt.lost     the whole list before the cloud's last had to hold over it
///     devices.txt.agreed   the cloud's version both agreed on last
///     devices.txt.sent     what was sent last, should its answer be lost
///     devices.txt.cloud    what people should know
public final class SharedDevices implements SharedSetting {
    static final String KEY = "devices";

    private static final Logger LOG = LoggerFactory.getLogger(SharedDevices.class);

    /// Whoever edits faster than this is settled with at the next look.
    private static final int MOST_TRIES = 3;

    private final RegistryFile file;
    private final KeptVersion agreed;
    private final KeptVersion sent;
    private final CloudNotes notes;
    private final InstantSource clock;
    private String settled = "";
    private volatile Set<String> taken = Set.of();

    /// @param data the station's data folder
    public SharedDevices(Path data, InstantSource clock) {
        this.file = RegisteredDevices.in(data).file();
        this.agreed = agreed(file);
        this.sent = new KeptVersion(beside(file, ".sent"));
        this.notes = notes(file);
        this.clock = clock;
    }

    static KeptVersion agreed(RegistryFile file) {
        return new KeptVersion(beside(file, ".agreed"));
    }

    static CloudNotes notes(RegistryFile file) {
        return new CloudNotes(beside(file, ".cloud"));
    }

    private static Path beside(RegistryFile file, String ending) {
        return file.path().resolveSibling(file.path().getFileName() + ending);
    }

    /// The station has opened the devices that are in the file now.
    public void opened() {
        try {
            notes.drop(Kind.TAKEN);
        } catch (IOException e) {
            LOG.warn("what is known of the cloud's devices cannot be brought up to date", e);
        }
    }

    /// The devices that came from the cloud since the start, were changed or taken off there: they hold
    /// from the next.
    public Set<String> taken() {
        return taken;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public boolean isChanged() {
        return !stamp().equals(settled);
    }

    private String stamp() {
        try {
            return Files.notExists(file.path())
                    ? "none"
                    : Files.getLastModifiedTime(file.path()) + " " + Files.size(file.path());
        } catch (IOException _) {
            return "moving";
        }
    }

    @Override
    public Optional<Setting> settle(Optional<Setting> newest) {
        try {
            for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
                settled = stamp();
                var outcome = settleOnce(newest);
                if (outcome.isPresent()) {
                    return outcome.get().made();
                }
            }
            LOG.warn("{} is being changed: it is settled with the cloud later", file.path());
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file.path() + " cannot be settled with the cloud", e);
        }
    }

    /// @param made what the cloud is to be sent
    private record Outcome(Optional<Setting> made) {
        private static final Outcome NOTHING_TO_SEND = new Outcome(Optional.empty());
    }

    /// @return empty when somebody changed the file meanwhile
    private Optional<Outcome> settleOnce(Optional<Setting> newest) throws IOException {
        var here = file.read();
        if (!here.problems().isEmpty()) {
            refuse(file.path() + ", " + here.problems().getFirst() + ". Until that is put right nothing is taken from"
                    + " the cloud and nothing is sent");
            return Optional.of(Outcome.NOTHING_TO_SEND);
        }
        var there = DeviceRegistry.read(newest.map(Setting::text).orElseGet(DeviceRegistry.EMPTY::text));
        if (!there.problems().isEmpty()) {
            refuse("version " + newest.map(Setting::version).orElse(0L) + " of the cloud cannot be read, "
                    + there.problems().getFirst() + ". It is refused whole; this station's devices stay");
            return Optional.of(Outcome.NOTHING_TO_SEND);
        }
        acceptLostAnswer(newest);
        return switch (RegistryMerge.of(base(newest, there.registry()), here.registry(), there.registry())) {
            case RegistryMerge.TooMany(int devices) -> {
                refuse("this station's devices and the cloud's are " + devices + " together, more than a station can"
                        + " have: take some off");
                yield Optional.of(Outcome.NOTHING_TO_SEND);
            }
            case RegistryMerge.Merged merged -> hold(here, newest, there.registry(), merged);
        };
    }

    /// What the cloud has is what we sent it, though we never heard so: it is agreed, and no change of
    /// somebody else's.
    private void acceptLostAnswer(Optional<Setting> newest) throws IOException {
        var ours = sent.read();
        if (newest.isPresent()
                && ours.filter(each -> each.version() + 1 == newest.get().version()
                                && each.text().equals(newest.get().text()))
                        .isPresent()) {
            agreed.write(newest.get());
        }
    }

    /// What both sides' changes are seen against.
    private DeviceRegistry base(Optional<Setting> newest, DeviceRegistry there) throws IOException {
        if (Files.notExists(file.path())) {
            // A file that is gone says nothing about devices: a new computer must not take them off in the cloud.
            return DeviceRegistry.EMPTY;
        }
        var known = agreed.read();
        long cloudAt = newest.map(Setting::version).orElse(0L);
        if (known.isPresent() && known.get().version() > cloudAt) {
            LOG.warn(
                    "the cloud is at version {} of this station's devices and was at {}: it was put back, and gets this"
                            + " station's again",
                    cloudAt,
                    known.get().version());
            return there;
        }
        return known.map(Setting::text)
                .map(DeviceRegistry::read)
                .filter(reading -> reading.problems().isEmpty())
                .map(DeviceRegistry.Reading::registry)
                .orElse(DeviceRegistry.EMPTY);
    }

    private Optional<Outcome> hold(
            DeviceRegistry.Reading here, Optional<Setting> newest, DeviceRegistry there, RegistryMerge.Merged merged)
            throws IOException {
        if (!merged.conflicts().isEmpty()) {
            Files.writeString(beside(file, ".lost"), here.registry().text());
        }
        if (!merged.taken().isEmpty()) {
            if (!file.replace(here, merged.registry())) {
                return Optional.empty();
            }
            settled = stamp();
            tellTaken(merged);
        }
        if (newest.isPresent()) {
            agreed.write(newest.get());
        }
        notes.drop(Kind.REFUSED);
        return merged.sent().isEmpty()
                ? Optional.of(Outcome.NOTHING_TO_SEND)
                : send(newest.map(Setting::version).orElse(0L), there, merged);
    }

    private Optional<Outcome> send(long on, DeviceRegistry there, RegistryMerge.Merged merged) throws IOException {
        try {
            var made = new Setting(KEY, on, merged.registry().text());
            sent.write(made);
            LOG.info(
                    "devices added, changed or taken off here are sent to the cloud: {} ({} there before)",
                    String.join(", ", merged.sent()),
                    there.devices().size());
            return Optional.of(new Outcome(Optional.of(made)));
        } catch (OversizeException | IllegalArgumentException e) {
            refuse("this station's list of devices cannot be sent to the cloud: " + e.getMessage());
            return Optional.of(Outcome.NOTHING_TO_SEND);
        }
    }

    @Override
    public void accepted(Setting kept) {
        try {
            agreed.write(kept);
        } catch (IOException e) {
            throw new UncheckedIOException("that the cloud has this station's devices cannot be kept", e);
        }
    }

    private void tellTaken(RegistryMerge.Merged merged) throws IOException {
        var all = new LinkedHashSet<>(taken);
        all.addAll(merged.taken());
        taken = Set.copyOf(all);
        for (RegistryMerge.Conflict each : merged.conflicts()) {
            tell(
                    Kind.CONFLICT,
                    "\"" + each.name() + "\" was changed here and in the cloud. The cloud's holds: "
                            + form(each.holding()) + ". Here it was: " + form(each.losing())
                            + "; the whole list as it was is in "
                            + beside(file, ".lost").getFileName());
        }
        tell(
                Kind.TAKEN,
                "taken from the cloud: " + String.join(", ", merged.taken())
                        + ". It holds from the next start of the station");
    }

    /// Without the properties' values: a log is read by more people than the file.
    private static String form(Optional<RegisteredDevice> device) {
        return device.map(each -> each.role().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " at "
                        + each.address() + (each.properties().isEmpty() ? "" : " with its vendor's properties"))
                .orElse("taken off");
    }

    private void refuse(String words) throws IOException {
        tell(Kind.REFUSED, words);
    }

    private void tell(Kind kind, String words) throws IOException {
        if (notes.add(clock.instant(), kind, words)) {
            LOG.warn("devices: {}", words);
        }
    }

    /// The names of those added, changed or taken off here that the cloud has not got yet; none at a station that was
    /// never enrolled.
    static List<String> unsent(RegistryFile file) throws IOException {
        var agreed = agreed(file).read();
        if (agreed.isEmpty()) {
            return List.of();
        }
        var base = DeviceRegistry.read(agreed.get().text()).registry();
        return RegistryMerge.of(base, file.read().registry(), base)
                        instanceof RegistryMerge.Merged(var _, var _, var unsent, var _)
                ? List.copyOf(unsent)
                : List.of();
    }

    /// What `devices list` says of the cloud; nothing at a station that was never enrolled.
    static List<String> words(RegistryFile file) throws IOException {
        var words = new ArrayList<String>();
        var agreed = agreed(file).read();
        agreed.ifPresent(version -> words.add("cloud       version " + version.version() + " is agreed"));
        var unsent = unsent(file);
        if (!unsent.isEmpty()) {
            words.add("  not sent yet: " + String.join(", ", unsent));
        }
        for (CloudNotes.Note note : notes(file).all()) {
            words.add("  " + note.at() + " " + note.words());
        }
        return words;
    }
}
