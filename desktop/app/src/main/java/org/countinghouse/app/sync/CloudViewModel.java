package org.countinghouse.app.sync;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Times;
import org.countinghouse.app.sync.CloudCopy.Details;
import org.countinghouse.app.sync.CloudCopy.State;

/// The copy in the cloud for whoever looks after it: how it does, what holds it up and what to do.
public final class CloudViewModel {
    private final CloudCopy copy;
    private final ZoneId zone;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<Standing>> standing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> told = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper canSend = new ReadOnlyBooleanWrapper(false);
    private boolean looking;

    public CloudViewModel(CloudCopy copy, ZoneId zone, Background background) {
        this.copy = copy;
        this.zone = zone;
        this.background = background;
        refresh();
    }

    /// One thing that is known.
    ///
    /// @param name the key of what it is
    record Fact(String name, Value value) {}

    sealed interface Value {
        /// Shown as it is.
        record Plain(String text) implements Value {}

        record Told(Notice notice) implements Value {}
    }

    /// @param headline how it does
    /// @param next what to do, and what is safe meanwhile
    /// @param facts what is known of it
    record Standing(Notice headline, List<Notice> next, List<Fact> facts) {}

    ReadOnlyObjectProperty<Optional<Standing>> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /// What became of what was asked here.
    ReadOnlyObjectProperty<Optional<Notice>> toldProperty() {
        return told.getReadOnlyProperty();
    }

    /// Whether there is a cloud to send to.
    ReadOnlyBooleanProperty canSendProperty() {
        return canSend.getReadOnlyProperty();
    }

    private record Look(State state, Optional<Details> details) {}

    void refresh() {
        if (looking) {
            return;
        }
        looking = true;
        background.run(
                () -> new Look(copy.state(), copy.details()),
                look -> {
                    looking = false;
                    show(look);
                },
                broken -> {
                    looking = false;
                    told.set(Optional.of(broken));
                });
    }

    void sendNow() {
        if (canSend.get()) {
            copy.sendNow();
            told.set(Optional.of(Notice.of(Tone.INFO, "sync.asked")));
            refresh();
        }
    }

    private void show(Look look) {
        var now = new Standing(
                headline(look.state()),
                next(look),
                look.details().map(this::facts).orElse(List.of()));
        if (!standing.get().equals(Optional.of(now))) {
            standing.set(Optional.of(now));
        }
        canSend.set(look.details().isPresent());
    }

    private Notice headline(State now) {
        return new SyncStripViewModel(() -> now, zone).chip(now);
    }

    private List<Notice> next(Look look) {
        var next = new ArrayList<Notice>();
        look.details()
                .flatMap(Details::reason)
                .ifPresent(reason -> next.add(new Notice(Tone.WARNING, "sync.reason", Map.of("reason", reason))));
        switch (look.state()) {
            case State.Off() -> next.add(Notice.of(Tone.INFO, "sync.off.todo"));
            case State.Starting() -> next.add(Notice.of(Tone.INFO, "sync.starting.todo"));
            case State.Online _, State.Offline _, State.Stopped _ ->
                new SyncStripViewModel(look::state, zone)
                        .explanation(look.state())
                        .ifPresent(next::add);
        }
        look.details()
                .flatMap(Details::until)
                .ifPresent(until -> next.add(new Notice(Tone.INFO, "sync.until", Map.of("time", when(until)))));
        look.details()
                .flatMap(Details::neighbourTrouble)
                .ifPresent(trouble ->
                        next.add(new Notice(Tone.WARNING, "sync.neighbours.trouble", Map.of("reason", trouble))));
        return List.copyOf(next);
    }

    private List<Fact> facts(Details known) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("sync.fact.address", plain(known.address())));
        facts.add(new Fact("sync.fact.station", plain(known.station())));
        facts.add(new Fact(
                "sync.fact.enrolled", told(known.isEnrolled() ? "sync.value.enrolled" : "sync.value.notEnrolled")));
        facts.add(new Fact("sync.fact.waiting", plain(known.waiting())));
        known.oldestWaiting().ifPresent(oldest -> facts.add(new Fact("sync.fact.oldest", plain(when(oldest)))));
        facts.add(new Fact(
                "sync.fact.lastSuccess",
                known.lastSuccess().map(last -> plain(when(last))).orElseGet(() -> told("sync.value.noSuccess"))));
        facts.add(new Fact(
                "sync.fact.acknowledged",
                known.isEnrolled()
                        ? new Value.Told(new Notice(
                                Tone.INFO,
                                "sync.value.head",
                                Map.of("sequence", known.acknowledged(), "hash", known.head())))
                        : told("sync.value.nothing")));
        facts.add(new Fact("sync.fact.neighbours", plain(known.neighbours())));
        return List.copyOf(facts);
    }

    private static Value plain(Object value) {
        return new Value.Plain(String.valueOf(value));
    }

    private static Value told(String key) {
        return new Value.Told(Notice.of(Tone.INFO, key));
    }

    private String when(Instant moment) {
        return Times.date(moment, zone) + " " + Times.time(moment, zone);
    }
}
