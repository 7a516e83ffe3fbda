package org.countinghouse.app.shell;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.ledger.people.Person;

/// Keeps what is typed on count sheets from the first key to the seal, and offers it again to whoever counts the
/// same: a lock, another page or a power cut between makes nobody count twice. Only for the screen thread.
public final class KeptCount {
    /// What a person can type on a sheet. A file may say anything.
    private static final Pattern TYPED = Pattern.compile("[0-9*.]{1,20}");

    private final Session session;
    private final CountDrafts drafts;
    private final Background background;
    private final InstantSource clock;
    private final Map<String, StringProperty> places = new TreeMap<>();
    private final ReadOnlyObjectWrapper<Optional<Notice>> offer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Count> count = Optional.empty();
    private boolean filling;

    /// @param after the last entry of the books when it was begun
    private record Count(CountDraft.Of of, long after) {}

    public KeptCount(Session session, CountDrafts drafts, Background background, InstantSource clock) {
        this.session = session;
        this.drafts = drafts;
        this.background = background;
        this.clock = clock;
    }

    /// Keeps what is typed on these from now on.
    public void watch(List<CountSheet> sheets) {
        for (CountSheet sheet : sheets) {
            for (CountRow row : sheet.rows()) {
                watch(sheet.currency().code() + "/" + row.denomination().minorUnits(), row.typedProperty());
            }
        }
    }

    /// @param place names it among all that is typed for this count
    public void watch(String place, StringProperty typed) {
        places.put(place, typed);
        typed.subscribe((_, _) -> keep());
    }

    /// The draft of a count, where one is kept. Any thread may ask.
    public Optional<CountDraft> kept(CountDraft.Of of) {
        return drafts.kept(of);
    }

    /// It is known now what is counted. What was typed before is kept, else an earlier draft is offered.
    ///
    /// @param after the last entry of the books now
    /// @param moved whether cash moved there since the draft was begun
    public void begin(CountDraft.Of of, long after, boolean moved) {
        count = Optional.of(new Count(of, after));
        if (isTyped()) {
            keep();
        } else {
            offer.set(drafts.kept(of).map(draft -> told(draft, moved)));
        }
    }

    private Notice told(CountDraft draft, boolean moved) {
        return new Notice(
                moved ? Tone.WARNING : Tone.INFO,
                moved ? "count.draft.stale" : "count.draft.kept",
                Map.of("time", Times.time(draft.at(), session.shop().zone()), "employee", draft.by()));
    }

    /// What is told of a draft somebody may go on with; nothing once they have chosen.
    public ReadOnlyObjectProperty<Optional<Notice>> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    public boolean isOffered() {
        return offer.get().isPresent();
    }

    /// Fills the sheets with what was kept.
    public void goOn() {
        if (isOffered()) {
            offer.set(Optional.empty());
            count.flatMap(each -> drafts.kept(each.of())).ifPresent(this::fill);
        }
    }

    private void fill(CountDraft draft) {
        filling = true;
        draft.typed()
                .forEach((place, typed) -> Optional.ofNullable(places.get(place))
                        .filter(_ -> TYPED.matcher(typed).matches())
                        .ifPresent(property -> property.set(typed)));
        filling = false;
        count = Optional.of(new Count(draft.of(), draft.begunAfter()));
    }

    public void beginAnew() {
        if (isOffered()) {
            offer.set(Optional.empty());
            drop();
        }
    }

    /// The count is sealed: nobody goes on with it.
    public void sealed() {
        drop();
        count = Optional.empty();
    }

    private void drop() {
        count.ifPresent(each -> drafts.drop(each.of()));
        save();
    }

    private boolean isTyped() {
        return places.values().stream().anyMatch(typed -> !typed.get().isBlank());
    }

    private void keep() {
        if (count.isEmpty() || filling || isOffered()) {
            return;
        }
        if (isTyped()) {
            session.person().ifPresent(this::keep);
        } else {
            drop();
            return;
        }
        save();
    }

    private void keep(Person person) {
        var typed = new TreeMap<String, String>();
        places.forEach((place, text) -> {
            if (!text.get().isBlank()) {
                typed.put(place, text.get());
            }
        });
        count.ifPresent(
                each -> drafts.keep(new CountDraft(each.of(), person.name(), clock.instant(), each.after(), typed)));
    }

    private void save() {
        background.run(
                () -> {
                    drafts.save();
                    return true;
                },
                _ -> {},
                _ -> {});
    }
}
