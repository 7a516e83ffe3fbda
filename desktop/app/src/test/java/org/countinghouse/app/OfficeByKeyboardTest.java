package org.countinghouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.countinghouse.app.shell.Glass;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.correction.CorrectionMade;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.people.PersonAdded;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.people.SignedIn;
import org.countinghouse.ledger.report.LedgerExported;
import org.countinghouse.ledger.safe.TransferSent;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.resources.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// Days of the back office worked by hands that never leave the keyboard: whatever is used there is reached with Tab.
class OfficeByKeyboardTest {
    /// More stops than any page has.
    private static final int STOPS = 80;

    private static final int ROWS = 20;

    private final SampleStation station = SampleStation.bakery();
    private final FxRobot robot = new FxRobot();

    @TempDir
    private Path folder;

    @BeforeEach
    void aCashierTrades() {
        station.exportTo(folder);
        station.order(new Command.OpenShift(
                station.shop.till(), List.of(Cash.of(station.money("100.00"))), Optional.empty()));
        for (int sale = 1; sale < 5; sale++) {
            var money = station.money(sale + ".50");
            station.order(new Command.Sell(
                    station.shop.till(),
                    money,
                    List.of(),
                    List.of(Tendered.of(Tender.CASH, money)),
                    Optional.empty(),
                    ""));
        }
        payOut("two bags");
    }

    private void payOut(String note) {
        station.order(new Command.PayOut(station.shop.till(), Cash.of(station.money("3.00")), "ice", note));
    }

    @Test
    void aManagerCorrectsAPaidOutAndSendsABagToTheSafe() {
        try (var glass = new Glass(station, Language.ENGLISH)) {
            glass.signInByKeyboard("mal", "maly");
            assertThat(station.desk.facts(SignedIn.class)).contains(new SignedIn("maly"));
            open(glass, "entries", 0, "#audit");
            reach(glass, "#audit");
            chooseWhatCanBeCorrected(glass);
            reach(glass, "#correct");
            robot.push(KeyCode.SPACE);
            glass.until(() -> glass.isFocused("#reason"));
            robot.write("typed twice").push(KeyCode.ENTER);
            glass.until(() -> glass.isFocused("#write"));
            robot.push(KeyCode.ENTER);
            glass.until(() -> station.desk.facts(CorrectionMade.class).size() == 1);
            open(glass, "safe", 1, "#safe-send");
            reach(glass, "#safe-send");
            robot.push(KeyCode.SPACE);
            glass.until(() -> glass.isFocused("#amountBox"));
            robot.write("5.50").push(KeyCode.ENTER);
            glass.until(() -> glass.isFocused("#bag"));
            robot.write("AB-17").push(KeyCode.ENTER);
            glass.until(() -> glass.isFocused("#goOn"));
            robot.push(KeyCode.ENTER);
            glass.until(() -> glass.isFocused("#act"));
            robot.push(KeyCode.ENTER);
            glass.until(() -> station.desk.facts(TransferSent.class).size() == 1);
            leave(glass);
        }
        assertThat(station.desk.facts(CorrectionMade.class).getFirst().reason()).isEqualTo("typed twice");
    }

    @Test
    void anAccountantTakesAPeriodHomeAndWhatCameAfterIt() {
        hire("sok");
        try (var glass = new Glass(station, Language.ENGLISH)) {
            glass.signInByKeyboard("sok", "sok");
            assertThat(station.desk.facts(SignedIn.class)).contains(new SignedIn("sok"));
            open(glass, "accounts", 0, "#journal");
            glass.until(() -> isEnabled(glass, "#saveJournal"));
            reach(glass, "#saveJournal");
            robot.push(KeyCode.SPACE);
            glass.until(() -> station.desk.facts(LedgerExported.class).size() == 1);
            payOut("late");
            reach(glass, "#tab-preview");
            robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT);
            glass.until(() -> glass.isFocused("#tab-history"));
            robot.push(KeyCode.SPACE);
            glass.until(() -> glass.find("#exports") instanceof TableView<?> table
                    && !table.getItems().isEmpty());
            reach(glass, "#exports");
            robot.push(KeyCode.HOME);
            glass.until(() -> isEnabled(glass, "#export-difference"));
            reach(glass, "#export-difference");
            robot.push(KeyCode.SPACE);
            glass.until(() -> station.desk.facts(LedgerExported.class).size() == 2);
            leave(glass);
        }
        assertThat(folder.resolve("exports")).isDirectoryContaining(Files::isRegularFile);
    }

    private void hire(String employee) {
        station.desk.perform(new Order(
                UUID.randomUUID(),
                Entry.STATION,
                Optional.empty(),
                new Command.AddPerson(new PersonAdded(employee, "Sok", Role.ACCOUNTANT))));
        station.set(employee, "654321".toCharArray());
    }

    /// @param below how many lines below the first one that is found
    private void open(Glass glass, String words, int below, String mark) {
        glass.until(() -> glass.find("#search") != null);
        robot.press(KeyCode.CONTROL).push(KeyCode.K).release(KeyCode.CONTROL);
        robot.write(words);
        for (int line = 0; line < below; line++) {
            robot.push(KeyCode.DOWN);
        }
        robot.push(KeyCode.ENTER);
        glass.await(mark);
    }

    private void reach(Glass glass, String selector) {
        glass.await(selector);
        for (int stop = 0; stop < STOPS && !Glass.on(() -> glass.isFocused(selector)); stop++) {
            robot.push(KeyCode.TAB);
        }
        assertThat(Glass.on(() -> glass.isFocused(selector)))
                .as("Tab reaches %s", selector)
                .isTrue();
    }

    /// Only what a person may correct offers it.
    private void chooseWhatCanBeCorrected(Glass glass) {
        for (int row = 0; row < ROWS && Glass.on(() -> glass.find("#correct") == null); row++) {
            robot.push(KeyCode.DOWN);
        }
        glass.await("#correct");
    }

    private void leave(Glass glass) {
        robot.push(KeyCode.F12);
        glass.until(() -> glass.isFocused("#employee"));
    }

    private static boolean isEnabled(Glass glass, String selector) {
        return glass.find(selector) instanceof Node node && !node.isDisabled();
    }
}
