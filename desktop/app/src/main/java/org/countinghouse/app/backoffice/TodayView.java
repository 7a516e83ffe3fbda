package org.countinghouse.app.backoffice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.countinghouse.app.backoffice.TodayViewModel.Card;
import org.countinghouse.app.backoffice.TodaysShop.Level;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.ChartTwin;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.SheetTable;
import org.countinghouse.app.shell.Spoken;
import org.countinghouse.app.shell.Times;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// The shop at a glance.
public final class TodayView implements View {
    private static final double MINUTES_PER_TICK = 60;

    private final TodayViewModel model;
    private final CashFiguresViewModel figures;
    private final Session session;
    private final Texts texts;
    private final XYChart.Series<Number, Number> cash = new XYChart.Series<>();
    private final XYChart.Series<Number, Number> limit = new XYChart.Series<>();
    private Instant midnight = Instant.EPOCH;
    private Subscription life = Subscription.EMPTY;

    @FXML
    private TilePane cards;

    @FXML
    private NoticeBar notice;

    @FXML
    private VBox alarms;

    @FXML
    private StackPane chart;

    public TodayView(TodayViewModel model, CashFiguresViewModel figures, Session session) {
        this.model = model;
        this.figures = figures;
        this.session = session;
        this.texts = session.texts();
    }

    @FXML
    private void initialize() {
        String name = texts.text("backoffice.today.levels");
        var table = new SheetTable<>(model.sheet(), texts, name, texts.text("backoffice.today.nothing"));
        var looks = new TodayCharts(new ChartTwin(name, lineChart(), table, texts), figures, session);
        chart.getChildren().setAll(looks);
        life = Subscription.combine(
                model.cardsProperty().subscribe((_, _) -> figures.refresh()),
                model.cardsProperty()
                        .subscribe(shown -> cards.getChildren()
                                .setAll(shown.stream().map(TodayView::box).toList())),
                model.alarmsProperty().subscribe(this::showAlarms),
                model.levelsProperty().subscribe(this::showLevels),
                model.noticeProperty().subscribe(told -> notice.show(told, texts)),
                looks::leave);
    }

    private static Node box(Card card) {
        var title = new HBox(new FontIcon(card.icon()), new Label(card.title()));
        title.getStyleClass().add("place-title");
        var box = new VBox(title);
        for (Money money : card.cash()) {
            var amount = new Label(Amounts.withCode(money));
            amount.getStyleClass().add("place-cash");
            box.getChildren().add(amount);
        }
        if (!card.who().isEmpty()) {
            var who = new WrappedLabel(card.who());
            who.getStyleClass().add("hint");
            box.getChildren().add(who);
        }
        box.getStyleClass().addAll("card-box", "place");
        return box;
    }

    private void showAlarms(List<Notice> told) {
        alarms.getChildren().clear();
        told.forEach(each -> {
            var bar = new NoticeBar();
            bar.show(Optional.of(each), texts);
            alarms.getChildren().add(bar);
        });
        alarms.setVisible(!told.isEmpty());
        alarms.setManaged(!told.isEmpty());
    }

    private Node lineChart() {
        var time = new NumberAxis();
        time.setAutoRanging(false);
        time.setTickUnit(MINUTES_PER_TICK);
        time.setMinorTickVisible(false);
        time.setTickLabelFormatter(new Spoken<>(minutes -> Times.time(
                midnight.plus(Duration.ofMinutes(minutes.longValue())),
                session.shop().zone())));
        var sums = new NumberAxis();
        sums.setForceZeroInRange(true);
        sums.setMinorTickVisible(false);
        var lines = new LineChart<>(time, sums);
        lines.setCreateSymbols(false);
        lines.setAnimated(false);
        lines.getData().add(cash);
        cash.setName(texts.text("backoffice.today.level"));
        limit.setName(texts.text("backoffice.today.dropLine"));
        if (model.dropLimit().isPresent()) {
            lines.getData().add(limit);
        }
        return lines;
    }

    /// Cash stays as it is until it moves: the line goes along, then up or down.
    private void showLevels(List<Level> levels) {
        if (levels.isEmpty()) {
            cash.getData().clear();
            limit.getData().clear();
            return;
        }
        var zone = session.shop().zone();
        midnight = levels.getFirst()
                .from()
                .atZone(zone)
                .toLocalDate()
                .atStartOfDay(zone)
                .toInstant();
        var points = new ArrayList<XYChart.Data<Number, Number>>();
        Money before = levels.getFirst().cash().currency().zero();
        for (Level level : levels) {
            points.add(new XYChart.Data<>(minutes(level), drawn(before)));
            points.add(new XYChart.Data<>(minutes(level), drawn(level.cash())));
            before = level.cash();
        }
        cash.getData().setAll(points);
        double first = Math.floor(minutes(levels.getFirst()) / MINUTES_PER_TICK) * MINUTES_PER_TICK;
        double last = (Math.floor(minutes(levels.getLast()) / MINUTES_PER_TICK) + 1) * MINUTES_PER_TICK;
        if (cash.getChart().getXAxis() instanceof NumberAxis axis) {
            axis.setLowerBound(first);
            axis.setUpperBound(last);
        }
        model.dropLimit()
                .ifPresent(line -> limit.getData()
                        .setAll(List.of(
                                new XYChart.Data<>(first, drawn(line)), new XYChart.Data<>(last, drawn(line)))));
    }

    private double minutes(Level level) {
        return Duration.between(midnight, level.from()).toMinutes();
    }

    /// Only for the eye.
    private static double drawn(Money money) {
        return Double.parseDouble(money.decimal());
    }

    @Override
    public void leave() {
        life.unsubscribe();
        model.close();
    }
}
