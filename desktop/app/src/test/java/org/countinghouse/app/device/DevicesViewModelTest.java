package org.countinghouse.app.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.countinghouse.app.device.DevicesViewModel.Panel;
import org.countinghouse.app.device.TeachViewModel.Stage;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceHealth.Kind;
import org.countinghouse.device.Devices;
import org.countinghouse.device.setup.SetupText;
import org.countinghouse.device.spi.PrinterPeer;
import org.countinghouse.device.spi.SimulatedPeers;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An installer at the window without the window, and a simulated printer with its drawer.
class DevicesViewModelTest {
    private static final long LIMIT_SECONDS = 20;
    private static final Duration OPEN_LIMIT = Duration.ofSeconds(3);

    @TempDir
    Path folder;

    private final ExecutorService screen = Executors.newSingleThreadExecutor();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final SampleStation station = SampleStation.bakery();
    private PrinterPeer printer;

    @BeforeEach
    void plugIn() throws IOException {
        printer = SimulatedPeers.find().orElseThrow().startPrinter("front", folder.resolve("slips"));
    }

    @AfterEach
    void unplug() {
        printer.close();
        screen.shutdownNow();
        workers.shutdownNow();
    }

    @Test
    void anAddressIsJudgedAsItIsTyped() {
        var form = new DeviceForm(address -> address.scheme().equals("tcp"));
        assertThat(form.problemProperty().get()).isEmpty();
        assertThat(problem(form, "192.168.1.40")).isEqualTo("device.form.noWay");
        assertThat(problem(form, "tcp:")).isEqualTo("device.form.nothingAfter");
        assertThat(problem(form, "pigeon:loft")).isEqualTo("device.form.unknownWay");
        assertThat(problem(form, "tcp://192.168.1.40?baud")).isEqualTo("device.form.unreadable");
        form.addressProperty().set("tcp://192.168.1.40");
        assertThat(form.problemProperty().get()).isEmpty();
        assertThat(form.complete().get()).as("without a name").isFalse();
        form.nameProperty().set("slips");
        assertThat(form.complete().get()).isTrue();
    }

    @Test
    void whatIsAddedIsUsedFromTheNextStartAndForgottenAfterAQuestion() {
        var model = model(List::of);
        add(model, "slips", Kind.PRINTER, printer.address());
        until(() -> model.sheet().size() == 1);
        assertThat(row(model).state().key()).isEqualTo("device.row.nextStart");
        act(() -> model.choose(row(model)));
        act(model::forget);
        assertThat(model.panelProperty().get()).isEqualTo(Panel.FORGET);
        assertThat(model.sheet().size()).isOne();
        act(model::forgetNow);
        until(() -> model.sheet().size() == 0);
        assertThat(told(model)).isEqualTo("device.forget.done");
        assertThat(folder.resolve("devices.txt.before")).exists();
    }

    @Test
    void aListWithALineNobodyUnderstandsIsToldAndNotWrittenOver() throws IOException {
        Files.writeString(folder.resolve("devices.txt"), "nonsense\n");
        var model = model(List::of);
        until(() -> !model.remarksProperty().get().isEmpty());
        add(model, "slips", Kind.PRINTER, printer.address());
        until(() -> told(model).equals("device.list.unchanged"));
        assertThat(folder.resolve("devices.txt")).hasContent("nonsense\n");
    }

    @Test
    void aPrinterIsTestedWithQuestionsAndTheResultIsOnPaper() {
        var model = registered(List::of);
        act(model::test);
        until(() -> model.trial().questionProperty().get().isPresent());
        act(() -> model.trial().answer(true));
        until(() -> asks(model, SetupText.DRAWER_ASK_KICK));
        act(() -> model.trial().answer(true));
        until(() -> asks(model, SetupText.DRAWER_ASK_SHUT));
        printer.pushDrawerShut();
        act(() -> model.trial().answer(true));
        until(() -> !model.trial().runningProperty().get());
        assertThat(model.trial().verdictProperty().get().orElseThrow().key()).isEqualTo("device.trial.passed.paper");
        assertThat(model.trial().lines()).extracting(TrialViewModel.Line::kind).contains(Kind.PRINTER, Kind.DRAWER);
    }

    @Test
    void aTestThatIsStoppedMovesNothingMore() {
        var model = registered(List::of);
        act(model::test);
        until(() -> model.trial().questionProperty().get().isPresent());
        act(() -> model.trial().stop());
        until(() -> !model.trial().runningProperty().get());
        assertThat(printer.pulses()).isZero();
    }

    @Test
    void aSilentPrinterFailsWithWhatToDoNext() {
        var model = registered(List::of);
        printer.play(PrinterPeer.Scene.DEAD);
        act(model::test);
        until(() -> !model.trial().runningProperty().get());
        assertThat(model.trial().verdictProperty().get().orElseThrow().key()).isEqualTo("device.trial.failed");
        assertThat(model.trial().lines().getFirst().step().next()).isPresent();
    }

    @Test
    void aDrawerIsTaughtByShuttingAndOpeningIt() throws IOException {
        var model = registered(List::of);
        teach(model);
        assertThat(told(model.teaching())).isEqualTo("device.teach.learned");
        assertThat(Files.readString(folder.resolve("devices.txt"))).contains("sense=high");
    }

