package org.countinghouse.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.countinghouse.ledger.money.Denomination.Kind;
import org.countinghouse.resources.Texts;

/// Rows of notes and coins to count: touch plus and minus, or type and press Enter. One page per currency.
public final class DenominationPad extends VBox {
    private final HBox columns = new HBox();
    private final List<List<PieceRow>> pages = new ArrayList<>();
    private final List<ToggleButton> choices = new ArrayList<>();
    private List<CountSheet> sheets = List.of();
    private int shown;
    private List<VBox[]> boxes = new ArrayList<>();
    private Runnable onEnd = () -> {};

    public DenominationPad() {
        getStyleClass().add("count-pad");
        columns.getStyleClass().add("count-columns");
        VBox.setVgrow(columns, Priority.ALWAYS);
    }

    /// What to do when Enter is pressed in the very last row.
    public void onEnd(Runnable told) {
        onEnd = told;
    }

    public void show(List<CountSheet> counted, Texts texts) {
        sheets = counted;
        pages.clear();
        choices.clear();
        boxes = new ArrayList<>();
        getChildren().clear();
        counted.forEach(sheet -> addPage(sheet, texts));
        if (counted.size() > 1) {
            getChildren().add(currencies());
        }
        getChildren().add(columns);
        turnTo(0);
    }

    public void focusFirst() {
        pages.get(shown).getFirst().focus();
    }

    private SegmentedButton currencies() {
        var buttons = new SegmentedButton();
        for (int page = 0; page < sheets.size(); page++) {
            int turn = page;
            var button = new ToggleButton(sheets.get(page).currency().code());
            button.setId("currency-" + button.getText());
            button.setOnAction(_ -> {
                turnTo(turn);
                focusFirst();
            });
            choices.add(button);
        }
        buttons.getButtons().setAll(choices);
        return buttons;
    }

    private void turnTo(int page) {
        shown = page;
        columns.getChildren().setAll(boxes.get(page));
        for (int at = 0; at < choices.size(); at++) {
            choices.get(at).setSelected(at == page);
        }
    }

    private void addPage(CountSheet sheet, Texts texts) {
        var rows = sheet.rows().stream().map(row -> new PieceRow(row, texts)).toList();
        pages.add(rows);
        int page = pages.size() - 1;
        for (int at = 0; at < rows.size(); at++) {
            int here = at;
            rows.get(at).onMove(step -> move(page, here + step));
        }
        boxes.add(columns(sheet, rows, texts));
    }

    private VBox[] columns(CountSheet sheet, List<PieceRow> rows, Texts texts) {
        long notes = sheet.rows().stream()
                .filter(row -> row.denomination().kind() == Kind.NOTE)
                .count();
        boolean both = notes > 0 && notes < rows.size();
        int split = both ? (int) notes : (rows.size() + 1) / 2;
        String first = notes > 0 ? "count.notes" : "count.coins";
        String second = notes < rows.size() ? "count.coins" : "count.notes";
        return new VBox[] {
            column(texts.text(first), rows.subList(0, split), texts),
            column(texts.text(second), rows.subList(split, rows.size()), texts)
        };
    }

    private static VBox column(String title, List<PieceRow> rows, Texts texts) {
        var heading = new HBox(
                styled(title, "denomination"),
                styled(texts.text("count.quantity"), "count-heading-pieces"),
                styled(texts.text("count.sum"), "row-sum"));
        heading.getStyleClass().addAll("denomination-row", "count-heading");
        var column = new VBox(heading);
        column.getStyleClass().add("denomination-pad");
        column.getChildren().addAll(rows);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private static Label styled(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }

    private void move(int page, int to) {
        var rows = pages.get(page);
        if (to < 0) {
            return;
        }
        if (to < rows.size()) {
            rows.get(to).focus();
        } else if (page + 1 < pages.size()) {
            turnTo(page + 1);
            focusFirst();
        } else {
            onEnd.run();
        }
    }

    /// Words for a row's denomination, such as `20.00 note`.
    static String named(CountRow row, Texts texts) {
        String key = row.denomination().kind() == Kind.NOTE ? "money.note" : "money.coin";
        return texts.text(key, Map.of("amount", Amounts.text(row.worth())));
    }
}
