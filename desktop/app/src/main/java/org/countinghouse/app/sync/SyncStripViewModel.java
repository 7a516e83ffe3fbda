package org.countinghouse.app.sync;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Times;
import org.countinghouse.app.sync.CloudCopy.State;

/// The cloud's chip in the strip: what it says, and what to add for whoever asks.
public final class SyncStripViewModel {
    private final CloudCopy copy;
    private final ZoneId zone;
    private final ReadOnlyObjectWrapper<State> state;

    public SyncStripViewModel(CloudCopy copy, ZoneId zone) {
        this.copy = copy;
        this.zone = zone;
        this.state = new ReadOnlyObjectWrapper<>(copy.state());
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    void refresh() {
        state.set(copy.state());
    }

    Notice chip(State now) {
        return switch (now) {
            case State.Off() -> Notice.of(Tone.INFO, "sync.off");
            case State.Starting() -> Notice.of(Tone.INFO, "sync.starting");
            case State.Online(var waiting, var _) ->
                waiting == 0
                        ? Notice.of(Tone.SUCCESS, "sync.online")
                        : new Notice(Tone.SUCCESS, "sync.online.waiting", Map.of("count", waiting));
            case State.Offline(var since, var waiting) ->
                waiting == 0
                        ? new Notice(Tone.WARNING, "sync.offline", Map.of("since", time(since)))
                        : new Notice(
                                Tone.WARNING, "sync.offline.waiting", Map.of("since", time(since), "count", waiting));
            case State.Stopped _ -> Notice.of(Tone.DANGER, "sync.error");
        };
    }

    /// What a person should know besides.
    Optional<Notice> explanation(State now) {
        return switch (now) {
            case State.Off(), State.Starting() -> Optional.empty();
            case State.Online(var _, var devices) ->
                devices.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Notice(
                                Tone.INFO,
                                "sync.devices.taken",
                                Map.of("devices", devices.stream().sorted().collect(Collectors.joining(", ")))));
            case State.Offline _ -> Optional.of(Notice.of(Tone.INFO, "sync.kept"));
            case State.Stopped(var why) ->
                Optional.of(Notice.of(
                        Tone.DANGER,
                        switch (why) {
                            case FORK -> "sync.fork";
                            case REFUSED -> "sync.refused";
                            case OTHER -> "sync.kept";
                        }));
        };
    }

    private String time(Instant since) {
        return Times.time(since, zone);
    }
}
