package org.countinghouse.app.backoffice;

import java.util.List;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import org.countinghouse.app.backoffice.HourlyFlow.Hour;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.resources.Texts;

/// A bar upwards for what came in during an hour, and one downwards for what went out.
final class FlowChart extends BarChart<String, Number> {
    private static final double GAP = 6;
    private static final double LOW = 130;

    private final Texts texts;
    private final Function<Hour, String> time;

    /// @param time how an hour is written
    FlowChart(Texts texts, Function<Hour, String> time) {
        super(new CategoryAxis(), new NumberAxis());
        this.texts = texts;
        this.time = time;
        setAnimated(false);
        setCategoryGap(GAP);
        setBarGap(0);
        setMinHeight(LOW);
        setPrefHeight(LOW);
        if (getYAxis() instanceof NumberAxis sums) {
            sums.setMinorTickVisible(false);
            sums.setForceZeroInRange(true);
        }
    }

    void show(List<Hour> hours) {
        getData().clear();
        if (getXAxis() instanceof CategoryAxis times) {
            times.setAnimated(false);
            times.setCategories(
                    FXCollections.observableArrayList(hours.stream().map(time).toList()));
        }
        getData().add(series("backoffice.flow.in", hours, hour -> drawn(hour.in())));
        getData().add(series("backoffice.flow.out", hours, hour -> -drawn(hour.out())));
        getXAxis().requestAxisLayout();
        requestChartLayout();
    }

    private Series<String, Number> series(String key, List<Hour> hours, Function<Hour, Double> height) {
        return new Series<>(
                texts.text(key),
                FXCollections.observableArrayList(hours.stream()
                        .map(hour -> new XYChart.Data<String, Number>(time.apply(hour), height.apply(hour)))
                        .toList()));
    }

    /// Only for the eye.
    private static double drawn(Money money) {
        return Double.parseDouble(money.decimal());
    }
}
