package org.countinghouse.reports;

import java.util.List;
import java.util.Map;

/// What a stranger needs to read the workbook: where it comes from, what its signs and columns mean.
final class AboutPage {
    private static final int SHEET = 0;
    private static final int COLUMN = 1;
    private static final int RANGE = 2;
    private static final int MEANING = 3;

    private final Binder binder;
    private final Page page;
    private int line = 1;

    AboutPage(Binder binder) {
        this.binder = binder;
        this.page = binder.page("about");
    }

    void write(List<Table<?>> tables) {
        page.width(SHEET, 20);
        page.width(COLUMN, 24);
        page.width(RANGE, 20);
        page.width(MEANING, 90);
        origin();
        line++;
        sentence("workbook.about.proof");
        sentence("workbook.about.sign");
        line++;
        dictionary(tables);
        binder.printArea(page, line - 1, MEANING + 1);
        page.sheet().setDisplayGridlines(false);
    }

    private void origin() {
        ShiftPapers papers = binder.papers();
        var letterhead = papers.letterhead();
        page.height(line, 1.6);
        page.words(
                line++,
                0,
                binder.text("workbook.title", Map.of("shift", papers.shift(), "till", papers.till())),
                Look.TITLE);
        told("workbook.summary.shop", letterhead.shop());
        told("workbook.column.station", papers.head().station());
        told("workbook.about.version", "Countinghouse " + papers.program());
        told("workbook.about.schema", ShiftWorkbook.SCHEMA_VERSION);
        told("workbook.about.zone", letterhead.zone().getId());
        told(
                "workbook.about.entries",
                papers.entries().getFirst().sequence() + " – "
                        + papers.entries().getLast().sequence());
        told("workbook.about.asOf", papers.entries().getLast().recordedAt().toString());
        told("workbook.about.head", papers.head().mark());
    }

    private void told(String label, String text) {
        page.words(line, SHEET, binder.text(label), Look.PLAIN);
        page.words(line++, COLUMN, text, Look.BOLD);
    }

    private void sentence(String key) {
        page.sentence(line++, SHEET, MEANING, binder.text(key), 2);
    }

    private void dictionary(List<Table<?>> tables) {
        page.words(line, SHEET, binder.text("workbook.about.sheet"), Look.HEADING);
        page.words(line, COLUMN, binder.text("workbook.about.column"), Look.HEADING);
        page.words(line, RANGE, binder.text("workbook.about.range"), Look.HEADING);
        page.words(line++, MEANING, binder.text("workbook.about.meaning"), Look.HEADING);
        for (Table<?> table : tables) {
            for (Column<?> column : table.columns()) {
                page.words(line, SHEET, binder.text("workbook.sheet." + table.sheet()), Look.PLAIN);
                page.words(line, COLUMN, binder.text("workbook.column." + column.key()), Look.PLAIN);
                page.words(line, RANGE, table.name(column.key()), Look.PLAIN);
                page.words(line++, MEANING, binder.text("workbook.meaning." + column.key()), Look.PLAIN);
            }
        }
    }
}
