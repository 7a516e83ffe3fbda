package org.countinghouse.app.shell;

import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Label;
import org.countinghouse.ledger.count.OverShort;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// An over/short as it is always shown: sign, word, icon and colour together.
public final class OverShortLabel extends Label {
    public OverShortLabel(Money difference, Texts texts) {
        var word = OverShort.of(difference);
        String style = word.name().toLowerCase(Locale.ROOT);
        String amount = Amounts.signed(difference) + " " + difference.currency().code();
        setText(texts.text("money." + style, Map.of("amount", amount)));
        setGraphic(new FontIcon(
                switch (word) {
                    case OVER -> "mdi2a-arrow-up-bold";
                    case SHORT -> "mdi2a-arrow-down-bold";
                    case EXACT -> "mdi2e-equal";
                }));
        getStyleClass().addAll("over-short", style);
    }
}