    @Test
    void whatTheStationHasOpenIsTestedAndTaughtWithoutOpeningItAgain() throws IOException {
        var open = connected(printer.address());
        try (open) {
            RunningDevices running = () -> List.of(new RunningDevices.Running(open, open::health));
            var setup = new DeviceSetup(folder, running, station.shop.zone());
            assertThat(setup.look(printer.address(), Set.of()))
                    .as("nobody else looks there")
                    .isEmpty();
            assertThat(running.at(printer.address().with("paper", "58"))).isPresent();
            var model = registered(running);
            teach(model);
            assertThat(told(model.teaching())).isEqualTo("device.teach.learned");
            assertThat(open.printer().orElseThrow().state().canPrint())
                    .as("it stays open")
                    .isTrue();
            assertThat(Files.readString(folder.resolve("devices.txt"))).contains("sense=high");
        }
    }

    @Test
    void whatIsLookedForCanBeCancelledAndADeviceInUseIsLeftAlone() {
        var open = connected(printer.address());
        try (open) {
            var model = model(() -> List.of(new RunningDevices.Running(open, open::health)));
            act(() -> model.find().typedProperty().set(printer.address().toString()));
            act(() -> model.find().lookAtTyped());
            until(() -> !model.find().lookingProperty().get());
            assertThat(model.find().found().getFirst().words().key()).isEqualTo("device.find.inUse");
            act(() -> {
                model.find().lookAtTyped();
                model.find().cancel();
            });
            assertThat(model.find().progressProperty().get().orElseThrow().key())
                    .isEqualTo("device.find.cancelled");
        }
    }

    @Test
    void aPrinterThatIsFoundIsDescribedInTheForm() {
        var model = model(List::of);
        act(() -> model.find().typedProperty().set(printer.address().toString()));
        act(() -> model.find().lookAtTyped());
        until(() -> !model.find().lookingProperty().get());
        act(() -> model.add(model.find().found().getFirst()));
        assertThat(model.form().kindProperty().get()).isEqualTo(Kind.PRINTER);
        assertThat(model.form().problemProperty().get()).isEmpty();
        assertThat(model.form().addressProperty().get()).startsWith("tcp:");
    }

    @Test
    void aConflictWithTheCloudIsToldByName() throws IOException {
        SharedDevices.notes(RegisteredDevices.in(folder).file())
                .add(Instant.EPOCH, CloudNotes.Kind.CONFLICT, "\"slips\" was changed here and in the cloud");
        var model = model(List::of);
        until(() -> !model.remarksProperty().get().isEmpty());
        assertThat(model.remarksProperty().get().getFirst().in(Texts.load(Language.ENGLISH)))
                .contains("\"slips\"");
    }

    @Test
    void everyPhraseOfASelfTestIsSpokenInBothLanguages() {
        for (Language language : Language.values()) {
            assertThat(List.of(SetupText.values())).extracting(SetupText::key).allMatch(Texts.load(language)::has);
        }
        assertThat(List.of(SetupText.values()))
                .allSatisfy(text -> assertThat(Texts.load(Language.ENGLISH).text(text.key()))
                        .isEqualTo(text.english().replace("{0}", "{a}").replace("{1}", "{b}")));
    }

    private void teach(DevicesViewModel model) {
        act(model::teach);
        until(() -> model.teaching().stageProperty().get() == Stage.SHUT_IT);
        printer.pushDrawerShut();
        act(() -> model.teaching().isShut());
        until(() -> model.teaching().stageProperty().get() == Stage.OPEN_IT);
        printer.turnDrawerKey();
        act(() -> model.teaching().isOpen());
        until(() -> model.teaching().stageProperty().get() == Stage.OVER);
    }

    private DevicesViewModel model(RunningDevices running) {
        var setup = new DeviceSetup(folder, running, station.shop.zone());
        var background = new Background(workers, screen);
        return on(() -> new DevicesViewModel(station.session("dara"), setup, background));
    }

    private DevicesViewModel registered(RunningDevices running) {
        var model = model(running);
        add(model, "till", Kind.DRAWER, printer.address());
        until(() -> model.sheet().shown().stream().anyMatch(row -> row.name().equals("till")));
        act(() -> model.choose(model.sheet().shown().stream()
                .filter(row -> row.name().equals("till"))
                .findFirst()
                .orElseThrow()));
        return model;
    }

    private void add(DevicesViewModel model, String name, Kind kind, DeviceAddress address) {
        act(() -> {
            model.add();
            model.form().kindProperty().set(kind);
            model.form().addressProperty().set(address.toString());
            model.form().nameProperty().set(name);
            model.register();
        });
        until(() -> !model.pendingProperty().get());
    }

    private static Devices connected(DeviceAddress address) {
        if (Devices.open(address, OPEN_LIMIT) instanceof Devices.Connection.Connected(var devices)) {
            return devices;
        }
        throw new AssertionError(address + " cannot be opened");
    }

    private static String problem(DeviceForm form, String typed) {
        form.addressProperty().set(typed);
        return form.problemProperty().get().map(Notice::key).orElse("");
    }

    private static DeviceRow row(DevicesViewModel model) {
        return model.sheet().shown().getFirst();
    }

    private static boolean asks(DevicesViewModel model, SetupText text) {
        return model.trial()
                .questionProperty()
                .get()
                .filter(asked -> asked.text() == text)
                .isPresent();
    }

    private static String told(DevicesViewModel model) {
        return key(model.noticeProperty().get());
    }

    private static String told(TeachViewModel model) {
        return key(model.noticeProperty().get());
    }

    private static String key(Optional<Notice> notice) {
        return notice.map(Notice::key).orElse("");
    }

    private void act(Runnable deed) {
        on(() -> {
            deed.run();
            return true;
        });
    }

    private <T> T on(Callable<T> act) {
        try {
            return screen.submit(act).get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private void until(BooleanSupplier claim) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!on(claim::getAsBoolean)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }
}
