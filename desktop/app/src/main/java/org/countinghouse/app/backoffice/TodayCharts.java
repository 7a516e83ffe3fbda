package org.countinghouse.app.backoffice;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.controlsfx.control.SegmentedButton;
import org.countinghouse.app.shell.ChartTwin;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.SheetTable;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// The pictures of the page Today, one look at a time. A look with nothing to show is absent.
final class TodayCharts extends VBox {
    private final CashFiguresViewModel model;
    private final Texts texts;
    private final ToggleGroup look = new ToggleGroup();
    private final ToggleGroup inCurrency = new ToggleGroup();
    private final ToggleButton levelLook;
    private final ToggleButton flowLook;
    private final ToggleButton supplyLook;
    private final SegmentedButton looks = new SegmentedButton();
    private final SegmentedButton currencies = new SegmentedButton();
    private final Node levels;
    private final VBox flow = new VBox();
    private final VBox supply = new VBox();
    private final FlowChart flowChart;
    private final SupplyChart supplyChart;
    private final WrappedLabel flowWords = new WrappedLabel();
    private final WrappedLabel supplyWords = new WrappedLabel();
    private final NoticeBar notice = new NoticeBar();
    private final Subscription life;

    /// @param levels the till's cash over the day
    TodayCharts(Node levels, CashFiguresViewModel model, Session session) {
        this.model = model;
        this.texts = session.texts();
        this.levels = levels;
        flowChart = new FlowChart(texts, model::time);
        supplyChart = new SupplyChart(texts);
        levelLook = look("charts-levels", "mdi2c-chart-areaspline", "backoffice.today.levels");
        flowLook = look("charts-flow", "mdi2c-chart-bar", "backoffice.flow.title");
        supplyLook = look("charts-supply", "mdi2c-chart-bar-stacked", "backoffice.supply.title");
        session.shop().currencies().forEach(this::offer);
        present(currencies, session.shop().currencies().size() > 1);
        build();
        life = Subscription.combine(
                look.selectedToggleProperty().subscribe((before, now) -> {
                    if (now == null) {
                        look.selectToggle(before);
                    } else {
                        showLook();
                    }
                }),
                model.flowProperty().subscribe(_ -> showFlow()),
                model.suppliesProperty().subscribe(_ -> showSupply()),
                model.currencyProperty().subscribe(_ -> showSupply()),
                model.noticeProperty().subscribe(told -> notice.show(told, texts)));
        look.selectToggle(levelLook);
    }

    private ToggleButton look(String id, String icon, String key) {
        var button = new ToggleButton(texts.text(key), new FontIcon(icon));
        button.setId(id);
        button.setToggleGroup(look);
        return button;
    }

    private void offer(Currency currency) {
        var button = new ToggleButton(currency.code());
        button.setId("charts-in-" + currency.code());
        button.setToggleGroup(inCurrency);
        button.setSelected(currency.equals(model.currencyProperty().get()));
        button.setOnAction(_ -> {
            button.setSelected(true);
            model.currencyProperty().set(currency);
        });
        currencies.getButtons().add(button);
    }

    private void build() {
        getStyleClass().add("today-charts");
        looks.setToggleGroup(look);
        currencies.setToggleGroup(inCurrency);
        var spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        var head = new HBox(looks, spring, currencies);
        head.getStyleClass().add("today-looks");
        present(head, model.maySee());
        var period = new PeriodBar();
        period.drive(model.choice(), texts, model::choose, model::look);
        flowWords.getStyleClass().add("hint");
        supplyWords.getStyleClass().add("hint");
        fill(
                flow,
                period,
                twin(
                        "backoffice.flow.title",
                        flowChart,
                        new SheetTable<>(
                                model.hours(),
                                texts,
                                texts.text("backoffice.flow.title"),
                                texts.text("backoffice.flow.nothing"))),
                flowWords);
        fill(
                supply,
                twin(
                        "backoffice.supply.title",
                        supplyChart,
                        new SheetTable<>(
                                model.kinds(),
                                texts,
                                texts.text("backoffice.supply.title"),
                                texts.text("backoffice.supply.nothing"))),
                supplyWords);
        var shown = new StackPane(levels, flow, supply);
        VBox.setVgrow(shown, Priority.ALWAYS);
        getChildren().setAll(head, notice, shown);
    }

    private ChartTwin twin(String key, Node chart, Node table) {
        var twin = new ChartTwin(texts.text(key), chart, table, texts);
        VBox.setVgrow(twin, Priority.ALWAYS);
        return twin;
    }

    private static void fill(VBox box, Node... parts) {
        box.getStyleClass().add("today-chart");
        box.getChildren().setAll(parts);
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private void showLook() {
        var now = look.getSelectedToggle();
        present(levels, now == levelLook);
        present(flow, now == flowLook);
        present(supply, now == supplyLook);
        currencies.setDisable(now == levelLook);
    }

    private void showFlow() {
        flowChart.show(model.flowProperty().get().map(CashFigures.Flow::hours).orElse(List.of()));
        flowWords.setText(model.flowSentence());
    }

    private void showSupply() {
        var now = model.supply();
        supplyChart.show(now.map(CashFigures.Supply::kinds).orElse(List.of()));
        supplyWords.setText(model.supplySentence());
        var offered = new ArrayList<>(List.of(levelLook, flowLook));
        if (now.isPresent()) {
            offered.add(supplyLook);
        }
        if (!looks.getButtons().equals(offered)) {
            boolean gone = look.getSelectedToggle() == supplyLook && now.isEmpty();
            looks.getButtons().setAll(offered);
            if (gone) {
                look.selectToggle(levelLook);
            }
        }
    }

    void leave() {
        life.unsubscribe();
    }
}
