package org.countinghouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.countinghouse.app.device.Bridge;
import org.countinghouse.app.device.PretendMachine;
import org.countinghouse.app.shell.CashMachines;
import org.countinghouse.app.shell.Glass;
import org.countinghouse.app.shell.InEnglishAndKhmer;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.machine.OwedPaid;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.RefundMade;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// The cash machine in the window, by keyboard, in both languages.
class MachinePageTest {
    private static final double TOUCH = 44;

    private final PretendMachine machine = new PretendMachine().filled(Map.of(20, 5, 10, 5, 5, 5, 1, 10));
    private final SampleStation station = SampleStation.of(SampleShop.PHNOM_PENH);
    private final FxRobot robot = new FxRobot();
    private Bridge bridge;

    @BeforeEach
    void plugIn() {
        var currencies = station.shop.currencies();
        bridge = Bridge.over(
                List.of(machine.devices()),
                new Bridge.Books(
                        station.desk,
                        id -> station.desk.entries(0, Integer.MAX_VALUE).stream()
                                .filter(entry -> entry.id().equals(id))
                                .findFirst(),
                        code -> currencies.stream()
                                .filter(each -> each.code().equals(code))
                                .findFirst()
                                .orElseThrow(),
                        station.shop.till(),
                        UUID::randomUUID));
        station.machines = bridge.cashMachines();
        var floats = currencies.stream()
                .map(currency -> Cash.of(Money.parse("1000", currency)))
                .toList();
        station.order(new Command.OpenShift(station.shop.till(), floats, Optional.empty()));
    }

    @AfterEach
    void unplug() {
        bridge.close();
    }

    private Glass atTheTill(String employee, Language language) {
        var glass = new Glass(station, language);
        glass.signIn(employee);
        glass.await("#goMachine");
        return glass;
    }

    private static String text(Glass glass, String selector) {
        return Glass.on(() -> glass.find(selector) instanceof Label label ? label.getText() : "");
    }

    private static void isSpoken(Glass glass) {
        assertThat(glass.nameless()).isEmpty();
        var small = Glass.on(() -> Glass.all(glass.find(".machine-dialog"))
                .filter(node -> node instanceof ButtonBase
                        && node.isVisible()
                        && node.getParent().isVisible())
                .map(Region.class::cast)
                .filter(button -> button.getHeight() > 0 && button.getHeight() < TOUCH)
                .map(Region::toString)
                .toList());
        assertThat(small).isEmpty();
    }

    /// Types an amount of the main currency and asks for it to be paid, all by keyboard.
    private void ring(Glass glass, String amount) {
        amount.chars()
                .forEach(key ->
                        robot.push(key == '.' ? KeyCode.PERIOD : KeyCode.getKeyCode(String.valueOf((char) key))));
        robot.push(KeyCode.ENTER);
        glass.await("#byMachine");
    }

    @InEnglishAndKhmer
    void aCustomerPaysByMachineAllByKeyboard(Language language) {
        try (var glass = atTheTill("dara", language)) {
            ring(glass, "15");
            glass.picture("machine-due-" + language.code());
            robot.push(KeyCode.CONTROL, KeyCode.M);
            glass.await("#cancelDeposit");
            glass.until(() -> glass.find("#cancelDeposit") instanceof ButtonBase cancel && !cancel.isDisabled());
            glass.picture("machine-waiting-" + language.code());
            isSpoken(glass);
            machine.insert(10);
            glass.until(() -> text(glass, ".machine-amount").equals("10.00"));
            glass.picture("machine-running-total-" + language.code());
            isSpoken(glass);
            machine.insert(10);
            glass.until(() -> station.desk.facts(SaleMade.class).size() == 1);
            glass.await(".machine-dialog .tone-success");
            glass.picture("machine-change-" + language.code());
            robot.push(KeyCode.ENTER);
            glass.until(() -> glass.find(".machine-dialog") == null);
            glass.await("#change");
            assertThat(owed()).isEqualTo("[]");
        }
    }

    private String owed() {
        return station.desk.ask(books -> books.owed(station.shop.till())).toString();
    }

    @Test
    void enterTakesAPartAndTheRestIsPaidFromTheHand() {
        try (var glass = atTheTill("dara", Language.ENGLISH)) {
            ring(glass, "15");
            robot.push(KeyCode.CONTROL, KeyCode.M);
            glass.until(() -> glass.find("#cancelDeposit") instanceof ButtonBase cancel && !cancel.isDisabled());
            robot.push(KeyCode.ENTER);
            machine.insert(10);
            glass.until(() -> text(glass, ".machine-amount").equals("10.00"));
            robot.push(KeyCode.ENTER);
            glass.until(() -> glass.find(".machine-dialog") == null);
            assertThat(station.desk.facts(SaleMade.class)).isEmpty();
            robot.push(KeyCode.ENTER);
            glass.until(() -> station.desk.facts(SaleMade.class).size() == 1);
            assertThat(owed()).isEqualTo("[]");
        }
    }

