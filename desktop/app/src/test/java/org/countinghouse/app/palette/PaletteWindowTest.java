package org.countinghouse.app.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Glass;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.app.shell.Theme;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.till.SaleLine;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;

class PaletteWindowTest {
    private static final double FINGER = 44;

    private final SampleStation station = SampleStation.of(SampleShop.PHNOM_PENH);
    private final FxRobot robot = new FxRobot();

    @BeforeEach
    void aMorning() {
        order(
                "dara",
                new Command.OpenShift(
                        station.shop.till(),
                        List.of(
                                Cash.of(station.money("50.00")),
                                Cash.of(station.shop.currencies().getLast().zero())),
                        Optional.empty()));
        sell("dara", "iced-coffee", "1.50");
        sell("maly", "croissant", "1.25");
        sell("dara", "num-pang-pork", "2.00");
    }

    private void sell(String employee, String item, String price) {
        var total = station.money(price);
        order(
                employee,
                new Command.Sell(
                        station.shop.till(),
                        total.plus(total),
                        List.of(new SaleLine(item, 2, total)),
                        List.of(new Tendered(Tender.CASH, Cash.of(total.plus(total)))),
                        Optional.empty(),
                        ""));
    }

    private void order(String employee, Command command) {
        var answer = station.desk.perform(new Order(UUID.randomUUID(), employee, Optional.empty(), command));
        assertThat(answer).isInstanceOf(Answer.Done.class);
    }

    private Glass glass(Language language, String employee) {
        var glass = new Glass(station, language);
        glass.signIn(employee);
        glass.await("#moves");
        return glass;
    }

    private void press(KeyCode... keys) {
        robot.push(keys);
    }

    private void open(Glass glass) {
        press(KeyCode.CONTROL, KeyCode.K);
        glass.until(() -> glass.find("#palette-field") != null
                && glass.find("#palette-field").isFocused());
    }

    @Test
    void controlKThenAKhmerWordThenEnterShowsTheReceipt() {
        try (var glass = glass(Language.KHMER, "maly")) {
            open(glass);
            glass.type("#palette-field", "កាហ្វេ");
            glass.until(() -> glass.find(".palette-found") != null && glass.find(".marked") != null);
            press(KeyCode.ENTER);
            glass.until(() -> glass.find("#printAgain") != null);
            assertThat(glass.find("#palette-field")).isNull();
        }
    }

    @Test
    void escapeClosesItAndTheFocusIsWhereItWas() {
        try (var glass = glass(Language.ENGLISH, "dara")) {
            glass.go(new Destination.Move(Destination.Move.Kind.PAID_OUT), ".dialog");
            Node before = Glass.on(() -> glass.shell.scene().getFocusOwner());
            open(glass);
            press(KeyCode.ESCAPE);
            glass.until(() -> glass.find("#palette-field") == null);
            assertThat(Glass.on(() -> glass.shell.scene().getFocusOwner())).isSameAs(before);
            assertThat(glass.find(".dialog")).isNotNull();
        }
    }

    @Test
    void aCashierDropsToTheSafeWithoutTheMouse() {
        try (var glass = glass(Language.ENGLISH, "dara")) {
            open(glass);
            robot.write("safe dr");
            press(KeyCode.ENTER);
            glass.await(".dialog");
        }
    }

    @Test
    void aCashiersOwnReceiptIsShownAmongTodaysEntries() {
        try (var glass = glass(Language.ENGLISH, "dara")) {
            open(glass);
            robot.write("iced coffee");
            glass.until(() -> glass.find(".marked") != null);
            press(KeyCode.ENTER);
            glass.until(() -> glass.find("#table") instanceof javafx.scene.control.TableView<?> table
                    && !table.getSelectionModel().isEmpty());
        }
    }

    @Test
    void aShiftAndAPersonAreChosenOnTheirPages() {
        try (var glass = glass(Language.ENGLISH, "maly")) {
            open(glass);
            robot.write("shift 1-1");
            glass.until(() -> glass.find("#offer-1-1") != null);
            press(KeyCode.ENTER);
            glass.until(() -> glass.find("#back") != null);
            open(glass);
            glass.type("#palette-field", "តារា");
            glass.until(() -> glass.find("#offer-dara") != null);
            while (Glass.on(() -> !chosen(glass).equals("offer-dara"))) {
                press(KeyCode.DOWN);
            }
            press(KeyCode.ENTER);
            glass.until(() -> glass.find("#people-table") != null && glass.find("#rights") != null);
        }
    }

    private static String chosen(Glass glass) {
        return glass.find("#palette-list") instanceof javafx.scene.control.ListView<?> list
                        && list.getSelectionModel().getSelectedItem() instanceof Line.Found found
                ? "offer-" + found.offer().id()
                : "";
    }

    @Test
    void theSameKeysCloseItAgain() {
        try (var glass = glass(Language.ENGLISH, "dara")) {
            open(glass);
            press(KeyCode.CONTROL, KeyCode.K);
            glass.until(() -> glass.find("#palette-field") == null);
            press(KeyCode.F8);
            glass.await(".dialog");
        }
    }

    @Test
    void nobodyFindsAnythingBeforeTheySignedIn() {
        try (var glass = new Glass(station, Language.ENGLISH)) {
            glass.await("#person-dara");
            press(KeyCode.CONTROL, KeyCode.K);
            assertThat(Glass.on(() -> glass.find("#palette-field"))).isNull();
            assertThat(Glass.on(() -> glass.find("#search"))).isNull();
        }
    }

    @Test
    void lockingTakesThePaletteAway() {
        try (var glass = glass(Language.ENGLISH, "dara")) {
            glass.press("#search");
            glass.until(() -> glass.find("#palette-field") != null);
            press(KeyCode.F12);
            glass.await("#person-dara");
            assertThat(Glass.on(() -> glass.find("#palette-field"))).isNull();
        }
    }

    @Test
    void theButtonIsLargeEnoughForAFinger() {
        try (var glass = glass(Language.KHMER, "dara")) {
            var button = (Region) glass.find("#search");
            assertThat(Glass.on(button::getHeight)).isGreaterThanOrEqualTo(FINGER);
        }
    }

    @ParameterizedTest
    @CsvSource({"ENGLISH, LIGHT", "ENGLISH, DARK", "KHMER, LIGHT", "KHMER, DARK"})
    void thePaletteIsWholeInBothLanguages(Language language, Theme theme) {
        station.look.choose(theme);
        try (var glass = glass(language, "bopha")) {
            String name = "-" + theme.word() + "-" + language.code();
            open(glass);
            glass.until(() -> glass.find(".palette-found") != null);
            glass.picture("palette-empty" + name);
            assertThat(glass.nameless()).isEmpty();
            glass.type("#palette-field", "កាហ្វេ");
            glass.until(() -> glass.find("#offer-6") != null && glass.find("#offer-lock") == null);
            glass.picture("palette-coffee" + name);
            glass.type("#palette-field", "re");
            glass.until(() -> glass.find("#offer-reports") != null);
            glass.picture("palette-re" + name);
            glass.type("#palette-field", "zzzz");
            glass.until(() -> glass.find(".palette-nothing") != null);
            glass.picture("palette-nothing" + name);
            assertThat(Glass.on(() -> ((TextField) glass.find("#palette-field")).getText()))
                    .isEqualTo("zzzz");
        }
    }
}
