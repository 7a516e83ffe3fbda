package org.countinghouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Glass;
import org.countinghouse.app.shell.InEnglishAndKhmer;
import org.countinghouse.app.shell.ShopFile;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.spi.CashMachinePeer;
import org.countinghouse.device.spi.PrinterPeer;
import org.countinghouse.device.spi.SimulatedPeers;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.machine.MachineStepped;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.people.TrainingBegan;
import org.countinghouse.ledger.people.TrainingDone;
import org.countinghouse.ledger.people.TrainingEnded;
import org.countinghouse.ledger.till.NoSale;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// Somebody practises at a whole station. The station's "real" devices are simulators too, so that it can be seen
/// that nothing reached them.
class TrainingTest {
    private static final double TOUCH = 44;
    private static final Denomination NOTE = new Denomination("GBP", 500);

    @TempDir
    Path folder;

    private PrinterPeer realPrinter;
    private CashMachinePeer realMachine;
    private Station station;
    private Trading trading;
    private Glass glass;

    @BeforeEach
    void plugIn() throws IOException {
        var peers = SimulatedPeers.find().orElseThrow();
        realPrinter = peers.startPrinter("real", folder.resolve("real"));
        realMachine = peers.startCashMachine("ssp", "real", Pieces.of(NOTE, 10), Duration.ofMillis(10));
    }

    private void open(Language language) {
        station = Station.open(
                folder.resolve("data"),
                () -> ShopFile.sample(SampleShop.BREAD_BASKET),
                Optional.empty(),
                Clock.systemUTC());
        order(new Command.OpenShift(
                station.till(), List.of(Cash.of(Money.parse("100.00", trade()))), Optional.empty()));
        trading = new Trading(
                station,
                List.of(realPrinter.address().toString(), realMachine.address().toString()),
                Optional.empty(),
                language);
        glass = new Glass(_ -> trading.ports(), this::pin, language);
        glass.signIn("dara");
        glass.await("#moves");
    }

    @AfterEach
    void unplug() {
        glass.close();
        trading.close();
        realMachine.close();
        realPrinter.close();
    }

    @Test
    void aJamInTrainingShowsTheCashierWhatIsOwedAndReachesNothingReal() {
        open(Language.ENGLISH);
        glass.picture("before-training");
        beginTraining();
        glass.press("#jam-after");
        glass.type("#amount", "30");
        glass.press("#pay");
        glass.until(
                () -> glass.words()
                        .contains(
                                "The machine paid 20.00 GBP and stopped: Jammed. 10.00 GBP is still owed: pay it from the drawer."));
        glass.until(() -> glass.find(".strip-item.stopped") instanceof Label chip
                && chip.getText().equals("Cash machine: Jammed"));
        assertThat(glass.words()).contains("In the tray: 20.00 GBP", "Training: nothing here counts");
        glass.press("#scene-cleared");
        glass.until(() -> glass.find(".strip-item.stopped") == null);

        assertThat(facts(TrainingBegan.class)).hasSize(1);
        assertThat(facts(TrainingDone.class)).isNotEmpty();
        assertThat(facts(MachineStepped.class))
                .as("nothing of it is in the real books")
                .isEmpty();
        untouched();
    }

    @Test
    void theDrawerOfATrainingIsNotTheRealOneAndTheRealOneIsThereAgainAfterwards() {
        open(Language.ENGLISH);
        var robot = new FxRobot();
        beginTraining();
        practiseAShift();
        robot.push(KeyCode.F8);
        glass.press("#reason-" + reason());
        glass.press(".dialog #action");
        robot.push(KeyCode.F1);
        glass.press("#showPrinter");
        glass.until(() -> text("#state-drawer").equals("Open"));
        glass.press("#push-shut");
        glass.until(() -> text("#state-drawer").equals("Shut"));
        glass.press("#turn-key");
        glass.until(() ->
                facts(TrainingDone.class).stream().anyMatch(done -> done.what().equals("drawer-seen")));
        untouched();

        glass.press("#endTraining");
        glass.until(() -> glass.find("#trainingBand") == null);
        glass.until(() -> facts(TrainingEnded.class).size() == 1);
        glass.await("#moves");
        assertThat(facts(NoSale.class)).isEmpty();
        robot.push(KeyCode.F8);
        glass.press("#reason-" + reason());
        glass.press(".dialog #action");
        glass.until(() -> realPrinter.pulses() == 1);
        assertThat(facts(NoSale.class)).hasSize(1);
    }

    @Test
    void whoLocksTheStationLeavesTheTrainingToo() {
        open(Language.ENGLISH);
        beginTraining();
        new FxRobot().push(KeyCode.F12);
        glass.await("#person-dara");
        glass.until(() -> facts(TrainingEnded.class).size() == 1);
        assertThat(Glass.on(() -> glass.find("#trainingBand"))).isNull();
        glass.signIn("dara");
        glass.await("#moves");
        untouched();
    }

