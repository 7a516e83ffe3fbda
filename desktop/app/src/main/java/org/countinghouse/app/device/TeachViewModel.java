package org.countinghouse.app.device;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.SenseLesson;
import org.countinghouse.device.SenseLesson.Level;
import org.countinghouse.device.SenseLesson.Taught;

/// Teaches the station which level of a drawer's wire means open: shut it, open it, learned.
final class TeachViewModel {
    /// Where the lesson is.
    enum Stage {
        /// Nothing was begun, or the lesson is being prepared.
        BEGINNING,
        SHUT_IT,
        OPEN_IT,
        /// Learned or not: the notice says which.
        OVER
    }

    private final DeviceSetup task;
    private final Background background;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.BEGINNING);
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<SenseLesson> lesson = Optional.empty();
    private Optional<DeviceAddress> address = Optional.empty();
    private long lessons;

    TeachViewModel(DeviceSetup task, Background background) {
        this.task = task;
        this.background = background;
    }

    ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    void begin(DeviceAddress taught) {
        stop();
        long now = ++lessons;
        address = Optional.of(taught);
        stage.set(Stage.BEGINNING);
        work(() -> opened(taught), opened -> {
            if (now != lessons) {
                opened.ifPresent(late -> background.run(() -> closed(late), _ -> {}, _ -> {}));
            } else if (opened.isPresent()) {
                lesson = opened;
                stage.set(Stage.SHUT_IT);
            } else {
                over(Notice.of(Tone.WARNING, "device.teach.noDrawer"));
            }
        });
    }

    private Optional<SenseLesson> opened(DeviceAddress taught) {
        try {
            return Optional.of(task.lesson(taught));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The drawer is shut, says whoever stands before it.
    void isShut() {
        lesson.filter(_ -> !pending.get())
                .ifPresent(here -> work(here::shut, level -> {
                    if (level == Level.SILENT) {
                        // The drawer need not be opened for a printer that is off.
                        over(Notice.of(Tone.WARNING, "device.teach.silent"));
                    } else {
                        stage.set(Stage.OPEN_IT);
                    }
                }));
    }

    /// Opens it with a pulse, for who has no key at hand.
    void kick() {
        lesson.filter(_ -> !pending.get())
                .ifPresent(here -> work(
                        () -> {
                            here.kick();
                            return here;
                        },
                        _ -> notice.set(Optional.of(Notice.of(Tone.INFO, "device.teach.kicked")))));
    }

    /// The drawer is open, says whoever stands before it.
    void isOpen() {
        lesson.filter(_ -> !pending.get()).ifPresent(here -> work(() -> learned(here), this::over));
    }

    private Notice learned(SenseLesson here) {
        var before = address.orElseThrow();
        return switch (here.open()) {
            case Taught.Learned(var learned) -> task.learned(before, learned, "device.teach.learned");
            case Taught.NoWire(var learned) -> task.learned(before, learned, "device.teach.noWire");
            case Taught.NotLearned(var reason) ->
                new Notice(Tone.WARNING, "device.teach.notLearned", Map.of("reason", reason));
        };
    }

    private <T> void work(Supplier<T> work, Consumer<T> then) {
        pending.set(true);
        notice.set(Optional.empty());
        background.run(
                work,
                done -> {
                    pending.set(false);
                    then.accept(done);
                },
                broken -> {
                    pending.set(false);
                    over(broken);
                });
    }

    private void over(Notice told) {
        stop();
        stage.set(Stage.OVER);
        notice.set(Optional.of(told));
    }

    /// Lets the drawer go.
    void stop() {
        lessons++;
        notice.set(Optional.empty());
        lesson.ifPresent(here -> background.run(() -> closed(here), _ -> {}, _ -> {}));
        lesson = Optional.empty();
    }

    private static boolean closed(SenseLesson lesson) {
        lesson.close();
        return true;
    }
}
