package org.countinghouse.app.backoffice;

import java.util.List;
import java.util.function.ToLongFunction;
import javafx.collections.FXCollections;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import org.countinghouse.app.backoffice.CashFigures.Kind;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.resources.Texts;

/// Two bars for each note and coin: how many there are, and how many are needed.
final class SupplyChart extends BarChart<String, Number> {
    private static final double GAP = 12;
    private static final double LOW = 130;

    private final Texts texts;

    SupplyChart(Texts texts) {
        super(new CategoryAxis(), new NumberAxis());
        this.texts = texts;
        setAnimated(false);
        setCategoryGap(GAP);
        setBarGap(1);
        setMinHeight(LOW);
        setPrefHeight(LOW);
        if (getYAxis() instanceof NumberAxis pieces) {
            pieces.setMinorTickVisible(false);
        }
    }

    void show(List<Kind> kinds) {
        getData().clear();
        if (getXAxis() instanceof CategoryAxis worths) {
            worths.setAnimated(false);
            worths.setCategories(FXCollections.observableArrayList(
                    kinds.stream().map(kind -> Amounts.text(kind.worth())).toList()));
        }
        getData().add(series("backoffice.supply.onHand", kinds, Kind::onHand));
        getData().add(series("backoffice.supply.need", kinds, Kind::need));
        getXAxis().requestAxisLayout();
        requestChartLayout();
    }

    private Series<String, Number> series(String key, List<Kind> kinds, ToLongFunction<Kind> pieces) {
        return new Series<>(
                texts.text(key),
                FXCollections.observableArrayList(kinds.stream()
                        .map(kind ->
                                new XYChart.Data<String, Number>(Amounts.text(kind.worth()), pieces.applyAsLong(kind)))
                        .toList()));
    }
}
