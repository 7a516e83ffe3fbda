package org.countinghouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Glass;
import org.countinghouse.app.shell.InEnglishAndKhmer;
import org.countinghouse.app.shell.OfficePage;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.app.shell.Theme;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.approval.Policy;
import org.countinghouse.ledger.approval.PolicySet;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.till.RateSet;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// An owner sets the shop's rules, by keyboard.
class RulesTest {
    private final SampleStation station = SampleStation.of(SampleShop.PHNOM_PENH);
    private final FxRobot robot = new FxRobot();

    @Test
    void aLimitIsSetByKeyboardAndToldBeforeItIsWritten() {
        try (var glass = open("bopha", Language.ENGLISH)) {
            glass.until(() -> glass.find("#limit-over-short-cashier").isFocused());
            focus(glass, "#limit-paid-out-cashier");
            robot.push(KeyCode.SPACE);
            glass.until(() ->
                    glass.find("#kind-free") != null && glass.find("#kind-free").isFocused());
            robot.push(KeyCode.DOWN);
            glass.until(() -> glass.find("#kind-up-to").isFocused());
            robot.push(KeyCode.SPACE);
            glass.until(() -> glass.find("#most-USD") instanceof TextField field && field.isFocused());
            robot.write("20").push(KeyCode.TAB).write("80000").push(KeyCode.ENTER);
            glass.until(() -> glass.find("#limit-paid-out-cashier").isFocused());
            assertThat(station.desk.facts(PolicySet.class)).isEmpty();
            focus(glass, "#toReview");
            robot.push(KeyCode.SPACE);
            glass.until(() -> glass.find("#rules-write") != null
                    && glass.find("#rules-write").isFocused());
            robot.push(KeyCode.ESCAPE);
            glass.until(() -> glass.find("#rules-write") == null);
            focus(glass, "#toReview");
            robot.push(KeyCode.SPACE);
            glass.until(() -> glass.find("#rules-write") != null
                    && glass.find("#rules-write").isFocused());
            robot.push(KeyCode.SPACE);
            glass.until(() -> !station.desk.facts(PolicySet.class).isEmpty());
            List<Policy.Limit> limits = station.desk.ask(books -> books.policy().limits());
            assertThat(limits).contains(new Policy.Limit(Role.CASHIER, Matter.PAID_OUT, "USD", 2000));
            glass.until(() -> glass.words().stream().anyMatch(word -> word.startsWith("Written. The new rules")));
        }
    }

    @Test
    void aManagerSetsTheRateAndReadsTheLimits() {
        try (var glass = open("maly", Language.ENGLISH)) {
            glass.until(() -> glass.find("#looks-limits").isFocused());
            assertThat(Glass.on(() -> glass.find("#limit-paid-out-cashier") == null))
                    .isTrue();
            glass.press("#looks-rates");
            focus(glass, "#take");
            robot.write("4100")
                    .push(KeyCode.TAB)
                    .write("4000")
                    .push(KeyCode.TAB)
                    .write("4050");
            robot.push(KeyCode.ENTER);
            glass.until(() -> glass.find("#rate-write") != null
                    && glass.find("#rate-write").isFocused());
            robot.push(KeyCode.SPACE);
            glass.until(() -> station.desk.facts(RateSet.class).size() == 1);
            glass.until(() -> glass.words().contains("5.00 USD are taken as 20,500 KHR."));
        }
    }

    @InEnglishAndKhmer
    void everyLookIsInWordsAndFits(Language language) {
        shopWithRules();
        try (var glass = open("bopha", language)) {
            look(glass, "rules-limits", language);
            glass.press("#limit-refund-cashier");
            glass.press("#kind-up-to");
            glass.await("#most-USD");
            look(glass, "rules-limit", language);
            glass.type("#most-USD", "12");
            glass.type("#most-KHR", "40000");
            glass.press("#limit-take");
            glass.press("#looks-reasons");
            glass.press("#reasons-paid-out");
            glass.await("#reason-out-milk");
            look(glass, "rules-reasons", language);
            glass.press("#reason-out-milk");
            glass.press("#toReview");
            glass.await("#rules-write");
            look(glass, "rules-review", language);
            glass.press("#rules-back");
            glass.press("#looks-rates");
            glass.await("#take");
            look(glass, "rules-rates", language);
            glass.type("#take", "41000");
            glass.press("#look");
            glass.await("#rate-write");
            look(glass, "rules-rate-review", language);
        }
    }

    @Test
    void theDarkThemeShowsTheSame() {
        shopWithRules();
        station.look.choose(Theme.DARK);
        try (var glass = open("bopha", Language.KHMER)) {
            glass.press("#limit-refund-cashier");
            glass.await("#limit-take");
            look(glass, "rules-dark", Language.KHMER);
        }
        try (var glass = open("maly", Language.ENGLISH)) {
            look(glass, "rules-manager-dark", Language.ENGLISH);
        }
    }

    private void shopWithRules() {
        station.policy(new Policy(
                List.of(
                        new Policy.Limit(Role.CASHIER, Matter.CORRECTION, "", 0),
                        new Policy.Limit(Role.CASHIER, Matter.PAID_OUT, "USD", 2000),
                        new Policy.Limit(Role.CASHIER, Matter.PAID_OUT, "KHR", 80000),
                        new Policy.Limit(Role.CASHIER, Matter.NO_SALE, "", 3),
                        new Policy.Limit(Role.MANAGER, Matter.OVER_SHORT, "USD", 5000)),
                List.of(
                        new Policy.Reason(Matter.PAID_OUT, "milk", false),
                        new Policy.Reason(Matter.PAID_OUT, "ice", false),
                        new Policy.Reason(Matter.PAID_OUT, "taxi-fare", true)),
                3));
        setRate("4080");
        setRate("4100");
    }

    private void setRate(String take) {
        var riel = station.shop.currencies().get(1);
        station.desk.perform(new Order(
                UUID.randomUUID(),
                "maly",
                Optional.empty(),
                new Command.SetRate(new RateSet(
                        station.money("1.00"),
                        Money.parse(take, riel),
                        Money.parse("4000", riel),
                        Money.parse("4050", riel),
                        "National Bank of Cambodia"))));
    }

    private static void look(Glass glass, String name, Language language) {
        assertThat(glass.nameless()).as(name).isEmpty();
        glass.picture(name + "-" + language.code());
    }

    private static void focus(Glass glass, String selector) {
        glass.await(selector);
        Glass.on(() -> {
            glass.find(selector).requestFocus();
            return true;
        });
        glass.until(() -> glass.find(selector).isFocused());
    }

    private Glass open(String employee, Language language) {
        var glass = new Glass(station, language);
        glass.signIn(employee);
        glass.await("#rail");
        glass.until(() -> glass.find("#employee") == null);
        glass.go(new Destination.Office(OfficePage.RULES), "#looks-limits");
        return glass;
    }
}