    @InEnglishAndKhmer
    void aJamIsShownAtTheTillAndTheRestIsPaidFromTheDrawer(Language language) {
        try (var glass = atTheTill("dara", language)) {
            ring(glass, "75");
            robot.push(KeyCode.CONTROL, KeyCode.M);
            glass.until(() -> glass.find("#cancelDeposit") instanceof ButtonBase cancel && !cancel.isDisabled());
            machine.jamAfter(1);
            machine.insert(100);
            glass.await("#owed-till-USD");
            glass.until(() -> glass.find(".machine-dialog .tone-danger") != null);
            glass.picture("machine-jam-" + language.code());
            isSpoken(glass);
            robot.push(KeyCode.ESCAPE);
            glass.until(() -> glass.find(".machine-dialog") == null);
            glass.await(".machine-bar .tone-warning");
            glass.picture("machine-jam-at-the-till-" + language.code());
            robot.push(KeyCode.CONTROL, KeyCode.M);
            glass.press("#owed-till-USD");
            glass.until(() -> station.desk.facts(OwedPaid.class).size() == 1);
            assertThat(owed()).isEqualTo("[]");
        }
    }

    @InEnglishAndKhmer
    void aDoubtIsSettledByAManager(Language language) {
        machine.dieAtTheNextCommand();
        try (var glass = atTheTill("dara", language)) {
            refund(glass, "25");
            glass.await("#askAgain");
            glass.picture("machine-doubt-of-a-cashier-" + language.code());
            isSpoken(glass);
            assertThat(Glass.on(() -> glass.find("#settle"))).isNull();
            machine.speakAgain(true);
            glass.press("#askAgain");
            glass.until(() -> station.desk
                    .ask(books -> books.intents().getFirst().stage().name())
                    .equals("DISPUTED"));
            Glass.on(() -> {
                glass.shell.lock();
                return true;
            });
            glass.await("#person-maly");
            glass.signIn("maly");
            glass.await(".machine-bar .tone-danger");
            glass.picture("machine-doubt-at-the-till-" + language.code());
            robot.push(KeyCode.CONTROL, KeyCode.M);
            glass.await("#settle");
            robot.push(KeyCode.DIGIT2).push(KeyCode.DIGIT0);
            glass.await("#consequence");
            glass.picture("machine-settle-" + language.code());
            isSpoken(glass);
            robot.push(KeyCode.ENTER);
            glass.await("#owed-till-USD");
            assertThat(owed()).isEqualTo("[-5.00 USD]");
            glass.await("#owed-off-USD");
            glass.picture("machine-owed-" + language.code());
            isSpoken(glass);
        }
    }

    private void refund(Glass glass, String amount) {
        robot.push(KeyCode.F9);
        glass.await(".dialog");
        Glass.on(() -> {
            Glass.all(glass.find(".dialog"))
                    .filter(node -> "tender-machine-deposit".equals(node.getId()) || isReason(node))
                    .map(ButtonBase.class::cast)
                    .forEach(ButtonBase::fire);
            return true;
        });
        Glass.on(() -> {
            glass.find("#amountBox").requestFocus();
            return true;
        });
        amount.chars().forEach(key -> robot.push(KeyCode.getKeyCode(String.valueOf((char) key))));
        glass.press("#action");
        glass.until(() -> station.desk.facts(RefundMade.class).size() == 1);
    }

    private static boolean isReason(Node node) {
        return node instanceof ButtonBase && node.getStyleClass().contains("reason");
    }

    @InEnglishAndKhmer
    void aManagerSeesWhatItHoldsAndACashierDoesNot(Language language) {
        try (var glass = atTheTill("maly", language)) {
            robot.push(KeyCode.CONTROL, KeyCode.M);
            glass.until(
                    () -> glass.words().contains("100.00 USD") || glass.words().contains("20.00 USD"));
            glass.picture("machine-holds-" + language.code());
            isSpoken(glass);
            Glass.on(() -> {
                glass.shell.lock();
                return true;
            });
            glass.await("#person-dara");
            glass.signIn("dara");
            glass.await("#goMachine");
            glass.picture("machine-ready-" + language.code());
            glass.press("#goMachine");
            glass.await("#notTold");
            assertThat(glass.words()).doesNotContain("20.00 USD");
            glass.picture("machine-holds-of-a-cashier-" + language.code());
        }
    }

    @Test
    void withoutAMachineTheTillSaysNothingOfOne() {
        station.machines = CashMachines.NONE;
        try (var glass = new Glass(station, Language.ENGLISH)) {
            glass.signIn("dara");
            glass.await("#moves");
            assertThat(Glass.on(() -> glass.find("#goMachine"))).isNull();
            robot.push(KeyCode.DIGIT5);
            robot.push(KeyCode.ENTER);
            glass.await("#exact");
            assertThat(Glass.on(() -> glass.find("#byMachine"))).isNull();
        }
    }
}
