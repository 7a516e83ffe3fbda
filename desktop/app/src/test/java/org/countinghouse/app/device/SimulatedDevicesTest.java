package org.countinghouse.app.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.countinghouse.app.Station;
import org.countinghouse.app.device.SimulatedMachineViewModel.Inside;
import org.countinghouse.app.device.SimulatedMachineViewModel.Row;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Papers;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.ShopFile;
import org.countinghouse.app.shell.ShopScreens;
import org.countinghouse.app.shell.Spool;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Opening;
import org.countinghouse.device.Slip;
import org.countinghouse.device.spi.CashMachinePeer;
import org.countinghouse.device.spi.PrinterPeer.Scene;
import org.countinghouse.device.spi.PrinterPeer.Standing.Roll;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The page of the simulated devices without a window, over the real simulators and the drivers that drive them.
class SimulatedDevicesTest {
    private static final long LIMIT_SECONDS = 20;
    private static final int FULL = 25;
    private static final String MARK = "TRAINING - NOT A RECEIPT";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Background background = new Background(thread, thread);
    private Station station;
    private TrainingDevices devices;
    private SimulatedMachineViewModel machine;
    private SimulatedPrinterViewModel printer;

    @BeforeEach
    void begin() {
        station = Station.open(
                folder, () -> ShopFile.sample(SampleShop.BREAD_BASKET), Optional.empty(), Clock.systemUTC());
        var desk = station.practice();
        var shop = ShopScreens.of(station.shop(), station.till(), station.shopCurrencies());
        var session = new Session(shop, Language.ENGLISH, station.ids()::next);
        session.begin(desk.ask(books -> books.person("dara")).orElseThrow());
        devices = TrainingDevices.start(shop.mainCurrency(), station.machineBooks(desk), MARK);
        machine = on(() -> new SimulatedMachineViewModel(session, devices, background));
        printer = on(() -> new SimulatedPrinterViewModel(devices, background));
        until(() -> machine.insideProperty().get().isPresent());
    }

    @AfterEach
    void end() {
        devices.close();
        station.close();
        thread.shutdownNow();
    }

    @Test
    void aJamInTheMiddleOfAPayoutLeavesTheRestOwed() {
        on(() -> {
            machine.jamNext();
            machine.till().pay("30");
            return true;
        });
        until(() -> told("outcome.paid-part"));
        assertThat(notice().details())
                .containsEntry("amount", "20.00 GBP")
                .containsEntry("rest", "10.00 GBP")
                .containsEntry("state", new Notice.Word("device.state.jammed"));
        until(() -> inside().tray().total("GBP") == 2000);
        assertThat(row(2000).recycler()).isEqualTo(FULL - 1);
        assertThat(row(1000).recycler()).isEqualTo(FULL);
        act(machine::emptyTray);
        until(() -> inside().tray().isNone());
        assertThat(on(() -> machine.till().payingProperty().get())).isFalse();
    }

    @Test
    void aCustomersNoteIsTakenOnlyWhileTheMouthIsOpen() {
        act(() -> machine.insert(gbp(500)));
        until(() -> told("notTaken"));
        act(machine.till()::take);
        until(() -> {
            machine.insert(gbp(500));
            return row(500).recycler() > FULL;
        });
        act(machine.till()::endTaking);
        until(() -> told("outcome.taken"));
        assertThat(notice().details().get("amount").toString())
                .endsWith(".00 GBP")
                .isNotEqualTo("0.00 GBP");
    }

    @Test
    void aLostReplyMovesMoneyOnce() {
        act(() -> machine.play(CashMachinePeer.Scene.DROP_NEXT_REPLY));
        act(() -> machine.till().pay("5"));
        until(() -> told("outcome.paid"));
        until(() -> row(500).recycler() == FULL - 1);
        assertThat(inside().tray().total("GBP")).isEqualTo(500);
    }

