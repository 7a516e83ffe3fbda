package org.countinghouse.app.backup;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongPredicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.countinghouse.app.backup.BackupRoom.Proof;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Sheet;
import org.countinghouse.app.shell.Sheet.Column;
import org.countinghouse.app.shell.Times;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.store.Backups.Kept;

/// The backups for whoever looks after them: how old the last one is, one more now, what one proves, and putting one in
/// the ledger's place.
public final class BackupViewModel {
    /// A shop that loses more than a day of cash counts it again by hand.
    private static final Duration OLD = Duration.ofHours(26);

    private static final long KIB = 1024;

    private final Session session;
    private final BackupRoom task;
    private final Background background;
    private final InstantSource clock;
    private final Runnable restart;
    private final Sheet<Kept> sheet;
    private final StringProperty file = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Person>> manager = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Person>> managers = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Notice>> standing = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Notice>> told = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> progress = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Proof.Ours>> asked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper(false);
    private final AtomicBoolean goOn = new AtomicBoolean(true);

    /// @param restart closes the station's window and opens it again
    public BackupViewModel(
            Session session, BackupRoom task, Background background, InstantSource clock, Runnable restart) {
        this.session = session;
        this.task = task;
        this.background = background;
        this.clock = clock;
        this.restart = restart;
        var texts = session.texts();
        this.sheet = new Sheet<>(List.of(
                Column.words("at", texts.text("backup.column.at"), kept -> when(kept.at())),
                Column.number("size", texts.text("backup.column.size"), kept -> kept.bytes() / KIB),
                Column.words(
                        "file",
                        texts.text("backup.column.file"),
                        kept -> String.valueOf(kept.file().getFileName()))));
        refresh();
    }

    Sheet<Kept> sheet() {
        return sheet;
    }

    /// The backup that is meant, as a path.
    StringProperty fileProperty() {
        return file;
    }

    /// Who says that the ledger is replaced.
    ObjectProperty<Optional<Person>> managerProperty() {
        return manager;
    }

    ReadOnlyObjectProperty<List<Person>> managersProperty() {
        return managers.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Notice>> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> toldProperty() {
        return told.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// The proven backup a manager is asked about.
    ReadOnlyObjectProperty<Optional<Proof.Ours>> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    void refresh() {
        background.run(task::look, this::show, this::tell);
    }

    private void show(BackupRoom.Standing now) {
        sheet.setAll(now.kept());
        if (manager.get().isEmpty()) {
            manager.set(session.person()
                    .flatMap(person -> now.managers().stream()
                            .filter(each -> each.employee().equals(person.employee()))
                            .findFirst())
                    .or(() -> now.managers().stream().findFirst()));
        }
        managers.set(now.managers());
        var all = new ArrayList<Notice>();
        all.add(now.state().newest().map(this::age).orElseGet(() -> Notice.of(Tone.WARNING, "backup.none")));
        now.state()
                .last()
                .ifPresent(made -> all.add(new Notice(
                        Tone.SUCCESS,
                        "backup.last",
                        Map.of(
                                "count", made.head().sequence(),
                                "hash", made.head().hash().shortHex()))));
        now.state()
                .trouble()
                .ifPresent(why -> all.add(new Notice(Tone.DANGER, "backup.trouble", Map.of("reason", why))));
        now.state()
                .markTrouble()
                .ifPresent(why -> all.add(new Notice(Tone.WARNING, "backup.markTrouble", Map.of("reason", why))));
        standing.set(List.copyOf(all));
    }

    private Notice age(Instant newest) {
        var age = Duration.between(newest, clock.instant());
        boolean old = age.compareTo(OLD) > 0;
        return new Notice(
                old ? Tone.WARNING : Tone.SUCCESS,
                old ? "backup.old" : age.toHours() < 1 ? "backup.fresh" : "backup.newest",
                Map.of("time", when(newest), "hours", Math.max(0, age.toHours())));
    }

    private String when(Instant moment) {
        ZoneId zone = session.shop().zone();
        return Times.date(moment, zone) + " " + Times.time(moment, zone);
    }

    /// Makes one beside the ledger, and where a folder is named a second one there.
    void backUp(Optional<Path> to) {
        work("backup.working", watch -> task.backUp(to, watch), made -> {
            tell(made);
            refresh();
        });
    }

    /// Proves the chosen backup, and says what it is.
    void prove() {
        proven(proof -> tell(
                switch (proof) {
                    case Proof.Ours ours -> ours.words();
                    case Proof.NotOurs(var why) -> why;
                }));
    }

    /// Proves the chosen backup, and asks a manager about it.
    void askToRestore() {
        proven(proof -> {
            switch (proof) {
                case Proof.Ours ours -> asked.set(Optional.of(ours));
                case Proof.NotOurs(var why) -> tell(why);
            }
        });
    }

    private void proven(Consumer<Proof> then) {
        chosen().ifPresentOrElse(
                        path -> work("backup.proving", watch -> task.prove(path, watch), then),
                        () -> tell(Notice.of(Tone.WARNING, "backup.chooseFirst")));
    }

    private Optional<Path> chosen() {
        try {
            return Optional.of(file.get().strip())
                    .filter(typed -> !typed.isEmpty())
                    .map(Path::of);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private <T> void work(String key, Function<LongPredicate, T> job, Consumer<T> then) {
        if (working.get()) {
            return;
        }
        working.set(true);
        told.set(Optional.empty());
        goOn.set(true);
        tellProgress(key, 0);
        LongPredicate watch = done -> {
            background.show(() -> tellProgress(key, done));
            return goOn.get();
        };
        background.run(
                () -> job.apply(watch),
                made -> {
                    ended();
                    then.accept(made);
                },
                broken -> {
                    ended();
                    tell(broken);
                });
    }

    private void tellProgress(String key, long done) {
        if (working.get()) {
            progress.set(Optional.of(new Notice(Tone.INFO, key, Map.of("count", done))));
        }
    }

    private void ended() {
        working.set(false);
        progress.set(Optional.empty());
    }

    /// Gives up what is under way; the answer says so.
    void stop() {
        goOn.set(false);
    }

    void changeMind() {
        asked.set(Optional.empty());
        told.set(Optional.empty());
    }

    /// @param pin of the manager; overwritten by the task
    void restore(char[] pin) {
        var ours = asked.get();
        var who = manager.get();
        if (ours.isEmpty() || who.isEmpty() || working.get()) {
            return;
        }
        working.set(true);
        background.run(
                () -> task.prepare(ours.get(), who.get(), pin, session.shop().zone()),
                refused -> {
                    working.set(false);
                    refused.ifPresentOrElse(this::tell, () -> {
                        tell(Notice.of(Tone.INFO, "backup.restarting"));
                        restart.run();
                    });
                },
                broken -> {
                    working.set(false);
                    tell(broken);
                });
    }

    private void tell(Notice notice) {
        told.set(Optional.of(notice));
    }
}
