package org.countinghouse.app.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.app.shell.Session;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.correction.LateRecorded;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.ledger.report.LedgerExported;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.reports.accounts.JournalForm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The accountant at the screen, on the real rules.
class AccountsViewModelTest {
    private final SampleStation station = SampleStation.bakery();

    @TempDir
    Path folder;

    @BeforeEach
    void aDayOfTrade() {
        station.exportTo(folder);
        order(
                "dara",
                new Command.OpenShift(
                        station.shop.till(), List.of(Cash.of(station.money("100.00"))), Optional.empty()));
        sell("12.30", Tender.CASH);
        sell("7.40", Tender.CARD);
        order("dara", new Command.PayOut(station.shop.till(), Cash.of(station.money("3.00")), "milk", "=1+1"));
    }

    private void sell(String amount, Tender tender) {
        order(
                "dara",
                new Command.Sell(
                        station.shop.till(),
                        station.money(amount),
                        List.of(),
                        List.of(Tendered.of(tender, station.money(amount))),
                        Optional.empty(),
                        ""));
    }

    private void order(String employee, Command command) {
        station.desk.perform(new Order(UUID.randomUUID(), employee, Optional.empty(), command));
    }

    private void closeShift() {
        order("dara", new Command.CountTill(station.shop.till(), List.of(Cash.of(station.money("109.30")))));
        order("dara", new Command.CloseShift(station.shop.till(), List.of(), "", true));
    }

    private AccountsViewModel model(String employee) {
        return model(station.session(employee));
    }

    private AccountsViewModel model(Session session) {
        return new AccountsViewModel(
                session,
                new ShopAccounts(station.desk, station.shop, station.exports),
                new ExportHistory(station.desk, station.shop.zone()),
                SampleStation.atOnce());
    }

    private static String told(AccountsViewModel model) {
        return model.noticeProperty().get().map(Notice::key).orElse("");
    }