    @Test
    void whatIsRefilledWhileTheCableIsOutIsThereWhenItIsInAgain() {
        act(machine::pullCable);
        act(() -> machine.refill(gbp(500)));
        until(() -> row(500).recycler() == FULL + SimulatedMachineViewModel.REFILL_PIECES);
        act(() -> machine.play(CashMachinePeer.Scene.ALIVE));
        act(() -> machine.play(CashMachinePeer.Scene.SECOND_HOST));
        until(() -> !inside().tray().isNone());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cashdro", "cashlogy", "cashmatic", "cctalk", "glory", "ssp-hopper"})
    void anotherProtocolIsChosenAndPays(String kind) {
        act(() -> machine.choose(kind));
        until(() -> inside().kind().equals(kind));
        assertThat(inside().scenes().contains(CashMachinePeer.Scene.BEZEL_TAKEN))
                .isEqualTo(!kind.equals("cctalk") && !kind.equals("ssp-hopper"));
        act(() -> machine.till().pay("2"));
        until(() -> told("outcome.paid"));
        until(() -> inside().tray().total("GBP") == 200);
    }

    @Test
    void whatIsNoAmountIsNotPaid() {
        for (String typed : new String[] {"", "x", "0", "-5", "1.234"}) {
            act(() -> machine.till().pay(typed));
            until(() -> told("noAmount"));
        }
        assertThat(inside().tray().isNone()).isTrue();
    }

    @Test
    void aSlipComesOutMarkedAndCanBeLookedAt() {
        print("the first slip");
        print("the second slip");
        until(() -> printer.shownProperty().get().number() == 2);
        act(printer::earlierSlip);
        var shown = on(() -> printer.shownProperty().get());
        assertThat(shown.of()).isEqualTo(2);
        assertThat(shown.slip().orElseThrow().text()).contains("TRAINING", "the first slip");
        assertThat(shown.slip().orElseThrow().image()).exists();
    }

    @Test
    void whatIsDoneToThePrinterIsSeenAndTellsTheStation() {
        act(() -> printer.play(Scene.PAPER_OUT));
        until(() -> printer.standingProperty().get().orElseThrow().roll() == Roll.OUT);
        assertThat(print("x")).isInstanceOf(Papers.Printed.NotOut.class);
        act(() -> printer.play(Scene.PAPER_IN));
        act(printer::endPaperSoon);
        until(() -> printer.standingProperty().get().orElseThrow().linesLeft().isPresent());

        assertThat(devices.drawer().orElseThrow().open()).isEqualTo(new Opening.Opened());
        until(() -> printer.standingProperty().get().orElseThrow().drawerOpen());
        act(printer::pushShut);
        until(() -> !printer.standingProperty().get().orElseThrow().drawerOpen());
        act(printer::turnKey);
        until(() -> printer.standingProperty().get().orElseThrow().drawerOpen());
    }

    @Test
    void thePaperOfATrainingIsThrownAwayWithIt() {
        print("x");
        until(() -> printer.shownProperty().get().of() == 1);
        Path picture =
                on(() -> printer.shownProperty().get()).slip().orElseThrow().image();
        devices.close();
        assertThat(Files.exists(picture)).isFalse();
        devices.choose("glory");
        assertThat(devices.machine().kind()).as("nothing starts afterwards").isEqualTo("ssp");
    }

    private Papers.Printed print(String words) {
        var slip = Slip.titled(words).text(words).cut().build();
        return devices.spool().orElseThrow().print(new Spool.Wish(words, slip, false, "", false), PATIENCE);
    }

    private boolean told(String what) {
        return machine.noticeProperty()
                .get()
                .filter(told -> told.key().equals("device.simulated." + what))
                .isPresent();
    }

    private Notice notice() {
        return on(() -> machine.noticeProperty().get().orElseThrow());
    }

    private Inside inside() {
        return on(() -> machine.insideProperty().get().orElseThrow());
    }

    private Row row(long minorUnits) {
        return inside().rows().stream()
                .filter(each -> each.denomination().minorUnits() == minorUnits)
                .findFirst()
                .orElseThrow();
    }

    private static Denomination gbp(long minorUnits) {
        return new Denomination("GBP", minorUnits);
    }

    private void act(Runnable deed) {
        on(() -> {
            deed.run();
            return true;
        });
    }

    private <T> T on(Callable<T> act) {
        try {
            return thread.submit(act).get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private void until(BooleanSupplier claim) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!claim.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("%s", machine.noticeProperty().get())
                    .isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }
}
