package org.countinghouse.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.reports.accounts.AccountMap;
import org.countinghouse.reports.accounts.BookAccount;
import org.countinghouse.reports.accounts.Booking;
import org.countinghouse.reports.accounts.Journal;
import org.countinghouse.reports.accounts.JournalFiles;
import org.countinghouse.reports.accounts.JournalForm;
import org.countinghouse.reports.accounts.JournalWorkbook;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the accountant gets is what the ledger says, to the minor unit, and it balances.
class AccountsJournalTest {
    private static final String DAY = """
            open 100.00 USD 200000 KHR
            sale 12.50 USD given 20.00
            sale 7.00 USD card
            sale 8000 KHR
            refund 2.50 USD cash
            paid-in 5.00 USD from the owner
            paid-out 3.20 USD =HYPERLINK("http://x","milk")
            paid-out 1200 KHR @SUM(A1)
            drop 50.00 USD bag 17
            count 63.00 USD 206800 KHR
            close 13.00 USD 6800 KHR
            """;

    private final ShopDay day = ShopDay.of(DAY, ShopDay.USD, ShopDay.KHR);
    private final AccountMap map = AccountMap.standard(List.of(ShopDay.USD, ShopDay.KHR))
            .with("paid-out/milk", new BookAccount("0612", "Milk: bought \"daily\", fresh"));
    private final Texts texts = Texts.load(Language.ENGLISH);

    private Journal journal() {
        return Journal.of(day.entries, map, AccountsJournalTest::words);
    }

    private static String words(Entry entry) {
        String note = Wording.note(entry.fact());
        return note.isEmpty() ? entry.fact().kind() : note;
    }

    private List<JournalFiles.Made> files(Journal journal, JournalForm form) {
        return new JournalFiles("Baguette & Co", map.taxRate(), texts).write(journal, form, "j");
    }

