package org.countinghouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Glass;
import org.countinghouse.app.shell.InEnglishAndKhmer;
import org.countinghouse.app.shell.OfficePage;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.people.PersonAdded;
import org.countinghouse.ledger.people.SignedIn;
import org.countinghouse.ledger.people.Unlocked;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;
import org.countinghouse.resources.Texts;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// A manager looks after the people of the shop, by keyboard.
class PeopleTest {
    private final SampleStation station = SampleStation.of(SampleShop.PHNOM_PENH);
    private final FxRobot robot = new FxRobot();

    @Test
    void somebodyNewSignsInWithThePinTypedForThem() {
        try (var glass = people("maly", Language.ENGLISH)) {
            glass.press("#add");
            glass.until(() -> glass.find("#name").isFocused());
            robot.write("Zoe Martin").push(KeyCode.ENTER);
            glass.until(() -> glass.find("#pad").isFocused());
            robot.write("4829").push(KeyCode.ENTER);
            robot.write("4829").push(KeyCode.ENTER);
            glass.until(() -> "4829".equals(station.pin("zoe")));
            glass.until(() -> glass.words().stream().anyMatch(word -> word.startsWith("Zoe Martin works here")));
            Glass.on(() -> {
                glass.shell.lock();
                return true;
            });
            glass.until(() -> glass.find("#employee") != null && glass.find("#person-zoe") != null);
            glass.signIn("zoe");
            glass.until(() -> station.desk.facts(SignedIn.class).contains(new SignedIn("zoe")));
        }
    }

    @Test
    void whoeverWrongPinsHaveLockedOutIsUnlocked() {
        lockOutDara();
        try (var glass = people("maly", Language.ENGLISH)) {
            choose(glass, "dara");
            robot.push(KeyCode.ENTER);
            glass.until(
                    () -> glass.find("#unlock") != null && glass.find("#unlock").isFocused());
            robot.push(KeyCode.ENTER);
            glass.until(() -> station.desk.facts(Unlocked.class).contains(new Unlocked("dara")));
            glass.until(
                    () -> glass.find("#unlock") == null && glass.find("#change").isFocused());
        }
    }

    @Test
    void aManagerSeesNoWayToMakeOrChangeAnOwner() {
        try (var glass = people("maly", Language.ENGLISH)) {
            choose(glass, "bopha");
            for (String control : new String[] {"#change", "#givePin", "#takeOut", "#unlock"}) {
                assertThat(Glass.on(() -> glass.find(control) == null))
                        .as(control)
                        .isTrue();
            }
            glass.press("#rights");
            glass.await("#scroll");
            assertThat(Glass.on(() -> glass.find("#right-sell-may") == null)).isTrue();
            glass.press("#add");
            glass.await("#role-cashier");
            assertThat(Glass.on(() -> glass.find("#role-owner") == null)).isTrue();
        }
    }

    @Test
    void aRightIsChangedByKeyboardAndTheFocusStaysThere() {
        try (var glass = people("maly", Language.ENGLISH)) {
            choose(glass, "dara");
            glass.press("#rights");
            glass.await("#right-refund-may-not");
            Glass.on(() -> {
                glass.find("#right-refund-may-not").requestFocus();
                return true;
            });
            robot.push(KeyCode.ENTER);
            glass.until(() -> !station.person("dara").may(Verb.REFUND));
            glass.until(() -> glass.find("#right-refund-may-not") instanceof ToggleButton button
                    && button.isSelected()
                    && button.isFocused());
        }
    }

    @Test
    void aCashierTakesAnotherPinAtTheirName() {
        try (var glass = new Glass(station, Language.KHMER)) {
            glass.signIn("dara");
            glass.press("#ownPin");
            glass.until(
                    () -> glass.find("#pad") != null && glass.find("#pad").isFocused() && glass.find("#next") != null);
            look(glass, "people-own-pin", Language.KHMER);
            robot.write(station.pin("dara")).push(KeyCode.ENTER);
            String again = Texts.load(Language.KHMER).text("people.pin.step.new");
            glass.until(() -> glass.words().contains(again));
            robot.write("4829").push(KeyCode.ENTER).write("4829").push(KeyCode.ENTER);
            glass.until(() -> "4829".equals(station.pin("dara")));
            glass.until(() -> glass.find("#next") == null);
            look(glass, "people-own-pin-done", Language.KHMER);
        }
    }

    @Test
    void escapeLeadsBackWithoutDoingAnything() {
        try (var glass = people("maly", Language.ENGLISH)) {
            choose(glass, "dara");
            glass.press("#takeOut");
            glass.until(() -> glass.find("#keep") != null && glass.find("#keep").isFocused());
            robot.push(KeyCode.ESCAPE);
            glass.until(() -> glass.find("#takeOut") != null
                    && glass.find("#people-table").isFocused());
            assertThat(station.person("dara").left()).isFalse();
        }
    }

    @InEnglishAndKhmer
    void everyPanelIsInWordsAndFits(Language language) {
        lockOutDara();
        order(
                "bopha",
                new Command.AddPerson(
                        new PersonAdded("sok", "Sok", station.person("dara").role())));
        try (var glass = people("maly", language)) {
            look(glass, "people-nobody", language);
            choose(glass, "dara");
            look(glass, "people-card", language);
            glass.press("#takeOut");
            look(glass, "people-takeOut", language);
            glass.press("#keep");
            glass.press("#rights");
            glass.await("#right-sell-may");
            look(glass, "people-rights", language);
            glass.press("#back");
            glass.press("#givePin");
            glass.await("#pad");
            for (char digit : "1234".toCharArray()) {
                glass.press("#key-" + digit);
            }
            glass.press("#next");
            look(glass, "people-pin", language);
            glass.press("#cancel");
            glass.press("#add");
            glass.type("#name", "Zoë Martin");
            glass.type("#shortName", "dara");
            look(glass, "people-form", language);
            glass.press("#looks-roles");
            look(glass, "people-roles", language);
        }
    }

    private static void look(Glass glass, String name, Language language) {
        glass.picture(name + "-" + language.code());
        assertThat(glass.nameless()).as(name).isEmpty();
        assertThat(glass.words()).as(name).noneMatch(word -> word != null && word.contains("{"));
    }

    private void lockOutDara() {
        for (int wrong = 0; wrong < 5; wrong++) {
            order(Entry.STATION, new Command.RefuseSignIn("dara"));
        }
    }

    private void order(String actor, Command command) {
        station.desk.perform(new Order(UUID.randomUUID(), actor, Optional.empty(), command));
    }

    private Glass people(String employee, Language language) {
        var glass = new Glass(station, language);
        glass.signIn(employee);
        glass.await("#rail");
        glass.until(() -> glass.find("#employee") == null);
        glass.go(new Destination.Office(OfficePage.PEOPLE), "#people-table");
        glass.until(() -> rows(glass).getItems().size() >= 3);
        return glass;
    }

    private static void choose(Glass glass, String employee) {
        Glass.on(() -> {
            var rows = rows(glass);
            for (int row = 0; row < rows.getItems().size(); row++) {
                if (rows.getColumns().get(1).getCellData(row).equals(employee)) {
                    rows.getSelectionModel().clearAndSelect(row);
                    rows.requestFocus();
                }
            }
            return true;
        });
        glass.await("#actions");
    }

    private static TableView<?> rows(Glass glass) {
        return (TableView<?>) glass.find("#people-table");
    }
}
