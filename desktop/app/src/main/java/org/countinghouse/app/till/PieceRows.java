package org.countinghouse.app.till;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Denomination.Kind;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;

/// Notes and coins to hand out, the largest first, in as many columns as there is room for.
final class PieceRows extends FlowPane {
    PieceRows(Pieces pieces) {
        getStyleClass().add("pieces-box");
        setId("pieces-" + pieces.currency().code());
        pieces.counts().forEach((worth, count) -> getChildren().add(piece(pieces.currency(), worth, count)));
    }

    private static Node piece(Currency currency, long worth, long count) {
        Money each = currency.of(worth);
        boolean note = currency.denomination(worth)
                .filter(denomination -> denomination.kind() == Kind.NOTE)
                .isPresent();
        var times = new Label(count + " \u00d7");
        times.getStyleClass().add("piece-count");
        var face = new Label(Amounts.text(each));
        face.getStyleClass().addAll("piece", note ? "note" : "coin");
        var row = new HBox(times, face);
        row.getStyleClass().add("piece-row");
        return row;
    }
}
