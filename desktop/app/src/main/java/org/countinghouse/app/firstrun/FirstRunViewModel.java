package org.countinghouse.app.firstrun;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.CurrencyBook;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Session;
import org.countinghouse.resources.Currencies;

/// The questions of the first start, one page after the other. Nothing is written before the last one.
public final class FirstRunViewModel {
    /// So many time zones are offered for what is typed.
    private static final int OFFERED_ZONES = 40;

    private final Session session;
    private final FirstShop task;
    private final Background background;
    private final Runnable opened;
    private final Checks checks = new Checks(CurrencyBook.load());
    private final Map<Field, StringProperty> typed = new EnumMap<>(Field.class);
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.LANGUAGE);
    private final ReadOnlyObjectWrapper<Map<Field, Notice>> problems = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper(false);

    /// @param here the time zone this computer is set to
    /// @param opened leads to the sign-in of the shop that was set up
    public FirstRunViewModel(Session session, FirstShop task, Background background, ZoneId here, Runnable opened) {
        this.session = session;
        this.task = task;
        this.background = background;
        this.opened = opened;
        for (Field field : Field.values()) {
            var words = new SimpleStringProperty("");
            words.subscribe((_, _) -> reconsider(field));
            typed.put(field, words);
        }
        typed(Field.ZONE).set(here.getId());
        typed(Field.TILL).set("1");
    }

    /// What is typed into a field.
    StringProperty typed(Field field) {
        return Objects.requireNonNull(typed.get(field));
    }

    ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /// What is wrong with what was typed on this page.
    ReadOnlyObjectProperty<Map<Field, Notice>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    /// The codes there are, for the main currency.
    static List<String> currencies() {
        return Currencies.codes();
    }

    /// Time zones that hold every word that is typed, in any order.
    List<String> zones() {
        var words = typed(Field.ZONE).get().toLowerCase(Locale.ROOT).split("[^a-z0-9+]+", -1);
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                .filter(zone -> List.of(words).stream().allMatch(zone.toLowerCase(Locale.ROOT)::contains))
                .sorted()
                .limit(OFFERED_ZONES)
                .toList();
    }

    Answers answers() {
        return new Answers(
                session.language(),
                typed.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().get())));
    }

    /// Goes on, when what this page asks is answered; on the last one the shop is set up.
    void next() {
        if (pending.get()) {
            return;
        }
        if (step.get() == Step.DONE) {
            opened.run();
            return;
        }
        var wrong = checks.of(step.get(), answers());
        problems.set(wrong);
        if (!wrong.isEmpty()) {
            return;
        }
        if (step.get() == Step.REVIEW) {
            setUp();
        } else {
            arrive(step.get().after());
        }
    }

    /// What is typed anew is not called wrong before one goes on.
    private void reconsider(Field field) {
        if (problems.get().containsKey(field)) {
            var left = new EnumMap<>(problems.get());
            left.remove(field);
            problems.set(left);
        }
    }

    void back() {
        if (!pending.get()) {
            step.get().before().ifPresent(this::arrive);
        }
    }

    private void arrive(Step there) {
        problems.set(Map.of());
        notice.set(Optional.empty());
        if (there == Step.CLOUD && typed(Field.ACCOUNT).get().isBlank()) {
            typed(Field.ACCOUNT).set(answers().proposedAccount());
        }
        step.set(there);
    }

    private void setUp() {
        var answers = answers();
        pending.set(true);
        notice.set(Optional.of(Notice.of(Notice.Tone.INFO, "firstrun.working")));
        background.run(
                () -> task.setUp(answers),
                failed -> {
                    pending.set(false);
                    notice.set(failed);
                    if (failed.isEmpty()) {
                        forgetPins();
                        step.set(Step.DONE);
                    }
                },
                broken -> {
                    pending.set(false);
                    notice.set(Optional.of(broken));
                });
    }

    private void forgetPins() {
        typed.forEach((field, words) -> {
            if (field.isSecret()) {
                words.set("");
            }
        });
    }
}
