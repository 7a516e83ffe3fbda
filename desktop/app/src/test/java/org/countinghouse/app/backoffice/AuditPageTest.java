package org.countinghouse.app.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Glass;
import org.countinghouse.app.shell.InEnglishAndKhmer;
import org.countinghouse.app.shell.OfficePage;
import org.countinghouse.app.shell.Proof;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.correction.CorrectionMade;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.till.PaidOut;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;
import org.countinghouse.store.Verification;
import org.countinghouse.store.Verification.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class AuditPageTest {
    private final SampleStation station = SampleStation.of(SampleShop.PHNOM_PENH);
    private final FxRobot robot = new FxRobot();

    @BeforeEach
    void aDayOfTrade() {
        station.proof = Optional.of(new Proof() {
            @Override
            public Optional<String> hash(long sequence) {
                return Optional.of("5f0c9a1e77d203bb41f8");
            }

            @Override
            public Optional<Verification> verify(LongPredicate goOn) {
                return Optional.of(new Verification.Broken(7, Fault.HASH, "a", "b"));
            }
        });
        shift("dara", "100.00", "98.50");
        shift("maly", "98.50", "98.75");
        shift("dara", "98.75", "98.75");
        open("dara", "98.75");
        for (int sale = 0; sale < 4; sale++) {
            sell("dara", "6.00");
        }
        order("dara", new Command.PayOut(station.shop.till(), Cash.of(station.money("12.00")), "ice", "two bags"));
        order("dara", new Command.OpenDrawer(station.shop.till(), "change"));
    }

    private void shift(String employee, String opening, String counted) {
        open(employee, opening);
        sell(employee, "2.00");
        sell(employee, "1.00");
        order(employee, new Command.OpenDrawer(station.shop.till(), "change"));
        order(employee, new Command.PayOut(station.shop.till(), Cash.of(station.money("3.00")), "ice", ""));
        var riels = station.shop.currencies().getLast();
        order(
                employee,
                new Command.CountTill(
                        station.shop.till(), List.of(Cash.of(station.money(counted)), Cash.of(riels.zero()))));
        order(employee, new Command.CloseShift(station.shop.till(), List.of(), "", false));
    }

    private void open(String employee, String cash) {
        var riels = station.shop.currencies().getLast();
        order(
                employee,
                new Command.OpenShift(
                        station.shop.till(),
                        List.of(Cash.of(station.money(cash)), Cash.of(riels.zero())),
                        Optional.empty()));
    }

    private void sell(String employee, String total) {
        var money = station.money(total);
        order(
                employee,
                new Command.Sell(
                        station.shop.till(),
                        money,
                        List.of(),
                        List.of(new Tendered(Tender.CASH, Cash.of(money))),
                        Optional.empty(),
                        ""));
    }

    private void order(String employee, Command command) {
        station.desk.perform(new Order(UUID.randomUUID(), employee, Optional.empty(), command));
    }

    private Glass open(Language language, OfficePage page, String table) {
        var glass = new Glass(station, language);
        glass.signIn("maly");
        glass.await("#moves");
        glass.go(new Destination.Office(page), table);
        glass.until(() -> glass.find(".sheet .table-row-cell") != null);
        return glass;
    }

    @Test
    void aWrongPaidOutIsCorrectedByKeyboard() {
        try (var glass = open(Language.ENGLISH, OfficePage.AUDIT, "#audit")) {
            choosePaidOut(glass);
            glass.until(() -> glass.find("#correct") != null);
            Glass.on(() -> {
                glass.find("#correct").requestFocus();
                return true;
            });
            robot.push(KeyCode.SPACE);
            glass.until(
                    () -> glass.find("#reason") != null && glass.find("#reason").isFocused());
            robot.push(KeyCode.ENTER);
            glass.until(() -> glass.find(".tone-warning") != null);
            robot.write("typed twice").push(KeyCode.ENTER);
            glass.until(
                    () -> glass.find("#write") != null && glass.find("#write").isFocused());
            robot.push(KeyCode.ESCAPE);
            glass.until(
                    () -> glass.find("#reason") != null && glass.find("#reason").isFocused());
            assertThat(station.desk.facts(CorrectionMade.class)).isEmpty();
            robot.push(KeyCode.ENTER);
            glass.until(
                    () -> glass.find("#write") != null && glass.find("#write").isFocused());
            robot.push(KeyCode.ENTER);
            glass.until(() -> glass.find("#correctedBy") != null);
            assertThat(station.desk.facts(CorrectionMade.class))
                    .singleElement()
                    .satisfies(made -> assertThat(made.reason()).isEqualTo("typed twice"));
            glass.until(() -> glass.find("#correct") == null);
            glass.press("#correctedBy");
            glass.until(() -> glass.find("#corrects") != null);
            robot.push(KeyCode.ESCAPE);
            glass.until(() -> glass.find("#corrects") == null);
            glass.until(() -> glass.find("#audit").isFocused());
        }
    }

    @SuppressWarnings("unchecked")
    private static void choosePaidOut(Glass glass) {
        Glass.on(() -> {
            var table = (TableView<AuditRow>) glass.find("#audit");
            table.getItems().stream()
                    .filter(row -> row.entry().fact() instanceof PaidOut out
                            && out.note().equals("two bags"))
                    .findFirst()
                    .ifPresent(row -> table.getSelectionModel().select(row));
            table.requestFocus();
            return true;
        });
    }

    @InEnglishAndKhmer
    void theEntriesAreWholeInBothLanguages(Language language) {
        try (var glass = open(language, OfficePage.AUDIT, "#audit")) {
            whole(glass, "audit", language);
            choosePaidOut(glass);
            glass.until(() -> glass.find("#correct") != null && glass.find("#printAgain") != null);
            whole(glass, "audit-chosen", language);
            glass.press("#correct");
            glass.type("#reason", "typed twice");
            whole(glass, "audit-correct", language);
            glass.press("#goOn");
            glass.until(() -> glass.find("#write") != null);
            whole(glass, "audit-check", language);
            glass.press("#write");
            glass.until(() -> glass.find("#correctedBy") != null);
            glass.press("#verify");
            glass.until(() -> glass.find(".tone-danger") != null);
            whole(glass, "audit-corrected", language);
            glass.press("#late");
            glass.until(() -> glass.find("#date") != null);
            whole(glass, "audit-late", language);
        }
    }

    @InEnglishAndKhmer
    @SuppressWarnings("unchecked")
    void theShiftsAreWholeInBothLanguages(Language language) {
        try (var glass = open(language, OfficePage.SHIFTS, "#shifts")) {
            glass.until(() -> glass.find(".median-band") != null);
            whole(glass, "shifts", language);
            Glass.on(() -> {
                ((TableView<ShiftRow>) glass.find("#shifts"))
                        .getSelectionModel()
                        .select(0);
                glass.find("#shifts").requestFocus();
                return true;
            });
            glass.until(() -> glass.find("#back") != null);
            whole(glass, "shifts-chosen", language);
            robot.push(KeyCode.ESCAPE);
            glass.until(() -> glass.find("#back") == null);
        }
    }

    private static void whole(Glass glass, String name, Language language) {
        glass.picture(name + "-" + language.code());
        assertThat(glass.nameless()).as(name).isEmpty();
        assertThat(glass.words()).as(name).noneMatch(word -> word.contains("{"));
    }
}
