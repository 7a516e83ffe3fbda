package org.countinghouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.input.KeyCode;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Glass;
import org.countinghouse.app.shell.InEnglishAndKhmer;
import org.countinghouse.app.shell.OfficePage;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.app.shell.Theme;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.catalogue.ItemSet;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// A manager changes prices by keyboard, and the till shows them.
class CataloguePageTest {
    private final SampleStation station = SampleStation.of(SampleShop.PHNOM_PENH);
    private final FxRobot robot = new FxRobot();

    @Test
    void aPriceIsChangedByKeyboardAndTheTillShowsItAtOnce() {
        station.order(
                new Command.OpenShift(station.shop.till(), List.of(Cash.of(station.money("50.00"))), Optional.empty()));
        try (var glass = open("maly", Language.ENGLISH)) {
            glass.until(() -> glass.find("#catalogue-table").isFocused());
            robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
            glass.until(() ->
                    glass.find("#name-en") != null && glass.find("#name-en").isFocused());
            focus(glass, "#price-USD");
            robot.push(KeyCode.SHORTCUT, KeyCode.A).write("0.65").push(KeyCode.ENTER);
            glass.until(() -> glass.find("#catalogue-table").isFocused());
            assertThat(station.desk.facts(ItemSet.class)).isEmpty();
            focus(glass, "#toReview");
            robot.push(KeyCode.SPACE);
            glass.until(() -> glass.isFocused("#catalogue-write"));
            robot.push(KeyCode.ESCAPE);
            glass.until(() -> glass.find("#catalogue-table").isFocused());
            focus(glass, "#toReview");
            robot.push(KeyCode.SPACE);
            glass.until(() -> glass.isFocused("#catalogue-write"));
            robot.push(KeyCode.SPACE);
            glass.until(() -> station.desk.facts(ItemSet.class).size() == 1);
            String word = station.desk.facts(ItemSet.class).getFirst().item();
            glass.go(new Destination.Till(), "#item-" + word);
            glass.until(() -> Glass.all(glass.find("#item-" + word))
                    .anyMatch(node -> node instanceof javafx.scene.control.Label label
                            && label.getText().equals("0.65")));
        }
    }

    @Test
    void theTillThatIsShownTakesANewPriceWithoutBeingLeft() {
        station.order(
                new Command.OpenShift(station.shop.till(), List.of(Cash.of(station.money("50.00"))), Optional.empty()));
        try (var glass = new Glass(station, Language.ENGLISH)) {
            glass.signIn("dara");
            glass.await("#item-iced-tea");
            set("iced-tea", "0.95", true);
            glass.until(() -> Glass.all(glass.find("#item-iced-tea"))
                    .anyMatch(node -> node instanceof javafx.scene.control.Label label
                            && label.getText().equals("0.95")));
            set("iced-tea", "0.95", false);
            glass.until(() -> glass.find("#item-iced-tea") == null);
        }
    }

    @Test
    void aCashierFindsNoSuchPage() {
        assertThat(OfficePage.CATALOGUE.isFor(station.person("dara"))).isFalse();
        assertThat(OfficePage.CATALOGUE.isFor(station.person("maly"))).isTrue();
    }

    @InEnglishAndKhmer
    void everyLookIsInWordsAndFits(Language language) {
        set("num-kong", "0.60", false);
        try (var glass = open("maly", language)) {
            look(glass, "catalogue-list", language);
            change(glass, "1", "0.65");
            change(glass, "5", "9.00");
            look(glass, "catalogue-changed", language);
            glass.press("#add");
            glass.await("#item-word");
            look(glass, "catalogue-new", language);
            glass.press("#item-take");
            look(glass, "catalogue-problem", language);
            glass.press("#item-cancel");
            glass.press("#toReview");
            glass.await("#catalogue-write");
            look(glass, "catalogue-review", language);
        }
    }

    @Test
    void theDarkThemeShowsTheSame() {
        station.look.choose(Theme.DARK);
        try (var glass = open("maly", Language.KHMER)) {
            change(glass, "1", "0.65");
            look(glass, "catalogue-dark", Language.KHMER);
        }
        try (var glass = open("maly", Language.ENGLISH)) {
            change(glass, "1", "0.65");
            glass.press("#toReview");
            glass.await("#catalogue-write");
            look(glass, "catalogue-review-dark", Language.ENGLISH);
        }
    }

    private void change(Glass glass, String row, String price) {
        focus(glass, "#catalogue-table");
        Glass.on(() -> {
            ((javafx.scene.control.TableView<?>) glass.find("#catalogue-table"))
                    .getSelectionModel()
                    .select(Integer.parseInt(row));
            return true;
        });
        glass.await("#price-USD");
        glass.type("#price-USD", price);
        glass.press("#item-take");
    }

    private void set(String word, String price, boolean onSale) {
        var item = new ItemSet(
                word,
                List.of(new ItemSet.Name("en", "An item"), new ItemSet.Name("km", "ទំនិញ")),
                List.of(station.money(price)),
                onSale);
        station.desk.perform(new Order(UUID.randomUUID(), "maly", Optional.empty(), new Command.SetItem(item)));
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
        glass.go(new Destination.Office(OfficePage.CATALOGUE), "#catalogue-table");
        return glass;
    }
}
