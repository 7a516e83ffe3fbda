package org.countinghouse.app.safe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.input.KeyCode;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Glass;
import org.countinghouse.app.shell.InEnglishAndKhmer;
import org.countinghouse.app.shell.OfficePage;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.safe.TransferReceived;
import org.countinghouse.ledger.safe.TransferSent;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class SafePageTest {
    private final SampleStation station = SampleStation.of(SampleShop.PHNOM_PENH);
    private final FxRobot robot = new FxRobot();

    @BeforeEach
    void cashLiesInSafeMachineAndBag() {
        var dollars = station.shop.mainCurrency();
        var riels = station.shop.currencies().getLast();
        station.order(new Command.OpenShift(
                station.shop.till(),
                List.of(Cash.of(station.money("100.00")), Cash.of(riels.zero())),
                Optional.empty()));
        order(new Command.CountPlace(
                Account.SAFE,
                List.of(
                        Cash.of(Pieces.of(dollars, Map.of(10_000L, 4L, 2_000L, 21L, 500L, 30L, 100L, 87L))),
                        Cash.of(Pieces.of(riels, Map.of(20_000L, 30L, 1_000L, 130L)))),
                true,
                false));
        order(new Command.SendBag("31", Account.SAFE, Account.BANK, List.of(Cash.of(station.money("57.00"))), ""));
    }

    @Test
    void aBagIsSentByKeyboardAndReceivedByAnotherPerson() {
        try (var glass = open("maly", Language.ENGLISH)) {
            glass.press("#safe-send");
            glass.until(() -> glass.find("#amountBox").isFocused());
            robot.write("25.50").push(KeyCode.ENTER);
            glass.until(() -> glass.find("#bag").isFocused());
            robot.write("AB-17").push(KeyCode.ENTER);
            glass.until(() -> glass.find("#goOn").isFocused());
            robot.push(KeyCode.ENTER);
            glass.until(() -> glass.find("#act") != null && glass.find("#act").isFocused());
            assertThat(glass.words()).contains("25.50 USD leave till 1 for the safe in bag ab-17.");
            robot.push(KeyCode.ESCAPE);
            glass.until(() -> glass.find("#amountBox") != null);
            glass.press("#goOn");
            glass.until(() -> glass.find("#act") != null && glass.find("#act").isFocused());
            robot.push(KeyCode.ENTER);
            glass.until(() -> glass.find("#safe-send") != null);
            assertThat(station.desk.facts(TransferSent.class)).hasSize(2);
            Glass.on(() -> {
                glass.shell.lock();
                return true;
            });
            glass.await("#person-dara");
            glass.signIn("dara");
            glass.await("#moves");
            glass.go(new Destination.Office(OfficePage.SAFE), "#safe-receive");
            glass.press("#safe-receive");
            glass.until(() -> glass.find("#amountBox").isFocused());
            robot.write("25.50").push(KeyCode.ENTER);
            glass.until(() -> glass.find("#bag").isFocused());
            robot.write("ab-17");
            glass.press("#goOn");
            glass.until(() -> glass.find("#act") != null && glass.find("#act").isFocused());
            robot.push(KeyCode.ENTER);
            glass.until(() -> !station.desk.facts(TransferReceived.class).isEmpty());
            glass.until(() -> glass.find("#written .label") != null);
            assertThat(station.desk.entries(0, 1_000).getLast().actor()).isEqualTo("dara");
        }
    }

    @Test
    void aCashierReadsNoBalanceAnywhere() {
        try (var glass = open("dara", Language.ENGLISH)) {
            for (String action : List.of("#safe-send", "#safe-receive", "#safe-fill", "#safe-collect", "#safe-plan")) {
                glass.press(action);
                glass.until(() -> glass.find("#overview") == null);
                noBalance(glass);
                glass.press(action.equals("#safe-plan") ? "#back" : "#cancel");
                glass.until(() -> glass.find("#overview") != null);
            }
            noBalance(glass);
            glass.picture("safe-of-a-cashier");
        }
        try (var glass = open("maly", Language.ENGLISH)) {
            assertThat(glass.words()).anyMatch(word -> word.contains("1,000.00"));
        }
    }

    private static void noBalance(Glass glass) {
        assertThat(glass.words())
                .noneMatch(word -> word.contains("1,000.00") || word.contains("1000.00"))
                .noneMatch(word -> word.contains("730,000") || word.contains("57.00"));
    }

    @InEnglishAndKhmer
    void everyActionIsWholeInBothLanguages(Language language) {
        try (var glass = open("maly", language)) {
            whole(glass, "safe", language);
            for (SafeAction action : SafeAction.values()) {
                glass.press("#safe-" + action.word());
                glass.until(() -> glass.find("#goOn") != null);
                whole(glass, "safe-" + action.word(), language);
                glass.press("#cancel");
                glass.until(() -> glass.find("#overview") != null);
            }
            glass.press("#safe-deposit");
            glass.until(() -> glass.find("#amountBox").isFocused());
            robot.write("5000").push(KeyCode.ENTER);
            glass.type("#slip", "17");
            glass.press("#goOn");
            glass.until(() -> glass.find("#act") != null);
            whole(glass, "safe-check", language);
            glass.press("#back");
            glass.press("#cancel");
            glass.press("#safe-count");
            glass.type("#pieces-10000", "9");
            glass.press("#goOn");
            glass.press("#act");
            glass.until(() -> glass.find(".over-short") != null);
            whole(glass, "safe-short", language);
            glass.press("#safe-plan");
            glass.type("#pieces-2000", "6");
            glass.type("#pieces-100", "31");
            glass.press("#plan");
            glass.until(() -> glass.find("#table .label") != null);
            whole(glass, "safe-plan", language);
        }
    }

    private static void whole(Glass glass, String name, Language language) {
        glass.picture(name + "-" + language.code());
        assertThat(glass.nameless()).as(name).isEmpty();
        assertThat(glass.words()).as(name).noneMatch(word -> word.contains("{"));
    }

    private Glass open(String employee, Language language) {
        var glass = new Glass(station, language);
        glass.signIn(employee);
        glass.await("#moves");
        glass.go(new Destination.Office(OfficePage.SAFE), "#safe-send");
        glass.until(() -> glass.find(".sheet .table-row-cell") != null);
        return glass;
    }

    private void order(Command command) {
        station.desk.perform(new Order(UUID.randomUUID(), "maly", Optional.empty(), command));
    }
}
