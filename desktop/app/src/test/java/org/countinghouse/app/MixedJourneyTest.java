package org.countinghouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.countinghouse.app.shell.Glass;
import org.countinghouse.app.shell.InEnglishAndKhmer;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.till.RateSet;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// Hands on the keyboard of a till in Phnom Penh.
class MixedJourneyTest {
    private final SampleStation station = SampleStation.of(SampleShop.PHNOM_PENH);
    private final Currency riel = station.shop.currencies().getLast();
    private final FxRobot robot = new FxRobot();

    @InEnglishAndKhmer
    void rielThenDollarsPayOneSaleByKeyboard(Language language) {
        setRate();
        try (var glass = atTheTill(language)) {
            robot.write("10.37").push(KeyCode.ENTER);
            glass.await("#exact");
            glass.until(() -> shows(glass, "#left-KHR", "42,500 KHR"));
            glass.picture("paying-" + language.code());
            robot.write("/20000");
            glass.picture("paying-riel-" + language.code());
            robot.push(KeyCode.ENTER);
            glass.until(() -> shows(glass, "#left-KHR", "22,500 KHR"));
            robot.write("/10");
            glass.until(() -> glass.find(".back-sum") != null);
            glass.picture("paying-both-" + language.code());
            assertThat(glass.nameless()).isEmpty();
            robot.push(KeyCode.ENTER);
            glass.await("#change");
            glass.picture("paid-both-" + language.code());
            assertThat(glass.nameless()).isEmpty();
        }
        var sale = station.desk.facts(SaleMade.class).getFirst();
        assertThat(sale.tenders())
                .extracting(each -> each.amount().toString())
                .containsExactly("20000 KHR", "10.00 USD");
        assertThat(sale.net(Tender.CASH)).isEqualTo(station.money("10.00"));
    }

    @InEnglishAndKhmer
    void theSlipIsPrintedInTheLanguageOfTheCustomerByKeyboard(Language language) {
        setRate();
        try (var glass = atTheTill(language)) {
            robot.write("10.37").push(KeyCode.ENTER);
            glass.until(() -> shows(glass, "#left-KHR", "42,500 KHR"));
            robot.write("20");
            glass.picture("paying-preview-" + language.code());
            robot.push(KeyCode.ENTER);
            glass.await("#change-KHR");
            assertThat(Glass.on(() -> ((Label) glass.find("#change")).getText()))
                    .isEqualTo("9.00");
            assertThat(Glass.on(() -> ((Label) glass.find("#change-KHR")).getText()))
                    .isEqualTo("2,500");
            glass.picture("paid-" + language.code());
            robot.write("/");
            robot.write("*");
            glass.until(() -> !station.printedIn.isEmpty());
            Language next = Language.values()[(language.ordinal() + 1) % Language.values().length];
            assertThat(station.printedIn).containsExactly(next);
        }
        assertThat(station.desk.facts(SaleMade.class)).hasSize(1);
    }

    @Test
    void allChangeInRielIsOneKeyAway() {
        setRate();
        try (var glass = atTheTill(Language.ENGLISH)) {
            robot.write("10.37").push(KeyCode.ENTER);
            glass.until(() -> shows(glass, "#left-KHR", "42,500 KHR"));
            robot.write("20-").push(KeyCode.ENTER);
            glass.await("#change");
            assertThat(Glass.on(() -> ((Label) glass.find("#change")).getText()))
                    .isEqualTo("38,500");
        }
        assertThat(station.desk
                        .facts(SaleMade.class)
                        .getFirst()
                        .settlement()
                        .change()
                        .getFirst()
                        .amount())
                .isEqualTo(riel.of(38_500));
    }

    /// ControlsFX's row of buttons holds on to every button it ever had: new ones at each key filled the heap.
    @Test
    void theChoiceOfChangeKeepsItsButtonsFromKeyToKeyAndFromSaleToSale() {
        setRate();
        try (var glass = atTheTill(Language.ENGLISH)) {
            robot.write("10.37").push(KeyCode.ENTER);
            glass.await("#change-in-KHR");
            Node first = Glass.on(() -> glass.find("#change-in-KHR"));
            robot.write("20-");
            glass.until(() -> ((ToggleButton) glass.find("#change-in-KHR")).isSelected());
            robot.push(KeyCode.ENTER);
            glass.await("#change");
            robot.write("3").push(KeyCode.ENTER);
            glass.await("#change-in-KHR");
            glass.until(() -> !((ToggleButton) glass.find("#change-in-KHR")).isSelected());
            assertThat(Glass.on(() -> glass.find("#change-in-KHR"))).isSameAs(first);
        }
    }

    @InEnglishAndKhmer
    void withoutARateTheScreenSaysWhoMaySetOne(Language language) {
        try (var glass = atTheTill(language)) {
            robot.write("10.37").push(KeyCode.ENTER);
            glass.await("#exact");
            glass.until(
                    () -> glass.words().stream().anyMatch(words -> words.contains("បុប្ផា") && words.contains("KHR")));
            robot.write("200");
            glass.picture("paying-no-rate-" + language.code());
            assertThat(glass.nameless()).isEmpty();
            robot.write("/");
            robot.push(KeyCode.ENTER);
            glass.await("#change");
        }
        assertThat(station.desk
                        .facts(SaleMade.class)
                        .getFirst()
                        .tenders()
                        .getFirst()
                        .amount())
                .isEqualTo(station.money("200.00"));
    }

    private static boolean shows(Glass glass, String selector, String text) {
        return glass.find(selector) instanceof Label label && label.getText().equals(text);
    }

    private void setRate() {
        station.desk.perform(new Order(
                UUID.randomUUID(),
                "maly",
                Optional.empty(),
                new Command.SetRate(new RateSet(
                        station.money("1.00"), riel.of(4_100), riel.of(4_000), riel.of(4_050), "National Bank"))));
    }

    private Glass atTheTill(Language language) {
        var dollars = Pieces.of(station.shop.mainCurrency(), Map.of(2000L, 1L, 1000L, 2L, 500L, 4L, 100L, 20L));
        var notes = Pieces.of(riel, Map.of(10_000L, 5L, 5_000L, 4L, 2_000L, 10L, 1_000L, 10L, 500L, 6L, 100L, 20L));
        station.order(new Command.OpenShift(
                station.shop.till(), List.of(Cash.of(dollars), Cash.of(notes)), Optional.empty()));
        var glass = new Glass(station, language);
        glass.signIn("dara");
        glass.await("#moves");
        return glass;
    }
}
