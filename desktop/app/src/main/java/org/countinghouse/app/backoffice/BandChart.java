package org.countinghouse.app.backoffice;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import javafx.collections.FXCollections;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.countinghouse.app.backoffice.Medians.Band;
import org.countinghouse.app.shell.Spoken;

/// A bar for each person, before the band in which the middle half lies.
final class BandChart extends BarChart<String, Number> {
    private static final double GAP = 24;
    private static final double STEPS = 3;
    private static final double LOW = 130;
    private static final double AIR = 1.15;

    private final Rectangle band = new Rectangle();
    private final Line median = new Line();
    private final NumberAxis figures;
    private Optional<Band> usual = Optional.empty();

    /// A person's figure.
    record Bar(String name, long figure) {}

    /// @param words how a figure is written at the axis
    BandChart(LongFunction<String> words) {
        this(new NumberAxis(), words);
    }

    private BandChart(NumberAxis figures, LongFunction<String> words) {
        super(new CategoryAxis(), figures);
        this.figures = figures;
        setAnimated(false);
        setLegendVisible(false);
        setCategoryGap(GAP);
        setMinHeight(LOW);
        setPrefHeight(LOW);
        figures.setAutoRanging(false);
        figures.setMinorTickVisible(false);
        figures.setTickLabelFormatter(new Spoken<>(figure -> words.apply(Math.round(figure.doubleValue()))));
        band.getStyleClass().add("median-band");
        median.getStyleClass().add("median-line");
        getPlotChildren().addAll(band, median);
    }

    void show(List<Bar> bars, Optional<Band> middle) {
        usual = middle;
        getData().clear();
        if (getXAxis() instanceof CategoryAxis people) {
            people.setAnimated(false);
            people.setCategories(FXCollections.observableArrayList(
                    bars.stream().map(Bar::name).distinct().toList()));
        }
        range(bars);
        getData()
                .add(new XYChart.Series<>(FXCollections.observableArrayList(bars.stream()
                        .map(bar -> new XYChart.Data<String, Number>(bar.name(), bar.figure()))
                        .toList())));
        getXAxis().requestAxisLayout();
        requestChartLayout();
    }

    /// From the lowest to the highest there is, and zero.
    private void range(List<Bar> bars) {
        long low = Math.min(
                bars.stream().mapToLong(Bar::figure).min().orElse(0),
                usual.map(Band::low).orElse(0L));
        long high = Math.max(
                bars.stream().mapToLong(Bar::figure).max().orElse(0),
                usual.map(Band::high).orElse(0L));
        double step = step(Math.max(1, Math.max(high, 0) - Math.min(low, 0)));
        figures.setTickUnit(step);
        figures.setLowerBound(low < 0 ? Math.floor(low * AIR / step) * step : 0);
        figures.setUpperBound(high > 0 ? Math.ceil(high * AIR / step) * step : low < 0 ? 0 : step);
    }

    /// A whole step such as 1, 2 or 5 times a power of ten, of which about three reach over the span.
    private static double step(long span) {
        double rough = span / STEPS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double of = rough / power;
        return Math.max(1, (of <= 1 ? 1 : of <= 2 ? 2 : of <= 5 ? 5 : 10) * power);
    }

    @Override
    protected void layoutPlotChildren() {
        super.layoutPlotChildren();
        band.setVisible(usual.isPresent());
        median.setVisible(usual.isPresent());
        usual.ifPresent(middle -> {
            double top = figures.getDisplayPosition(middle.high());
            double bottom = figures.getDisplayPosition(middle.low());
            band.setX(0);
            band.setY(top);
            band.setWidth(getXAxis().getWidth());
            band.setHeight(Math.max(1, bottom - top));
            double at = figures.getDisplayPosition(middle.median());
            median.setStartX(0);
            median.setEndX(getXAxis().getWidth());
            median.setStartY(at);
            median.setEndY(at);
        });
    }
}