    private static String text(JournalFiles.Made file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource(JournalForm.class)
    void eachFormIsWrittenAsItWasAgreed(JournalForm form) throws IOException {
        var all = new StringBuilder();
        for (var file : files(journal(), form)) {
            all.append("==== ").append(file.name()).append('\n').append(text(file));
        }
        String name = "golden/" + form.word() + ".txt";
        var kept = getClass().getResource(name);
        if (kept == null) {
            Path fresh = Path.of("target", "golden", form.word() + ".txt");
            Files.createDirectories(fresh.getParent());
            Files.writeString(fresh, all);
        }
        String golden = new String(
                Objects.requireNonNull(kept, "look at target/" + name + " and keep it")
                        .openStream()
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        assertThat(all.toString()).isEqualTo(golden);
    }

    @Test
    void debitsEqualCreditsInEveryCurrencyAndOneWrongLineShows() {
        var journal = journal();
        assertThat(journal.isBalanced()).isTrue();
        assertThat(journal.totals()).hasSize(2).allMatch(Journal.Total::isBalanced);
        var bookings = new ArrayList<>(journal.bookings());
        var first = bookings.removeFirst();
        var lines = new ArrayList<>(first.lines());
        var line = lines.removeFirst();
        lines.add(new Booking.Line(line.account(), line.amount().plus(ShopDay.USD.of(1))));
        bookings.addFirst(new Booking(
                first.first(), first.last(), first.date(), first.shift(), first.reference(), first.text(), lines));
        var wrong = new Journal(bookings);
        assertThat(wrong.isBalanced()).isFalse();
        assertThatThrownBy(() -> files(wrong, JournalForm.GENERIC)).hasMessageContaining("does not balance");
    }

    @Test
    void twoWrongBookingsThatCancelOutShowTooAsWell() {
        var journal = journal();
        var first = journal.bookings().getFirst();
        var split = first.lines().stream()
                .map(line -> new Booking(1, 1, first.date(), first.shift(), "1", "", List.of(line)))
                .toList();
        assertThat(new Journal(split).totals()).allMatch(Journal.Total::isBalanced);
        assertThat(new Journal(split).isBalanced()).isFalse();
    }

    @Test
    void everyPostingOfTheLedgerIsInTheJournal() {
        var journal = journal();
        for (var currency : List.of(ShopDay.USD, ShopDay.KHR)) {
            Money till = day.books.balance(Account.till(ShopDay.TILL), currency);
            Money booked = journal.bookings().stream()
                    .flatMap(booking -> booking.lines().stream())
                    .filter(line -> line.account()
                            .equals(map.find(Account.till(ShopDay.TILL), currency)
                                    .account()))
                    .map(Booking.Line::amount)
                    .reduce(currency.zero(), Money::plus);
            assertThat(booked).isEqualTo(till);
        }
    }

    @Test
    void whatHasNoLineOfItsOwnFallsToItsKindAndAtLastToTheNamedDefault() {
        assertThat(map.find(Account.paidOut("ice"), ShopDay.USD).line()).isEqualTo("paid-out");
        assertThat(map.isGuessed(Account.paidOut("ice"), ShopDay.USD)).isTrue();
        assertThat(map.find(Account.paidOut("milk"), ShopDay.USD).account().code())
                .isEqualTo("0612");
        assertThat(map.isGuessed(Account.paidOut("milk"), ShopDay.USD)).isFalse();
        assertThat(map.find(Account.till(ShopDay.TILL), ShopDay.KHR).line()).isEqualTo("till@KHR");
        assertThat(map.find(Account.till(ShopDay.TILL), ShopDay.USD).line()).isEqualTo("till");
        assertThat(map.isGuessed(Account.till(ShopDay.TILL), ShopDay.USD)).isFalse();
        assertThat(map.find(new Account("exchange/spread"), ShopDay.USD).line()).isEqualTo("exchange/spread");
        assertThat(map.find(new Account("something/new"), ShopDay.USD).line()).isEqualTo(AccountMap.OTHER);
        assertThat(map.isGuessed(new Account("something/new"), ShopDay.USD)).isTrue();
        assertThatThrownBy(() -> new AccountMap(java.util.Map.of(), "")).hasMessageContaining("everything else");
    }

    @Test
    void whatIsWrittenDownLateIsBookedOnTheDayItNames() {
        day.perform(new Command.RecordLate(
                ShopDay.TILL,
                LocalDate.parse("2026-11-18"),
                org.countinghouse.ledger.correction.LateRecorded.What.SALE,
                ShopDay.USD.of(400),
                org.countinghouse.ledger.till.Tender.CASH,
                "found",
                ""));
        var late = Journal.of(List.of(day.entries.getLast()), map, AccountsJournalTest::words);
        assertThat(late.bookings())
                .singleElement()
                .satisfies(booking -> assertThat(booking.date()).isEqualTo("2026-11-18"));
    }

    @Test
    void aFileOfXeroNeverHoldsMoreLinesThanItTakesAndNoJournalIsParted() {
        var many = new ArrayList<Booking>();
        var account = new BookAccount("1", "One");
        for (int date = 0; date < 200; date++) {
            many.add(new Booking(
                    date,
                    date,
                    LocalDate.EPOCH.plusDays(date),
                    Optional.empty(),
                    "r" + date,
                    "",
                    List.of(
                            new Booking.Line(account, ShopDay.USD.of(5)),
                            new Booking.Line(new BookAccount("2", "Two"), ShopDay.USD.of(-5)))));
        }
        var files = files(new Journal(many), JournalForm.XERO);
        assertThat(files).extracting(JournalFiles.Made::name).containsExactly("j.csv", "j-part-2.csv");
        assertThat(files)
                .allSatisfy(file -> assertThat(text(file).lines().count())
                        .isLessThanOrEqualTo(300)
                        .matches(lines -> lines % 2 == 1));
        assertThat(files.stream()
                        .mapToLong(file -> text(file).lines().count() - 1)
                        .sum())
                .isEqualTo(400);
    }

    @Test
    void theWorkbooksFormulasComeToTheLedgersSums() throws IOException {
        var out = new ByteArrayOutputStream();
        var journal = journal();
        var workbook = new JournalWorkbook(
                journal,
                "Baguette & Co",
                "2026-11-20",
                day.head(),
                day.entries.getLast().recordedAt(),
                texts);
        assertThat(workbook.workbook().writeTo(out, _ -> true)).isTrue();
        var again = new ByteArrayOutputStream();
        workbook.workbook().writeTo(again, _ -> true);
        assertThat(again.toByteArray()).isEqualTo(out.toByteArray());
        assertThat(workbook.workbook().writeTo(new ByteArrayOutputStream(), _ -> false))
                .isFalse();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var totals = book.getSheetAt(0);
            var cached = totals.getRow(1).getCell(1).getNumericCellValue();
            assertThat(totals.getRow(1).getCell(3).getStringCellValue()).isEqualTo("Debits equal credits");
            var evaluator = new XSSFFormulaEvaluator(book);
            for (int sheet = 0; sheet < 2; sheet++) {
                for (Row row : book.getSheetAt(sheet)) {
                    for (var cell : row) {
                        if (cell.getCellType() == CellType.FORMULA
                                && cell.getCachedFormulaResultType() == CellType.NUMERIC) {
                            double before = cell.getNumericCellValue();
                            evaluator.evaluateFormulaCell(cell);
                            assertThat(cell.getNumericCellValue()).isEqualTo(before);
                        }
                    }
                }
            }
            assertThat(Money.parse(String.valueOf(cached).replaceAll("\\.(\\d)$", ".$10"), ShopDay.USD))
                    .isEqualTo(journal.totals().getFirst().debit());
        }
    }

    @Test
    void hledgerProvesIt(@TempDir Path folder) throws IOException, InterruptedException {
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/hledger")));
        Path file = Files.write(
                folder.resolve("j.journal"),
                files(journal(), JournalForm.HLEDGER).getFirst().bytes());
        var check = new ProcessBuilder("hledger", "-f", file.toString(), "check", "--strict").start();
        assertThat(check.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(check.exitValue()).isZero();
    }

    @Test
    void aListingAsTextHasPlainAmountsAndNoFormula() {
        var listing = new Listing(
                "Shifts",
                List.of(new Listing.Heading("=Who", 10, false), new Listing.Heading("Counted", 10, true)),
                List.of(
                        List.of(Listing.Cell.words("-1+cmd"), new Listing.Cell.Amount(ShopDay.USD.of(-123456))),
                        List.of(Listing.Cell.words("a\tb"), new Listing.Cell.Whole(7))));
        assertThat(listing.text()).isEqualTo("'=Who\tCounted\n'-1+cmd\t-1234.56\na b\t7\n");
    }
}