    @Test
    void nobodyPractisesOnPinsThatAreReal() {
        open(Language.ENGLISH);
        glass.await("#ownPin");
        beginTraining();
        assertThat(Glass.on(() -> glass.find("#ownPin") == null)).isTrue();
    }

    @Test
    void onlyWhatTheMachineCanPlayIsShown() {
        open(Language.ENGLISH);
        beginTraining();
        assertThat(Glass.on(() -> glass.find("#scene-hold-next-in-bezel"))).isNotNull();
        choose("cctalk");
        glass.until(() -> glass.find("#scene-hold-next-in-bezel") == null);
        assertThat(Glass.on(() -> glass.find("#scene-second-host"))).isNotNull();
        glass.type("#amount", "2");
        glass.press("#pay");
        glass.until(() -> glass.words().contains("The machine paid 2.00 GBP."));
        untouched();
    }

    @InEnglishAndKhmer
    void everyButtonIsForAFingerAndSaysWhatItDoes(Language language) {
        open(language);
        beginTraining();
        glass.type("#amount", "35");
        glass.press("#pay");
        glass.until(() -> !glass.find("#pay").isDisabled() && glass.find("#emptyTray") != null);
        glass.until(() -> !glass.find("#emptyTray").isDisabled());
        whole("simulators-machine-" + language.code());
        glass.press("#showPrinter");
        glass.press("#scene-paper-near-end");
        practiseASlip();
        whole("simulators-printer-" + language.code());
    }

    private void whole(String name) {
        glass.picture(name);
        assertThat(glass.nameless()).as(name).isEmpty();
        assertThat(tooSmall()).as(name).isEmpty();
        assertThat(glass.words()).as(name).noneMatch(word -> word.contains("{") || word.contains("device.simulated"));
    }

    private List<String> tooSmall() {
        return Glass.on(() -> Glass.all(glass.shell.scene().getRoot())
                .filter(node -> node instanceof ButtonBase || node instanceof ComboBoxBase<?>)
                .map(Region.class::cast)
                .filter(each -> isSeen(each) && (each.getHeight() < TOUCH || each.getWidth() < TOUCH))
                .map(each -> each.getId() + " " + each.getWidth() + " x " + each.getHeight()
                        + (each instanceof Labeled labeled ? " " + labeled.getText() : ""))
                .toList());
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }

    private void beginTraining() {
        glass.press("#train");
        glass.await("#trainingBand");
        glass.await("#scene-jammed");
    }

    /// Prints the X of the practised shift.
    private void practiseASlip() {
        practiseAShift();
        glass.go(new Destination.Reports(), "#printX");
        glass.press("#printX");
        glass.go(new Destination.Simulators(), "#showPrinter");
        glass.press("#showPrinter");
        glass.until(() -> text("#which").contains("1"));
        glass.until(() -> glass.find("#slip") instanceof ImageView view
                && view.getImage() != null
                && view.getImage().getProgress() >= 1);
    }

    private void practiseAShift() {
        glass.go(new Destination.OpenShift(), "#pieces-2000");
        glass.type("#pieces-2000", "5");
        glass.press("#action");
        glass.await("#moves");
    }

    private void choose(String kind) {
        Glass.on(() -> {
            if (glass.find("#kind") instanceof ComboBox<?> box) {
                for (int at = 0; at < box.getItems().size(); at++) {
                    if (box.getItems().get(at).equals(kind)) {
                        box.getSelectionModel().select(at);
                    }
                }
            }
            return true;
        });
    }

    private void untouched() {
        assertThat(realPrinter.pulses()).as("real drawer").isZero();
        assertThat(realPrinter.printouts()).as("real printer").isEmpty();
        assertThat(realMachine.paidOut().isNone()).as("real cash machine").isTrue();
    }

    private String text(String selector) {
        return glass.find(selector) instanceof Labeled label ? label.getText() : "";
    }

    private String reason() {
        return trading.shop().reasons().noSale().getFirst().word();
    }

    private String pin(String employee) {
        return station.shop().employees().stream()
                .filter(each -> each.employee().equals(employee))
                .findFirst()
                .orElseThrow()
                .pin();
    }

    private Currency trade() {
        return station.shopCurrencies().getFirst();
    }

    private void order(Command command) {
        station.desk().perform(new Order(station.ids().next(), "dara", Optional.empty(), command));
    }

    private <F extends Fact> List<F> facts(Class<F> type) {
        return station.desk().entries(0, 1_000).stream()
                .map(Entry::fact)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
