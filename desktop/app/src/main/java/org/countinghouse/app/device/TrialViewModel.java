package org.countinghouse.app.device;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.countinghouse.app.device.DeviceSetup.Tested;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Session;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.device.Emphasis;
import org.countinghouse.device.Slip;
import org.countinghouse.device.setup.Asking;
import org.countinghouse.device.setup.Phrase;
import org.countinghouse.device.setup.SelfTest;
import org.countinghouse.device.setup.Step;

/// The self-test of what stands at one address, step by step.
final class TrialViewModel {
    private final Session session;
    private final DeviceSetup task;
    private final Background background;
    private final ScreenAsking asking;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Notice>> verdict = new ReadOnlyObjectWrapper<>(Optional.empty());

    TrialViewModel(Session session, DeviceSetup task, Background background) {
        this.session = session;
        this.task = task;
        this.background = background;
        this.asking = new ScreenAsking(background);
    }

    /// One step, and of which device.
    record Line(DeviceHealth.Kind kind, Step step) {}

    ObservableList<Line> lines() {
        return lines;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// What came of it, once it is over.
    ReadOnlyObjectProperty<Optional<Notice>> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Phrase>> questionProperty() {
        return asking.questionProperty();
    }

    void begin(DeviceRow row) {
        if (running.get()) {
            return;
        }
        running.set(true);
        lines.clear();
        verdict.set(Optional.empty());
        asking.begin();
        var trial = new Trial(asking, task.scanPatience(), (kind, test) -> background.show(() -> add(kind, test)));
        background.run(
                () -> task.test(row.address(), trial, tests -> paper(row, tests)),
                tested -> end(verdict(tested)),
                this::end);
    }

    private void add(DeviceHealth.Kind kind, SelfTest test) {
        lines.addAll(test.steps().stream().map(step -> new Line(kind, step)).toList());
    }

    private void end(Notice told) {
        running.set(false);
        verdict.set(Optional.of(told));
    }

    void answer(boolean yes) {
        asking.answer(yes ? Asking.Answer.YES : Asking.Answer.NO);
    }

    /// What waits for a person goes on without one, and ends soon.
    void stop() {
        asking.giveUp();
    }

    private static Notice verdict(Tested tested) {
        return switch (tested) {
            case Tested.NotOpened(var fault, var reason) ->
                new Notice(
                        Tone.DANGER,
                        "device.trial.notOpened",
                        Map.of("state", new Notice.Word(DeviceWords.fault(fault)), "reason", reason));
            case Tested.Done(var tests, var machineLeftOut, var onPaper) -> {
                if (tests.isEmpty()) {
                    yield Notice.of(
                            Tone.WARNING, machineLeftOut ? "device.trial.machineInUse" : "device.trial.nothing");
                }
                boolean passed = tests.stream().allMatch(SelfTest::isPassed);
                yield Notice.of(
                        passed ? Tone.SUCCESS : Tone.DANGER,
                        passed
                                ? onPaper ? "device.trial.passed.paper" : "device.trial.passed"
                                : onPaper ? "device.trial.failed.paper" : "device.trial.failed");
            }
        };
    }

    /// The result as a slip, for whoever keeps the papers of an installation.
    private Slip paper(DeviceRow row, List<SelfTest> tests) {
        var texts = session.texts();
        var slip = Slip.titled(texts.text("device.trial.title"))
                .centred(texts.text("device.trial.title"), Emphasis.BOLD)
                .text(row.name())
                .text(row.address().toString())
                .rule();
        for (SelfTest test : tests) {
            for (Step step : test.steps()) {
                slip.text(texts.text(outcome(step.outcome())) + ": " + DeviceWords.in(texts, step.seen()));
                step.next().ifPresent(next -> slip.text("> " + DeviceWords.in(texts, next)));
            }
        }
        return slip.cut().build();
    }

    /// The key of a step's outcome.
    static String outcome(Step.Outcome outcome) {
        return switch (outcome) {
            case PASSED -> "device.trial.step.passed";
            case FAILED -> "device.trial.step.failed";
            case SKIPPED -> "device.trial.step.skipped";
        };
    }
}
