package org.countinghouse.app.shell;

import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextFormatter.Change;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.countinghouse.ledger.money.Denomination.Kind;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// One row of a denomination pad.
final class PieceRow extends HBox {
    private static final PseudoClass UNREADABLE = PseudoClass.getPseudoClass("unreadable");
    private static final int LONGEST = 15;

    private final CountRow row;
    private final TextField pieces = new TextField();
    private IntConsumer onMove = _ -> {};

    PieceRow(CountRow row, Texts texts) {
        this.row = row;
        String name = DenominationPad.named(row, texts);
        getStyleClass().add("denomination-row");
        var worth = new Label(Amounts.text(row.worth()));
        worth.getStyleClass().addAll("denomination", row.denomination().kind() == Kind.NOTE ? "note" : "coin");
        worth.setLabelFor(pieces);
        var sum = new Label();
        sum.getStyleClass().add("row-sum");
        sum.textProperty().bind(row.sumProperty().map(amount -> amount.isZero() ? "\u2013" : Amounts.text(amount)));
        getChildren()
                .addAll(
                        worth,
                        step("mdi2m-minus", texts.text("count.fewer", Map.of("denomination", name)), row::fewer),
                        pieces,
                        step("mdi2p-plus", texts.text("count.more", Map.of("denomination", name)), row::more),
                        sum);
        bindPieces(name);
    }

    private void bindPieces(String name) {
        pieces.getStyleClass().add("pieces");
        pieces.setId("pieces-" + row.denomination().minorUnits());
        pieces.setAccessibleText(name);
        pieces.setTextFormatter(new TextFormatter<String>((UnaryOperator<Change>) PieceRow::allowed));
        pieces.textProperty().bindBidirectional(row.typedProperty());
        row.typedProperty().subscribe(_ -> {
            pieces.pseudoClassStateChanged(UNREADABLE, !row.isReadable());
            getStyleClass().remove("counted");
            if (row.pieces().orElse(0) > 0) {
                getStyleClass().add("counted");
            }
        });
        pieces.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        pieces.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    }

    /// @param told by how many rows to go on: 1 or -1
    void onMove(IntConsumer told) {
        onMove = told;
    }

    void focus() {
        pieces.requestFocus();
        pieces.selectAll();
    }

    private Button step(String icon, String name, Runnable action) {
        var button = new Button("", new FontIcon(icon));
        button.getStyleClass().add("piece-step");
        button.setAccessibleText(name);
        button.setFocusTraversable(false);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void pressed(KeyEvent event) {
        int step = switch (event.getCode()) {
            case ENTER, DOWN -> 1;
            case UP -> -1;
            default -> 0;
        };
        if (step != 0) {
            event.consume();
            onMove.accept(step);
        }
    }

    private void typed(KeyEvent event) {
        switch (event.getCharacter()) {
            case "+" -> row.more();
            case "-" -> row.fewer();
            default -> {
                return;
            }
        }
        event.consume();
        pieces.selectAll();
    }

    private static Change allowed(Change change) {
        String text = change.getText().replaceAll("[xX\u00d7]", "*").strip();
        change.setText(text);
        return change.getControlNewText().matches("[0-9*]{0," + LONGEST + "}") ? change : none();
    }

    @SuppressWarnings("NullAway") // the toolkit's own way to say that a change is not taken
    private static Change none() {
        return null;
    }
}
