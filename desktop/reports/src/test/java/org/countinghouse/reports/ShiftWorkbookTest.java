package org.countinghouse.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countinghouse.reports.ShopDay.GBP;
import static org.countinghouse.reports.ShopDay.KHR;
import static org.countinghouse.reports.ShopDay.KWD;
import static org.countinghouse.reports.ShopDay.USD;

import java.io.IOException;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.countinghouse.resources.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftWorkbookTest {
    static final String BAKERY = """
            open      200.00* GBP
            sale       35.50* GBP  cash
            sale       12.30  GBP  given 20
            sale       18.00  GBP  card
            refund      4.20  GBP  cash
            refund      3.00  GBP  card
            paid-in    10.00  GBP  from the owner
            paid-out   12.00  GBP  two litres
            no-sale
            loan       20.00  GBP  coins
            drop      150.00  GBP  bag 16
            count     111.10* GBP
            close      50.00* GBP
            """;

    static final String TWO_CURRENCIES = """
            open       50.00* USD  200000* KHR
            sale       12.00  USD  given 20
            sale    41000     KHR  given 50000
            sale        7.00  USD  mobile-money
            paid-out 8000     KHR  ice
            count      60.00* USD  233000* KHR
            close      20.00  USD  100000* KHR
            """;

    @Test
    void aDayWithADropAndAShortCountComesToTheLedgersFigures() throws IOException {
        var workbook = Opened.of(ShopDay.of(BAKERY, GBP).papers());

        assertThat(workbook.word("Control")).isEqualTo("OK");
        assertThat(workbook.figure("Expected_GBP")).isEqualTo(111.60);
        assertThat(workbook.figure("Counted_GBP")).isEqualTo(111.10);
        assertThat(workbook.figure("Variance_GBP")).isEqualTo(-0.50);
        assertThat(workbook.figure("Left_GBP")).isEqualTo(61.10);
        assertThat(workbook.figure("TotalSales_GBP")).isEqualTo(65.80);
        assertThat(workbook.figure("TotalRefunds_GBP")).isEqualTo(-7.20);
        assertThat(workbook.results()).anyMatch(result -> result.endsWith("= Short"));
    }

    @Test
    void everyCurrencyIsReconciledOnItsOwn() throws IOException {
        var workbook = Opened.of(ShopDay.of(TWO_CURRENCIES, USD, KHR).papers());

        assertThat(workbook.word("Control")).isEqualTo("OK");
        assertThat(workbook.figure("Expected_USD")).isEqualTo(62.00);
        assertThat(workbook.figure("Variance_USD")).isEqualTo(-2.00);
        assertThat(workbook.figure("Expected_KHR")).isEqualTo(233000);
        assertThat(workbook.figure("Variance_KHR")).isZero();
        assertThat(workbook.results())
                .anyMatch(result -> result.endsWith("= Short"))
                .anyMatch(result -> result.endsWith("= Exact"));
        assertThat(workbook.cell("Expected_KHR").getCellStyle().getDataFormatString())
                .isEqualTo("#,##0;[Red]-#,##0;0");
    }

    @ParameterizedTest
    @ValueSource(strings = {BAKERY, TWO_CURRENCIES})
    void recalculatingChangesNothing(String table) throws IOException {
        var workbook = Opened.of(ShopDay.of(table, GBP, USD, KHR).papers());
        var saved = workbook.results();

        assertThat(saved).isNotEmpty().noneMatch(result -> result.endsWith("error"));
        assertThat(workbook.recalculated().results()).isEqualTo(saved);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theWorkbookSpeaksTheShopsLanguageAndStillSaysOk(Language language) throws IOException {
        var workbook = Opened.of(ShopDay.of(TWO_CURRENCIES, USD, KHR).papers(language));

        assertThat(workbook.word("Control")).isEqualTo("OK");
        assertThat(workbook.recalculated().word("Control")).isEqualTo("OK");
        assertThat(workbook.workbook.getNumberOfSheets()).isEqualTo(6);
    }

    /// The negative control: a proof that cannot fail proves nothing.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "d_Amount d_Account till/1",
                "d_Amount d_Account sales",
                "d_Amount d_Kind paid-out",
                "d_Amount d_Kind safe-dropped",
                "d_Expected d_Kind shift-closed",
                "d_Counted d_Kind shift-opened",
                "d_Counted d_Kind shift-closed",
                "c_In c_Description Sale",
                "c_Out c_Description Over/short",
                "c_Out c_Description Safe·drop·bag·17",
                "c_Balance c_Description Brought·forward·from·the·last·close",
                "n_Pieces n_Currency GBP",
                "m_Movement m_Kind Paid-out",
                "m_Movement m_Kind Over/short"
            })
    void oneAlteredAmountSaysCheck(String altered) throws IOException {
        String[] words = altered.split(" ");
        var workbook = Opened.of(ShopDay.of(BAKERY.replace("T-007", ""), GBP).papers());
        var cell = workbook.where(words[0], words[1], text(words[2]));

        cell.setCellValue(cell.getNumericCellValue() + 0.01);

        assertThat(workbook.recalculated().word("Control")).as(altered).isEqualTo("CHECK");
    }

    private static String text(String words) {
        return switch (words) {
            case "Sale" -> "Sale · T-007";
            case "Safe·drop·bag·17" -> "Safe drop · bag 17";
            default -> words.replace('·', ' ');
        };
    }

    @Test
    void anEntryThatIsMissingSaysCheck() throws IOException {
        var day = ShopDay.of(BAKERY, GBP);
        var entries = new java.util.ArrayList<>(day.entriesOf("1-1"));
        entries.removeIf(entry -> entry.fact().kind().equals("paid-in"));

        var workbook = Opened.of(new ShiftPapers(day.letterhead(), entries, day.head(), "0.1.0"));

        assertThat(workbook.word("Control")).isEqualTo("CHECK");
    }

    @Test
    void aWordInPlaceOfAnAmountSaysCheck() throws IOException {
        var workbook = Opened.of(ShopDay.of(BAKERY, GBP).papers());

        workbook.where("n_Pieces", "n_Currency", "GBP").setCellValue("two");

        assertThat(workbook.recalculated().word("Control")).isEqualTo("CHECK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count 0 GBP \n close",
                "count 0.00* GBP \n close-only",
                "sale 5.00 GBP card \n count 0 GBP \n close",
                "no-sale \n count 0 GBP \n count 1.00 GBP \n count 0 GBP \n close"
            })
    void anEmptyTillHasAWorkbookToo(String rest) throws IOException {
        var workbook = Opened.of(ShopDay.of("open 0 GBP \n" + rest, GBP).papers());

        assertThat(workbook.word("Control")).isEqualTo("OK");
        assertThat(workbook.figure("Counted_GBP")).isZero();
    }

    @Test
    void aTillThatHeldNothingAndWasCountedInNoCurrencyHasAWorkbook() throws IOException {
        var workbook = Opened.of(ShopDay.of("open \n count \n close", GBP).papers());

        assertThat(workbook.word("Control")).isEqualTo("OK");
    }

    @Test
    void aTillWithLessThanNothingIsOverWhenItIsCounted() throws IOException {
        var workbook = Opened.of(ShopDay.of("""
                open      10.00 GBP
                paid-out  25.00 GBP milk
                count      1.00 GBP
                close
                """, GBP).papers());

        assertThat(workbook.figure("Expected_GBP")).isEqualTo(-15.00);
        assertThat(workbook.figure("Variance_GBP")).isEqualTo(16.00);
        assertThat(workbook.results()).anyMatch(result -> result.endsWith("= Over"));
        assertThat(workbook.word("Control")).isEqualTo("OK");
    }

    @Test
    void theDinarHasThreeDigits() throws IOException {
        var workbook = Opened.of(ShopDay.of("""
                open   10.000* KWD
                sale    1.125  KWD given 5
                sale    0.005  KWD
                count  11.130* KWD
                close   1.130* KWD
                """, KWD).papers());

        assertThat(workbook.word("Control")).isEqualTo("OK");
        assertThat(workbook.figure("Expected_KWD")).isEqualTo(11.130);
        assertThat(workbook.cell("Expected_KWD").getCellStyle().getDataFormatString())
                .isEqualTo("#,##0.000;[Red]-#,##0.000;0.000");
    }

    @Test
    void anOpeningShortIsARecordOfItsOwnAndTheCountedFloatEntersOnce() throws IOException {
        var day = ShopDay.of("""
                open      100.00 GBP
                count     100.00 GBP
                close
                open       98.00 GBP
                sale        5.00 GBP
                count     103.00 GBP
                close
                """, GBP);
        var workbook = Opened.of(new ShiftPapers(day.letterhead(), day.entriesOf("1-2"), day.head(), "0.1.0"));

        assertThat(workbook.word("Control")).isEqualTo("OK");
        assertThat(workbook.figure("Expected_GBP")).isEqualTo(103.00);
        assertThat(workbook.figure("Variance_GBP")).isZero();
        assertThat(workbook.where("c_Out", "c_Description", "Opening over/short")
                        .getNumericCellValue())
                .isEqualTo(2.00);
    }

    @Test
    void aShiftWhoseZCameLaterAndCoversTwoShiftsStillAgrees() throws IOException {
        var day = ShopDay.of("""
                open      100.00 GBP
                sale        5.00 GBP
                count     105.00 GBP
                close-only
                open      105.00 GBP
                sale        6.00 GBP
                count     110.00 GBP
                close      10.00 GBP
                """, GBP);
        var second = Opened.of(new ShiftPapers(day.letterhead(), day.entriesOf("1-2"), day.head(), "0.1.0"));
        var withZ = new java.util.ArrayList<>(day.entriesOf("1-1"));
        withZ.add(day.entries.getLast());
        var first = Opened.of(new ShiftPapers(day.letterhead(), withZ, day.head(), "0.1.0"));

        assertThat(first.word("Control")).isEqualTo("OK");
        assertThat(second.word("Control")).isEqualTo("OK");
        assertThat(second.figure("Variance_GBP")).isEqualTo(-1.00);
        assertThat(custom(first, "ZNumber")).isEqualTo("1");
    }

    @Test
    void theFileSaysWhereItComesFrom() throws IOException {
        var workbook = Opened.of(ShopDay.of(BAKERY, GBP).papers());
        var properties = workbook.workbook.getProperties();

        assertThat(custom(workbook, "ShiftId")).isEqualTo("1-1");
        assertThat(custom(workbook, "ZNumber")).isEqualTo("1");
        assertThat(custom(workbook, "Till")).isEqualTo("1");
        assertThat(custom(workbook, "LedgerHeadHash")).isEqualTo(ShopDay.HASH);
        assertThat(custom(workbook, "SchemaVersion")).isEqualTo("1");
        assertThat(properties.getCoreProperties().getTitle()).isEqualTo("Shift 1-1, till 1");
        assertThat(properties.getExtendedProperties().getCompany()).isEqualTo("Baguette & Co");
        assertThat(workbook.workbook.getForceFormulaRecalculation()).isTrue();
    }

    private static String custom(Opened workbook, String name) {
        return workbook.workbook
                .getProperties()
                .getCustomProperties()
                .getProperty(name)
                .getLpwstr();
    }

    @Test
    void theSamePapersAreTheSameFile() throws IOException {
        var papers = ShopDay.of(BAKERY, GBP).papers();

        assertThat(Opened.bytes(papers)).isEqualTo(Opened.bytes(papers));
    }

    @Test
    void identifiersAreTextAndKeepTheirZeros() throws IOException {
        var workbook = Opened.of(ShopDay.of(BAKERY, GBP).papers());

        assertThat(workbook.cell("d_Till").getCellType()).isEqualTo(CellType.STRING);
        assertThat(workbook.where("d_Note", "d_Note", "T-007").getCellType()).isEqualTo(CellType.STRING);
    }

    @Test
    void whatSomebodyTypedIsNeverAFormula() throws IOException {
        var day = ShopDay.of("""
                open      10.00 GBP
                paid-out   1.00 GBP =HYPERLINK("x")
                paid-out   1.00 GBP a\u0007bell
                count      8.00 GBP
                close
                """, GBP);
        var workbook = Opened.of(day.papers());

        assertThat(workbook.where("m_Note", "m_Note", "=HYPERLINK(\"x\")").getCellType())
                .isEqualTo(CellType.STRING);
        assertThat(workbook.where("m_Note", "m_Note", "a bell").getCellType()).isEqualTo(CellType.STRING);
    }

    @Test
    void everyListIsFrozenFilteredAndPrintedOneA4PageWide() throws IOException {
        var workbook = Opened.of(ShopDay.of(BAKERY, GBP).papers()).workbook;

        for (String name : new String[] {"Count", "Cash book", "Movements", "Data"}) {
            Sheet sheet = workbook.getSheet(name);
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(workbook.getSheet(name).getCTWorksheet().isSetAutoFilter())
                    .isTrue();
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
        }
        for (Sheet sheet : workbook) {
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getHeader().getLeft()).isEqualTo("Baguette && Co");
            assertThat(sheet.getFooter().getLeft()).isEqualTo("Baguette && Co / Z report 1 / Shift 1-1");
            assertThat(sheet.getFooter().getRight()).isEqualTo("Page &P of &N");
            assertThat(workbook.getPrintArea(workbook.getSheetIndex(sheet))).isNotNull();
        }
    }

    @Test
    void aTimeIsToldOnTheShopsClockAndInUniversalTime() throws IOException {
        var workbook = Opened.of(ShopDay.of(BAKERY, GBP).papers());

        assertThat(workbook.cell("d_Utc").getLocalDateTimeCellValue()).hasToString("2026-11-20T01:40");
        assertThat(workbook.cell("d_Time").getLocalDateTimeCellValue()).hasToString("2026-11-20T08:40");
    }
}
