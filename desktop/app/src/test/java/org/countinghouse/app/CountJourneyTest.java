package org.countinghouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.FileDrafts;
import org.countinghouse.app.shell.Glass;
import org.countinghouse.app.shell.InEnglishAndKhmer;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.approval.Policy;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.shift.ShiftClosed;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.resources.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// A cashier's hands between counting and the next opening.
class CountJourneyTest {
    private final SampleStation station = SampleStation.bakery();
    private final FxRobot robot = new FxRobot();

    @TempDir
    Path folder;

    @BeforeEach
    void tradeSomething() {
        var till = station.shop.till();
        station.policy(new Policy(
                List.of(),
                List.of(
                        new Policy.Reason(Matter.OVER_SHORT, "miscounted", false),
                        new Policy.Reason(Matter.OVER_SHORT, "false-note", true)),
                3));
        station.drafts = new FileDrafts(folder);
        station.order(new Command.OpenShift(till, List.of(Cash.of(station.money("103.07"))), Optional.empty()));
        station.order(new Command.Sell(
                till,
                station.money("7.41"),
                List.of(),
                List.of(Tendered.of(Tender.CARD, station.money("7.41"))),
                Optional.empty(),
                ""));
        station.order(new Command.PayIn(till, Cash.of(station.money("4.06")), "change", ""));
    }

    @InEnglishAndKhmer
    void aShortCountIsClosedWithAReasonByKeyboard(Language language) {
        try (var glass = counting(language)) {
            glass.picture("close-counting-" + language.code());
            sealByKeyboard(glass);
            glass.picture("close-reason-" + language.code());
            glass.until(() -> has(glass, "#reason-miscounted"));
            robot.push(KeyCode.TAB).push(KeyCode.ENTER);
            glass.until(() -> has(glass, "#note"));
            robot.write("under the lamp").push(KeyCode.ENTER);
            glass.until(() -> has(glass, "#close"));
            robot.push(KeyCode.ENTER);
            glass.await("#openNext");
            assertThat(station.desk.facts(ShiftClosed.class).getFirst().reason())
                    .hasValue("false-note");
            glass.picture("closed-with-reason-" + language.code());
            glass.go(new Destination.Recount(), "#recount");
            glass.picture("recount-" + language.code());
            assertThat(glass.nameless()).isEmpty();
        }
    }

    @InEnglishAndKhmer
    void aCountHalfTypedSurvivesALockAndANewWindow(Language language) {
        try (var glass = counting(language)) {
            robot.write("3").push(KeyCode.ENTER);
            robot.push(KeyCode.F12);
            glass.await("#person-dara");
            glass.picture("count-kept-sign-in-" + language.code());
            glass.signIn("dara");
            glass.await("#goOn");
            glass.picture("count-kept-" + language.code());
            glass.until(() -> has(glass, "#goOn"));
            robot.push(KeyCode.ENTER);
            glass.until(() -> has(glass, "#pieces-5000"));
            robot.push(KeyCode.ENTER);
            robot.write("2");
        }
        station.drafts = new FileDrafts(folder);
        try (var glass = new Glass(station, language)) {
            glass.signIn("maly");
            glass.press("#goOn");
            glass.until(() -> typed(glass, "#pieces-5000").equals("3")
                    && typed(glass, "#pieces-2000").equals("2"));
        }
    }

    @InEnglishAndKhmer
    void aTillOnItsWayLeadsToWhereItIsTaken(Language language) {
        try (var glass = counting(language)) {
            robot.write("2");
            glass.press("#seal");
            glass.press("#leaveSealed");
            glass.press("#to-maly");
            glass.picture("leave-" + language.code());
            glass.press("#handOver");
            glass.await("#take");
            glass.press("#another");
            glass.signIn("maly");
            glass.await("#take");
            glass.picture("take-over-" + language.code());
            assertThat(glass.nameless()).isEmpty();
            glass.until(() -> has(glass, "#pieces-5000"));
            robot.write("2");
            glass.press("#take");
            glass.await("#moves");
            assertThat(state()).isEqualTo(Shift.State.OPEN);
        }
    }

    @Test
    void aSuspendedShiftIsResumedByEnter() {
        try (var glass = counting(Language.KHMER)) {
            glass.press("#leave");
            glass.press("#suspend");
            glass.until(() -> has(glass, "#resume"));
            glass.picture("suspended-km");
            robot.push(KeyCode.F2);
            glass.until(() -> has(glass, "#resume"));
            robot.push(KeyCode.ENTER);
            glass.await("#moves");
        }
    }

    /// Words, hints for screen readers, tooltips and the clipboard, on every page a cashier reaches before the seal.
    @InEnglishAndKhmer
    void nothingTellsWhatIsExpectedBeforeTheSeal(Language language) {
        try (var glass = counting(language)) {
            assertThat(leaks(glass)).isEmpty();
            robot.write("1");
            robot.press(KeyCode.CONTROL).push(KeyCode.A).push(KeyCode.C).release(KeyCode.CONTROL);
            assertThat(leaks(glass)).isEmpty();
            glass.go(new Destination.LeaveShift(), "#suspend");
            assertThat(leaks(glass)).isEmpty();
            glass.press("#suspend");
            glass.await("#resume");
            assertThat(leaks(glass)).isEmpty();
            glass.press("#resume");
            glass.await("#moves");
            glass.go(new Destination.Count(), "#goOn");
            assertThat(leaks(glass)).isEmpty();
            glass.press("#goOn");
            glass.press("#seal");
            glass.await("#close");
            assertThat(leaks(glass)).as("once sealed it is told").isNotEmpty();
        }
    }

    @Test
    void aViewThatShowsItIsCaught() {
        try (var glass = counting(Language.ENGLISH)) {
            Glass.on(() -> {
                var leak = new Label();
                leak.setAccessibleText("there should be " + Amounts.text(expected()));
                leak.setVisible(false);
                return ((Pane) glass.find(".count-side")).getChildren().add(leak);
            });
            assertThat(leaks(glass)).hasSize(1);
        }
    }

    private List<String> leaks(Glass glass) {
        var said = new ArrayList<>(glass.words());
        said.add(Glass.on(() -> String.valueOf(Clipboard.getSystemClipboard().getString())));
        return said.stream()
                .filter(word -> word.contains(Amounts.text(expected()))
                        || word.contains(expected().decimal())
                        || word.contains(String.valueOf(expected().minorUnits())))
                .toList();
    }

    private Money expected() {
        return station.desk.ask(books -> books.expected(
                books.openShift(station.shop.till()).orElseThrow().id(), station.shop.mainCurrency()));
    }

    private Shift.State state() {
        return station.desk
                .ask(books -> books.openShift(station.shop.till()))
                .orElseThrow()
                .state();
    }

    private Glass counting(Language language) {
        var glass = new Glass(station, language);
        glass.signIn("dara");
        glass.await("#moves");
        robot.push(KeyCode.F4);
        glass.until(() -> has(glass, "#pieces-5000"));
        return glass;
    }

    private void sealByKeyboard(Glass glass) {
        robot.write("2");
        for (int row = 0; row < 12; row++) {
            robot.push(KeyCode.ENTER);
        }
        robot.push(KeyCode.ENTER);
        glass.await("#close");
    }

    private static boolean has(Glass glass, String selector) {
        return glass.find(selector) != null && glass.find(selector).isFocused();
    }

    private static String typed(Glass glass, String selector) {
        return ((TextField) glass.find(selector)).getText();
    }
}
