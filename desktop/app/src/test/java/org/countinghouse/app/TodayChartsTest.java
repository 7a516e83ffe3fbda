package org.countinghouse.app;

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
import org.countinghouse.app.shell.Theme;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.resources.Language;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// The pictures of the page Today, by keyboard.
class TodayChartsTest {
    private static final long HOUR = 3_600;
    private static final long DAY = 24 * HOUR;

    private final SampleStation station = SampleStation.bakery();
    private final FxRobot robot = new FxRobot();

    @InEnglishAndKhmer
    void cashByTheHourAndNotesAndCoinsAreShown(Language language) {
        trade();
        try (var glass = open("maly", language)) {
            focus(glass, "#charts-flow");
            robot.push(KeyCode.SPACE);
            glass.await("#period-today");
            glass.until(() -> !glass.find("#period-today").isDisabled());
            look(glass, "today-flow", language);
            focus(glass, "#charts-supply");
            robot.push(KeyCode.SPACE);
            glass.until(() -> glass.find("#period-today") == null);
            look(glass, "today-supply", language);
        }
    }

    @Test
    void theDarkThemeShowsTheSame() {
        trade();
        station.look.choose(Theme.DARK);
        try (var glass = open("maly", Language.KHMER)) {
            glass.press("#charts-flow");
            glass.await("#period-today");
            look(glass, "today-flow-dark", Language.KHMER);
            glass.press("#charts-supply");
            look(glass, "today-supply-dark", Language.KHMER);
        }
    }

    @Test
    void whoCountsBlindFindsNoSuchPictures() {
        trade();
        give(new Command.ChangePermission("dara", Verb.READ_BALANCES, true));
        try (var glass = open("dara", Language.ENGLISH)) {
            assertThat(Glass.on(() -> glass.find("#charts-flow") == null)).isTrue();
            assertThat(Glass.on(() -> glass.find("#charts-supply") == null)).isTrue();
        }
    }

    /// A shift that begins on a Sunday, and the Saturday two weeks later.
    private void trade() {
        var gbp = station.shop.mainCurrency();
        station.desk.waitSeconds(DAY);
        give(new Command.OpenShift(
                station.shop.till(),
                List.of(Cash.of(Pieces.of(gbp, Map.of(500L, 10L, 100L, 30L, 50L, 20L, 20L, 40L, 10L, 20L)))),
                Optional.empty()));
        for (int day = 0; day < 2; day++) {
            station.desk.waitSeconds(DAY * 7 * day);
            for (int sale = 0; sale < 8; sale++) {
                sell("8.30", Map.of(100L, 1L, 50L, 1L, 20L, 1L));
            }
        }
        var tray = station.desk.ask(books -> books.balance(Account.till(station.shop.till()), gbp));
        give(new Command.CountTill(station.shop.till(), List.of(Cash.of(tray))));
        give(new Command.CloseShift(station.shop.till(), List.of(), "", false));
        station.desk.waitSeconds(DAY * 6 - HOUR);
        give(new Command.OpenShift(station.shop.till(), List.of(Cash.of(tray)), Optional.empty()));
        for (int hour = 0; hour < 9; hour++) {
            station.desk.waitSeconds(HOUR);
            for (int sale = 0; sale <= hour % 4; sale++) {
                sell("8.30", Map.of(100L, 1L, 50L, 1L, 20L, 1L));
            }
            if (hour % 3 == 2) {
                give(new Command.PayOut(station.shop.till(), Cash.of(station.money("12.50")), "milk", ""));
            }
        }
        give(new Command.CountPlace(
                Account.SAFE, List.of(Cash.of(Pieces.of(gbp, Map.of(100L, 6L, 50L, 30L, 20L, 3L)))), true, false));
    }

    private void sell(String total, Map<Long, Long> change) {
        var gbp = station.shop.mainCurrency();
        give(new Command.Sell(
                station.shop.till(),
                station.money(total),
                List.of(),
                List.of(new Tendered(Tender.CASH, Cash.of(Pieces.of(gbp, Map.of(1000L, 1L))))),
                Optional.of(Pieces.of(gbp, change)),
                ""));
    }

    private void give(Command command) {
        var answer = station.desk.perform(new Order(UUID.randomUUID(), "maly", Optional.empty(), command));
        assertThat(answer).isInstanceOf(org.countinghouse.ledger.Answer.Done.class);
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
        glass.go(new Destination.Office(OfficePage.TODAY), "#office-today");
        return glass;
    }
}
