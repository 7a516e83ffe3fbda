package org.countinghouse.app.shell;

import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.countinghouse.resources.Texts;

/// What is counted so far, one large sum per currency, following every key.
public final class CountTotals extends VBox {
    public CountTotals() {
        getStyleClass().add("count-totals");
    }

    public void show(List<CountSheet> sheets, Texts texts) {
        getChildren().clear();
        for (CountSheet sheet : sheets) {
            var title = new Label(texts.text(
                    "count.total.currency", Map.of("currency", sheet.currency().code())));
            title.getStyleClass().add("hint");
            var sum = new Label();
            sum.getStyleClass().add("count-total");
            sum.setId("total-" + sheet.currency().code());
            sum.textProperty().bind(sheet.totalProperty().map(Amounts::text));
            getChildren().addAll(title, sum);
        }
    }
}