    private List<Path> exported() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("exports"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void theJournalOfThePeriodIsShownAndBalances() {
        var model = model("maly");
        assertThat(model.sheet().shown())
                .extracting(row -> row.line().account().name())
                .contains("Cash in tills", "Sales", "Card clearing", "Paid-out", "Safe");
        assertThat(model.check(model.previewProperty().get().orElseThrow()))
                .extracting(Notice::key)
                .containsExactly("backoffice.accounts.balanced.in");
        assertThat(AccountsViewModel.guessed(model.previewProperty().get().orElseThrow()))
                .isEqualTo("paid-out/milk (6000 Paid-out)");
        assertThat(model.savable().get()).isTrue();
    }

    @Test
    void aSavedJournalStandsInTheLedgerWithTheHashOfItsFile() throws IOException, NoSuchAlgorithmException {
        var model = model("maly");
        long upTo = station.desk.ask(books -> books.lastSequence());
        model.saveJournal();
        assertThat(told(model)).isEqualTo("backoffice.accounts.saved");
        var file = exported().getFirst();
        String text = Files.readString(file, StandardCharsets.UTF_8);
        assertThat(text).contains("12.30").contains("Paid-out").doesNotContain("1,2");
        var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        assertThat(station.desk.facts(LedgerExported.class)).singleElement().satisfies(made -> {
            assertThat(made.form()).isEqualTo("journal-generic");
            assertThat(made.upTo()).isEqualTo(upTo);
            assertThat(made.after()).isZero();
            assertThat(made.files().getFirst().name())
                    .isEqualTo(file.getFileName().toString());
            assertThat(made.files().getFirst().hash().hex())
                    .isEqualTo(HexFormat.of().formatHex(digest));
        });
        assertThat(model.history().sheet().shown())
                .singleElement()
                .satisfies(row ->
                        assertThat(row.who()).isEqualTo(station.person("maly").name()));
    }

    @Test
    void aSecondFileOfTheSamePeriodTakesANameOfItsOwn() throws IOException {
        var model = model("maly");
        model.saveJournal();
        model.saveJournal();
        assertThat(exported()).hasSize(2);
        assertThat(station.desk.facts(LedgerExported.class)).hasSize(2);
    }

    @Test
    void whatWasRecordedSinceAnExportIsListedAndExportedAsTheDifference() throws IOException {
        closeShift();
        var model = model("maly");
        model.saveJournal();
        model.history().choose(model.history().sheet().shown().stream().findFirst());
        assertThat(model.history().exportableProperty().get()).isFalse();
        String day = station.desk.today().toString();
        station.desk.waitSeconds(86_400);
        order(
                "maly",
                new Command.RecordLate(
                        station.shop.till(),
                        java.time.LocalDate.parse(day),
                        LateRecorded.What.SALE,
                        station.money("4.00"),
                        Tender.CASH,
                        "found",
                        ""));
        model.history().look();
        var row = model.history().sheet().shown().getFirst();
        assertThat(row.export().since()).hasSize(1);
        model.history().choose(Optional.of(row));
        assertThat(model.history().since().shown())
                .hasSize(2)
                .allMatch(line -> line.date().equals(day));
        model.history().exportDifference();
        assertThat(station.desk.facts(LedgerExported.class)).last().satisfies(made -> {
            assertThat(made.isDifference()).isTrue();
            assertThat(made.entries()).isEqualTo(1);
        });
        assertThat(exported()).hasSize(2);
        String text = Files.readString(exported().stream()
                .filter(file -> file.toString().contains("after"))
                .findFirst()
                .orElseThrow());
        assertThat(text).contains("4.00").doesNotContain("12.30");
        assertThat(model.history().sheet().shown())
                .allMatch(each -> each.export().since().isEmpty());
        assertThat(model.history().sheet().shown().getLast().export().covered()).isTrue();
    }

    @Test
    void aCorrectionAfterTheExportIsADifferenceToo() {
        var model = model("maly");
        model.saveJournal();
        var sale = station.desk.entries(0, 100).stream()
                .filter(entry -> entry.fact().kind().equals("paid-out"))
                .findFirst()
                .orElseThrow();
        order("maly", new Command.Correct(station.shop.till(), sale.id(), "typed twice", ""));
        model.history().look();
        assertThat(model.history().sheet().shown().getFirst().export().since()).hasSize(1);
    }

    @Test
    void aClosedShiftIsSavedAsItsOwnWorkbook() throws IOException {
        closeShift();
        var model = model("maly");
        var shift = model.scopes().getLast();
        assertThat(shift.closed()).isTrue();
        assertThat(shift.z()).contains(1L);
        model.choose(shift);
        model.saveWorkbook();
        assertThat(exported())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("shift-workbook-shift-1-1.xlsx");
        assertThat(station.desk.facts(LedgerExported.class).getLast().form()).isEqualTo("shift-workbook");
    }

    @Test
    void aPeriodIsSavedAsAWorkbookOfItsJournal() throws IOException {
        var model = model("maly");
        model.saveWorkbook();
        assertThat(exported().getFirst().getFileName().toString())
                .startsWith("workbook-")
                .endsWith(".xlsx");
        assertThat(Files.size(exported().getFirst())).isGreaterThan(2_000);
    }

    @Test
    void whoCountsBlindSeesAndSavesNothingOfAShiftThatIsNotCounted() throws IOException {
        var owner = station.desk.ask(books -> books.people().stream()
                .filter(person -> person.may(Verb.CHANGE_PERMISSION) && person.may(Verb.READ_LEDGER))
                .findFirst()
                .orElseThrow());
        order(owner.employee(), new Command.ChangePermission("dara", Verb.READ_LEDGER, true));
        var model = model("dara");
        assertThat(model.sheet().shown()).isEmpty();
        assertThat(told(model)).isEqualTo("backoffice.accounts.blind");
        assertThat(model.savable().get()).isFalse();
        model.saveJournal();
        model.saveWorkbook();
        assertThat(station.desk.facts(LedgerExported.class)).isEmpty();
        assertThat(Files.exists(folder.resolve("exports"))).isFalse();
        var manager = model("maly");
        manager.saveJournal();
        sell("1.00", Tender.CASH);
        model.history().look();
        model.history().choose(model.history().sheet().shown().stream().findFirst());
        assertThat(model.history().since().shown()).isEmpty();
        assertThat(model.history().exportableProperty().get()).isFalse();
    }

    @Test
    void aFullDiskIsToldAndNothingIsRecorded() throws IOException {
        Files.writeString(folder.resolve("exports"), "a file where the folder should be");
        var model = model("maly");
        model.saveJournal();
        assertThat(told(model)).isEqualTo("backoffice.accounts.failed");
        assertThat(station.desk.facts(LedgerExported.class)).isEmpty();
    }

    @Test
    void anAccountOfTheMapHoldsInTheNextFileAndIsKept() throws IOException {
        var model = model("maly");
        var map = model.map();
        var milk = map.linesProperty().get().stream()
                .filter(line -> line.part().equals("paid-out/milk"))
                .findFirst()
                .orElseThrow();
        assertThat(milk.code().get()).isEqualTo("6000");
        milk.code().set("");
        map.save();
        assertThat(map.noticeProperty().get().orElseThrow().key()).isEqualTo("backoffice.accounts.map.missing");
        milk.code().set("0612");
        milk.name().set("Milk");
        map.save();
        assertThat(map.noticeProperty().get().orElseThrow().key()).isEqualTo("backoffice.accounts.map.saved");
        assertThat(AccountsViewModel.guessed(model.previewProperty().get().orElseThrow()))
                .isEmpty();
        model.formProperty().set(JournalForm.HLEDGER);
        model.saveJournal();
        assertThat(Files.readString(exported().getFirst())).contains("account 0612 Milk");
        assertThat(Files.readString(folder.resolve("account-map.json")))
                .contains("paid-out/milk")
                .doesNotContain("paid-out/cleaning");
        assertThat(model("maly").map().linesProperty().get())
                .anyMatch(line ->
                        line.part().equals("paid-out/milk") && line.code().get().equals("0612"));
    }

    @Test
    void aMapThatCannotBeReadIsSetAsideAndTheStandardOneHolds() throws IOException {
        Files.writeString(folder.resolve("account-map.json"), "{");
        var model = model("maly");
        assertThat(model.sheet().shown()).isNotEmpty();
        assertThat(folder.resolve("account-map.json.unreadable")).exists();
    }

    @Test
    void inTrainingNothingIsOffered() {
        station.exports = Optional.empty();
        assertThat(model("maly").exportsAnything()).isFalse();
    }
}
