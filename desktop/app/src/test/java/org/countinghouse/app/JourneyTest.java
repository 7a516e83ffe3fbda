package org.countinghouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.countinghouse.app.shell.Glass;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.count.TillCounted;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.people.SignedIn;
import org.countinghouse.ledger.till.PaidOut;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.resources.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// A cashier's hands on the keyboard, from key to entry.
class JourneyTest {
    private final SampleStation station = SampleStation.bakery();
    private final FxRobot robot = new FxRobot();
    private Glass glass;

    @BeforeEach
    void openTheWindow() {
        glass = new Glass(station, Language.ENGLISH);
    }

    @AfterEach
    void closeTheWindow() {
        glass.close();
    }

    @Test
    void somebodySignsInByKeyboard() {
        robot.write("dar").push(KeyCode.ENTER);
        robot.write(station.pin("dara")).push(KeyCode.ENTER);
        glass.await("#sameAsLast");
        assertThat(station.desk.facts(SignedIn.class)).containsExactly(new SignedIn("dara"));
    }

    @Test
    void aFloatIsCountedAndTheShiftOpenedByKeyboard() {
        glass.signIn("dara");
        glass.until(() -> glass.find("#pieces-5000") instanceof TextField field && field.isFocused());
        robot.push(KeyCode.ENTER);
        robot.write("2").push(KeyCode.ENTER);
        robot.write("3").push(KeyCode.ENTER);
        robot.write("2*2").push(KeyCode.ENTER);
        for (int row = 0; row < 8; row++) {
            robot.push(KeyCode.ENTER);
        }
        robot.push(KeyCode.ENTER);
        glass.await("#moves");
        glass.until(this::hasOpenShift);
        Money expected = station.desk.ask(books -> books.expected(
                books.openShift(station.shop.till()).orElseThrow().id(), station.shop.mainCurrency()));
        assertThat(expected).isEqualTo(station.money("90.00"));
    }

    @Test
    void aSaleIsMadeByKeyboard() {
        atTheTill();
        robot.write("12.30").push(KeyCode.ENTER);
        glass.await("#exact");
        robot.write("20").push(KeyCode.ENTER);
        glass.await("#change");
        assertThat(Glass.on(() -> ((Label) glass.find("#change")).getText())).isEqualTo("7.70");
        assertThat(station.desk.facts(SaleMade.class)).hasSize(1);
        robot.push(KeyCode.ENTER);
        glass.await("#moves");
        assertThat(station.desk.facts(SaleMade.class)).hasSize(1);
    }

    @Test
    void enterPressedTwiceMakesOneSale() {
        atTheTill();
        robot.write("5").push(KeyCode.ENTER);
        glass.await("#exact");
        robot.push(KeyCode.ENTER).push(KeyCode.ENTER).push(KeyCode.ENTER);
        glass.until(() -> !station.desk.facts(SaleMade.class).isEmpty());
        robot.push(KeyCode.ENTER);
        assertThat(station.desk.facts(SaleMade.class)).hasSize(1);
    }

    @Test
    void enterHeldDownDoesNotEvenTakeThePayment() {
        atTheTill();
        robot.write("5");
        Glass.on(() -> {
            for (int repeat = 0; repeat < 8; repeat++) {
                Event.fireEvent(
                        glass.shell.scene().getFocusOwner(),
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            }
            return true;
        });
        glass.await("#exact");
        assertThat(station.desk.facts(SaleMade.class)).isEmpty();
    }

    @Test
    void aDoubleClickOnExactMakesOneSale() {
        atTheTill();
        robot.write("5").push(KeyCode.ENTER);
        glass.await("#exact");
        Glass.on(() -> {
            var exact = (Button) glass.find("#exact");
            exact.fire();
            exact.fire();
            return true;
        });
        glass.await("#change");
        assertThat(station.desk.facts(SaleMade.class)).hasSize(1);
    }

    @Test
    void cashIsPaidOutByKeyboard() {
        atTheTill();
        robot.push(KeyCode.F6);
        glass.await("#reasons");
        robot.write("3.50").push(KeyCode.ENTER);
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.ENTER);
        glass.until(() -> !station.desk.facts(PaidOut.class).isEmpty());
        assertThat(station.desk.facts(PaidOut.class).getFirst().amount().amount())
                .isEqualTo(station.money("3.50"));
        glass.until(() -> glass.find(".dialog") == null);
        glass.picture("after-paid-out");
    }

    @Test
    void escapeLeavesADialogAndRecordsNothing() {
        atTheTill();
        robot.push(KeyCode.F8);
        glass.await(".dialog");
        robot.push(KeyCode.ESCAPE);
        glass.until(() -> glass.find(".dialog") == null);
        robot.write("7");
        assertThat(Glass.on(() -> ((Label) glass.find("#amount")).getText())).isEqualTo("7");
    }

    @Test
    void theTillIsCountedByKeyboard() {
        atTheTill();
        robot.push(KeyCode.F4);
        glass.await("#seal");
        glass.until(() -> glass.find("#pieces-5000") instanceof TextField field && field.isFocused());
        robot.write("2");
        for (int row = 0; row < 12; row++) {
            robot.push(KeyCode.ENTER);
        }
        robot.push(KeyCode.ENTER);
        glass.await("#close");
        assertThat(station.desk
                        .facts(TillCounted.class)
                        .getFirst()
                        .counted()
                        .getFirst()
                        .amount())
                .isEqualTo(station.money("100.00"));
    }

    @Test
    void f12LocksTheStationAndKeepsTheShiftOpen() {
        atTheTill();
        robot.push(KeyCode.F12);
        glass.await("#person-dara");
        robot.push(KeyCode.F2);
        assertThat(Glass.on(() -> glass.find("#person-dara"))).isNotNull();
        assertThat(hasOpenShift()).isTrue();
    }

    private boolean hasOpenShift() {
        return station.desk.ask(books -> books.openShift(station.shop.till()).isPresent());
    }

    private void atTheTill() {
        station.order(new Command.OpenShift(
                station.shop.till(), List.of(Cash.of(station.money("100.00"))), Optional.empty()));
        glass.signIn("dara");
        glass.await("#moves");
    }
}
