package org.countinghouse.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countinghouse.reports.ShopDay.GBP;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.device.Line;
import org.countinghouse.device.Png;
import org.countinghouse.device.Slip;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What a shop may do to its slips, and what becomes of mistakes.
class TemplatesTest {
    private static final int PAPER = 42;

    private final ShopDay shop = ShopDay.of("open 50.00 GBP \n sale 12.30 GBP given 20", GBP);

    @Test
    void aShopLaysItsReceiptOutAnew() {
        var templates = edited(Paper.RECEIPT, """
                # ours
                logo
                centre: * {shop} *
                each lines
                  text: {quantity} {item}
                end
                if change
                  columns bold: {@slip.change} | {change}
                end
                if not change
                  text: nothing back
                end
                ?right: approved by {approver}
                barcode code-128: {number}
                text:   set in
                text:
                feed 2
                """);

        assertThat(templates.mistakes()).isEmpty();
        assertThat(receipt(templates).asText(PAPER)).isEqualTo("""
                            * Baguette & Co *
                Change                                7.70
                               [CODE_128 4]
                  set in



                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        colums: a \\| b            ; line 2: "colums: a | b" is no line of a template
        columns: a b              ; line 2: left and right are not divided by one "|"
        columns: a \\| b \\| c      ; line 2: left and right are not divided by one "|"
        text: {totl}              ; line 2: "totl" is nothing this slip knows. Use one of amount,
        text: {@slip.totl}        ; line 2: there is no text "slip.totl"
        text: {total              ; line 2: a brace does not belong to a placeholder in "{total"
        feed 99                   ; line 2: "feed 99" is no line of a template
        barcode aztec: {number}   ; line 2: "aztec" is no kind of bar code. Use one of ean-13,
        each goods                ; line 2: what begins here has no "end"
        if change                 ; line 2: what begins here has no "end"
        end                       ; line 2: "end" ends nothing
        """)
    void aMistakeNamesTemplateLineAndWhatToDo(String line, String message) {
        var templates = edited(Paper.RECEIPT, "# remark\n" + line.replace("\\", ""));

        assertThat(templates.mistakes())
                .singleElement()
                .asString()
                .startsWith("template receipt, " + message)
                .endsWith(".");
        assertThat(receipt(templates)).as("the customer gets a receipt").isEqualTo(receipt(Templates.brought()));
    }

    @Test
    void whatOnlyShowsWhenItIsPrintedLeavesTheTemplateAside() {
        for (String line : List.of("text: {item}", "barcode ean-13: {number}", "qr: {change}{item} | x")) {
            assertThat(receipt(edited(Paper.RECEIPT, line))).as(line).isEqualTo(receipt(Templates.brought()));
        }
    }

    @Test
    void aTemplateThatNestsWithoutEndOrIsEndlessIsRefused() {
        assertThat(edited(Paper.RECEIPT, "if change\n".repeat(50) + "end\n".repeat(50))
                        .mistakes())
                .singleElement()
                .asString()
                .contains("too many blocks");
        assertThat(edited(Paper.RECEIPT, "rule\n".repeat(600)).mistakes())
                .singleElement()
                .asString()
                .contains("500");
    }

    @Test
    void aTemplateThatRepeatsForEverIsLeftAsideInTime() {
        String endless = "each tenders\n".repeat(8) + "text: again\n".repeat(400) + "end\n".repeat(8);

        assertThat(receipt(edited(Paper.RECEIPT, endless.replace("again", "{shop}"))))
                .as("one tender, few repetitions")
                .isNotEqualTo(receipt(Templates.brought()));
        assertThat(receipt(edited(Paper.RECEIPT, ("each tenders\n" + "rule\n".repeat(5) + "end\n").repeat(70) + "cut")))
                .isNotEqualTo(receipt(Templates.brought()));
        var many = new Fields().list("tenders", java.util.Collections.nCopies(60, new Fields()));
        var slip = edited(Paper.RECEIPT, endless.replace("again", "x"))
                .slip(Paper.RECEIPT, "x", brought(many), Texts.load(Language.ENGLISH));
        assertThat(slip.lines()).hasSizeLessThan(400);
    }

    /// Every field the template we bring wants.
    private static Fields brought(Fields fields) {
        Paper.RECEIPT.names().stream().filter(name -> !name.equals("tenders")).forEach(name -> fields.put(name, "y"));
        return fields;
    }

    @Test
    void aLineWithoutEndIsRefused() {
        assertThat(edited(Paper.RECEIPT, "rule\ntext: " + "a".repeat(600)).mistakes())
                .singleElement()
                .isEqualTo(new Templates.Mistake(
                        "receipt", 2, "this line has more than 500 signs", "Make two lines of it"));
    }

    @Test
    void theShopsLogoStandsWhereTheTemplateSays() {
        var logo = Png.of(tinyPng());
        var templates = Templates.edited(Map.of(), Optional.of(logo));

        assertThat(receipt(templates).lines().getFirst()).isEqualTo(new Line.Logo(logo));
        assertThat(receipt(Templates.brought()).lines()).noneMatch(Line.Logo.class::isInstance);
    }

    /// A field holds what people typed; no braces, bars or template words in it mean anything.
    @Test
    void whatPeopleTypedIsNeverReadAsATemplate() {
        var fields = new Fields().put("shop", "{till} | rule").put("title", "").put("till", "end");
        var slip = edited(Paper.RECEIPT, "columns: {shop} | {till}")
                .slip(Paper.RECEIPT, "x", fields, Texts.load(Language.ENGLISH));

        assertThat(slip.lines()).singleElement().asString().contains("{till} | rule", "end");
    }

    @Test
    void whoCountsBlindLearnsNothingFromAnEditedTemplate() {
        var open =
                ShopDay.of(ShiftWorkbookTest.BAKERY.replaceAll("(?m)^(count|close).*$", "") + "count 111.10* GBP", GBP);
        var shift = open.books.openShift(new TillId("1")).orElseThrow();
        String greedy = Templates.text(Paper.X).replaceAll("if (not )?shown", "if currency");

        String blind = XSlip.of(
                        shift,
                        open.books.figures(shift.id()),
                        Instant.parse("2026-11-20T09:00:00Z"),
                        open.head(),
                        XSlip.CashFigures.HIDDEN,
                        letterhead(edited(Paper.X, greedy)))
                .asText(PAPER);
        assertThat(blind).doesNotContain("65.80", "47.80", "200.00", "150.00", "111.60", "111.10");
    }

    @ParameterizedTest
    @EnumSource(Paper.class)
    void theTemplatesWeBringUseEveryNameTheyMay(Paper paper) {
        String text = Templates.text(paper);

        assertThat(Templates.edited(Map.of(paper, text), Optional.empty()).mistakes())
                .isEmpty();
        assertThat(paper.names())
                .allSatisfy(name -> assertThat(usedIn(text)).as(name).contains(name));
    }

    @Test
    void theTestPageShowsTheWidthEveryScriptAndCodes() {
        String page = TestPage.of("front", 32, shop.letterhead()).asText(32);

        assertThat(page)
                .contains(".........1.........2.........3..\n12345678901234567890123456789012\n")
                .contains("ប្រាក់សរុប", "Tổng cộng", "รวมทั้งสิ้น", "[QR", "[EAN_13 5901234123457]");
    }

    private static List<String> usedIn(String template) {
        // Placeholders inside the shop's texts are filled in by the fields' names too.
        var texts = Texts.load(Language.ENGLISH);
        var words = new StringBuilder(template);
        java.util.regex.Pattern.compile("\\{@([^}]+)}")
                .matcher(template)
                .results()
                .forEach(key -> words.append(' ').append(texts.text(key.group(1))));
        return Arrays.asList(words.toString().split("[^A-Za-z]+"));
    }

    private static Templates edited(Paper paper, String text) {
        return Templates.edited(Map.of(paper, text), Optional.empty());
    }

    private Slip receipt(Templates templates) {
        return SaleReceipt.of(shop.last(SaleMade.class), letterhead(templates));
    }

    private static Letterhead letterhead(Templates templates) {
        return new Letterhead(
                "Baguette & Co",
                ZoneId.of("Asia/Phnom_Penh"),
                List.of(GBP),
                Map.of(),
                Texts.load(Language.ENGLISH),
                templates);
    }

    /// The head of a PNG file of 1 by 1 dot is all a slip looks at.
    private static byte[] tinyPng() {
        var head = new byte[33];
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        System.arraycopy(signature, 0, head, 0, signature.length);
        head[19] = 1;
        head[23] = 1;
        return head;
    }
}
