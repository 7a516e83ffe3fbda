package org.countinghouse.app.safe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.StackedBarChart;
import javafx.scene.chart.XYChart;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.money.Money;

/// How many of each note and coin there are: a bar for each, parted by where they lie.
final class PieceChart extends StackedBarChart<String, Number> {
    private static final double GAP = 8;

    private final PlaceWords places;

    PieceChart(PlaceWords places) {
        super(new CategoryAxis(), new NumberAxis());
        this.places = places;
        setAnimated(false);
        setCategoryGap(GAP);
        if (getYAxis() instanceof NumberAxis pieces) {
            pieces.setMinorTickVisible(false);
        }
    }

    void show(List<OnHand> rows) {
        getData().clear();
        if (getXAxis() instanceof CategoryAxis kinds) {
            kinds.setAnimated(false);
            kinds.setCategories(FXCollections.observableArrayList(rows.stream()
                    .map(OnHand::worth)
                    .distinct()
                    .sorted(Comparator.<Money>reverseOrder())
                    .map(Amounts::text)
                    .toList()));
        }
        var series = new LinkedHashMap<Account, List<Data<String, Number>>>();
        rows.forEach(row -> series.computeIfAbsent(row.place(), _ -> new ArrayList<>())
                .add(new XYChart.Data<>(Amounts.text(row.worth()), row.pieces())));
        series.forEach((place, bars) ->
                getData().add(new Series<>(places.title(place), FXCollections.observableArrayList(bars))));
        // Bars that come and go within one pulse can leave the axis without its names.
        getXAxis().requestAxisLayout();
        requestChartLayout();
    }
}
