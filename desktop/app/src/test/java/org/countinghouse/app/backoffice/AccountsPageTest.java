package org.countinghouse.app.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Glass;
import org.countinghouse.app.shell.InEnglishAndKhmer;
import org.countinghouse.app.shell.OfficePage;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.report.LedgerExported;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

class AccountsPageTest {
    private final SampleStation station = SampleStation.of(SampleShop.PHNOM_PENH);
    private final FxRobot robot = new FxRobot();

    @TempDir
    Path folder;

    @BeforeEach
    void aDayOfTrade() {
        station.exportTo(folder);
        var riels = station.shop.currencies().getLast();
        order(new Command.OpenShift(
                station.shop.till(),
                List.of(Cash.of(station.money("100.00")), Cash.of(riels.of(200_000))),
                Optional.empty()));
        for (int sale = 1; sale < 7; sale++) {
            var money = station.money(sale + ".50");
            var tender = sale % 3 == 0 ? Tender.CARD : Tender.CASH;
            order(new Command.Sell(
                    station.shop.till(), money, List.of(), List.of(Tendered.of(tender, money)), Optional.empty(), ""));
        }
        order(new Command.PayOut(station.shop.till(), Cash.of(riels.of(8_000)), "ice", "two bags"));
        order(new Command.DropToSafe(station.shop.till(), Cash.of(station.money("50.00")), "17"));
    }

    private void order(Command command) {
        station.desk.perform(new Order(UUID.randomUUID(), "dara", Optional.empty(), command));
    }

    private Glass open(Language language) {
        var glass = new Glass(station, language);
        glass.signIn("maly");
        glass.await("#moves");
        glass.go(new Destination.Office(OfficePage.ACCOUNTS), "#journal");
        glass.until(() -> glass.find("#journal .table-row-cell") != null);
        glass.until(() -> glass.find("#saveJournal") instanceof Node button && !button.isDisabled());
        return glass;
    }

    private static void focus(Glass glass, String selector) {
        Glass.on(() -> {
            glass.find(selector).requestFocus();
            return true;
        });
    }

    private List<String> exported() {
        try (Stream<Path> files = Files.list(folder.resolve("exports"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    @InEnglishAndKhmer
    @SuppressWarnings("unchecked")
    void aJournalIsSavedByKeyboardAndWhatCameSinceIsListed(Language language) {
        try (var glass = open(language)) {
            glass.picture("accounts-" + language.code());
            assertThat(glass.nameless()).isEmpty();
            focus(glass, "#saveJournal");
            robot.push(KeyCode.SPACE);
            glass.until(() -> glass.find(".tone-success") != null && !exported().isEmpty());
            glass.until(() -> station.desk.facts(LedgerExported.class).size() == 1);
            order(new Command.PayOut(station.shop.till(), Cash.of(station.money("4.00")), "ice", "late"));
            glass.picture("accounts-saved-" + language.code());
            focus(glass, "#tab-history");
            robot.push(KeyCode.SPACE);
            glass.until(() -> glass.find("#exports") instanceof TableView<?> table
                    && !table.getItems().isEmpty());
            Glass.on(() -> {
                ((TableView<ExportRow>) glass.find("#exports"))
                        .getSelectionModel()
                        .select(0);
                return true;
            });
            glass.until(() -> glass.find("#export-difference") instanceof Node button && !button.isDisabled());
            glass.picture("accounts-history-" + language.code());
            assertThat(glass.nameless()).isEmpty();
            focus(glass, "#export-difference");
            robot.push(KeyCode.SPACE);
            glass.until(() -> station.desk.facts(LedgerExported.class).size() == 2);
            assertThat(exported()).hasSize(2).anyMatch(name -> name.contains("after"));
            robot.push(KeyCode.ESCAPE);
            glass.until(() -> glass.find("#journal") != null);
        }
    }

    @InEnglishAndKhmer
    void theAccountMapIsFilledInByKeyboard(Language language) {
        try (var glass = open(language)) {
            focus(glass, "#tab-map");
            robot.push(KeyCode.SPACE);
            glass.await("#code-sales");
            glass.picture("accounts-map-" + language.code());
            assertThat(glass.nameless()).isEmpty();
            focus(glass, "#code-sales");
            robot.push(KeyCode.SHORTCUT, KeyCode.A).write("0400").push(KeyCode.ENTER);
            glass.until(() -> glass.find("#name-sales").isFocused());
            focus(glass, "#map-save");
            robot.push(KeyCode.SPACE);
            glass.until(() -> Files.exists(folder.resolve("account-map.json")));
            glass.until(() -> glass.find(".tone-success") != null);
            assertThat(station.desk.facts(LedgerExported.class)).isEmpty();
        }
    }

    @InEnglishAndKhmer
    void anyTableIsSavedWithOneKey(Language language) {
        try (var glass = open(language)) {
            focus(glass, "#journal");
            robot.push(KeyCode.SHORTCUT, KeyCode.E);
            glass.until(() -> exported().size() == 1);
            glass.until(() -> glass.find(".tone-success") != null);
            glass.picture("accounts-table-saved-" + language.code());
            assertThat(exported().getFirst()).endsWith(".xlsx");
            assertThat(station.desk.facts(LedgerExported.class)).isEmpty();
        }
    }
}
