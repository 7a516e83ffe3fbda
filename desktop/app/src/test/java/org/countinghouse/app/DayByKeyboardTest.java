package org.countinghouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;
import org.countinghouse.app.shell.Glass;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.ledger.count.TillCounted;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.people.SignedIn;
import org.countinghouse.ledger.shift.ShiftClosed;
import org.countinghouse.ledger.till.NoSale;
import org.countinghouse.ledger.till.PaidIn;
import org.countinghouse.ledger.till.PaidOut;
import org.countinghouse.ledger.till.SafeDropped;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.resources.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// A whole day worked by hands that never leave the keyboard: every wish here is a key, and nothing else.
class DayByKeyboardTest {
    private final SampleStation station = SampleStation.bakery();
    private final FxRobot robot = new FxRobot();
    private final Glass glass = new Glass(station, Language.ENGLISH);

    @AfterEach
    void closeTheWindow() {
        glass.close();
    }

    @Test
    void aCashierWorksFromTheFloatToTheCloseAndAManagerLooksAtIt() {
        glass.signInByKeyboard("dar", "dara");
        assertThat(station.desk.facts(SignedIn.class)).contains(new SignedIn("dara"));
        countTheFloat();
        sell("12.30", "20");
        sell("4.80", "5");
        move(KeyCode.F6, PaidOut.class, "3.50");
        move(KeyCode.F5, PaidIn.class, "1.00");
        drop("20", "B7");
        openTheDrawer();
        countTheTill("1", "1", "1", "", "2", "", "1", "", "1");
        lock();
        glass.signInByKeyboard("mal", "maly");
        assertThat(station.desk.facts(SignedIn.class)).contains(new SignedIn("maly"));
        find("shop today");
        glass.until(() -> glass.find("#office-today") != null);
        robot.push(KeyCode.F12);
        glass.until(() -> glass.isFocused("#employee"));
        assertThat(station.desk.facts(SaleMade.class)).hasSize(2);
        assertThat(station.desk.facts(ShiftClosed.class)).hasSize(1);
    }

    /// 2 of 20, 3 of 10 and 4 of 5: ninety.
    private void countTheFloat() {
        glass.until(() -> glass.isFocused("#pieces-5000"));
        robot.push(KeyCode.ENTER);
        robot.write("2").push(KeyCode.ENTER);
        robot.write("3").push(KeyCode.ENTER);
        robot.write("2*2").push(KeyCode.ENTER);
        for (int row = 0; row < 8; row++) {
            robot.push(KeyCode.ENTER);
        }
        robot.push(KeyCode.ENTER);
        glass.await("#moves");
    }

    private void sell(String amount, String given) {
        int before = station.desk.facts(SaleMade.class).size();
        robot.write(amount).push(KeyCode.ENTER);
        glass.await("#exact");
        robot.write(given).push(KeyCode.ENTER);
        glass.await("#change");
        assertThat(station.desk.facts(SaleMade.class)).hasSize(before + 1);
        robot.push(KeyCode.ENTER);
        glass.await("#moves");
    }

    private void move(KeyCode key, Class<? extends Fact> fact, String amount) {
        robot.push(key);
        glass.await("#reasons");
        robot.write(amount).push(KeyCode.ENTER);
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.ENTER);
        done(() -> !station.desk.facts(fact).isEmpty());
    }

    private void drop(String amount, String bag) {
        robot.push(KeyCode.F7);
        glass.await(".dialog");
        robot.write(amount).push(KeyCode.ENTER);
        robot.write(bag).push(KeyCode.ENTER);
        robot.push(KeyCode.ENTER);
        done(() -> !station.desk.facts(SafeDropped.class).isEmpty());
    }

    private void openTheDrawer() {
        robot.push(KeyCode.F8);
        glass.await(".dialog");
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.ENTER);
        done(() -> !station.desk.facts(NoSale.class).isEmpty());
    }

    private void done(BooleanSupplier written) {
        glass.until(written);
        glass.until(() -> glass.find(".dialog") == null);
    }

    /// @param pieces from the largest down; all others are none
    private void countTheTill(String... pieces) {
        Money expected = inTheTill();
        robot.push(KeyCode.F4);
        glass.until(() -> glass.isFocused("#pieces-5000"));
        for (int row = 0; row < 12; row++) {
            if (row < pieces.length) {
                robot.write(pieces[row]);
            }
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
                .isEqualTo(expected);
        robot.push(KeyCode.ENTER);
        glass.await("#openNext");
    }

    private void lock() {
        robot.push(KeyCode.F12);
    }

    private void find(String words) {
        glass.until(() -> glass.find("#search") != null);
        robot.press(KeyCode.CONTROL).push(KeyCode.K).release(KeyCode.CONTROL);
        robot.write(words).push(KeyCode.ENTER);
    }

    private Money inTheTill() {
        return station.desk.ask(books -> books.balance(Account.till(station.shop.till()), station.shop.mainCurrency()));
    }
}
