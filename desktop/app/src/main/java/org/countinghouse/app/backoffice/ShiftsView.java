package org.countinghouse.app.backoffice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.controlsfx.control.SegmentedButton;
import org.countinghouse.app.backoffice.BandChart.Bar;
import org.countinghouse.app.backoffice.Medians.Band;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.ChartTwin;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.OverShortLabel;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.SheetTable;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.resources.Texts;

/// The shifts above; below them what is usual, or the entries of the chosen shift.
public final class ShiftsView implements View {
    private static final Duration NOTICEABLE = Duration.millis(500);
    private static final double HUNDRED = 100;
    private static final double BESIDE_ENTRIES = 250;

    private final ShiftsViewModel model;
    private final Session session;
    private final Texts texts;
    private final PauseTransition patience = new PauseTransition(NOTICEABLE);
    private final BandChart overShort;
    private final BandChart noSales = new BandChart(ShiftsViewModel::tenths);
    private final WrappedLabel overShortBand = new WrappedLabel();
    private final WrappedLabel noSalesBand = new WrappedLabel();
    private Runnable forget = () -> {};
    private Subscription life = Subscription.EMPTY;

    @FXML
    private VBox root;

    @FXML
    private PeriodBar period;

    @FXML
    private SegmentedButton currencies;

    @FXML
    private NoticeBar notice;

    @FXML
    private HBox reading;

    @FXML
    private ProgressBar readBar;

    @FXML
    private Button stop;

    @FXML
    private VBox shifts;

    @FXML
    private HBox charts;

    @FXML
    private VBox entries;

    @FXML
    private Label entriesTitle;

    @FXML
    private Button back;

    public ShiftsView(ShiftsViewModel model, Session session) {
        this.model = model;
        this.session = session;
        this.texts = session.texts();
        this.overShort = new BandChart(figure -> Amounts.text(model.money(figure)));
    }

    @FXML
    private void initialize() {
        period.drive(model.choice(), texts, model::choose, model::look);
        addShifts();
        addEntries();
        addCharts();
        addCurrencies();
        stop.setOnAction(_ -> model.stop());
        back.setOnAction(_ -> leaveShift());
        patience.setOnFinished(
                _ -> AuditView.show(reading, model.readingProperty().get()));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        life = Subscription.combine(
                model.readingProperty().subscribe(this::showReading),
                model.progressProperty().subscribe(done -> readBar.setProgress(done.longValue() / HUNDRED)),
                model.cashiersProperty().subscribe(this::showCashiers),
                model.chosenProperty().subscribe(this::showChosen),
                model.noticeProperty().subscribe(told -> notice.show(told, texts)));
    }

    private void addShifts() {
        String name = texts.text("backoffice.shifts.title");
        var table = new SheetTable<>(model.sheet(), texts, name, texts.text("backoffice.shifts.none"));
        VBox.setVgrow(table, Priority.ALWAYS);
        var rows = table.table();
        rows.setId("shifts");
        for (TableColumn<ShiftRow, ?> column : rows.getColumns()) {
            column.setPrefWidth(width(column.getId()));
            if ("column-overShort".equals(column.getId())) {
                differences(column);
            }
        }
        rows.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.choose(Optional.of(row));
            }
        });
        forget = () -> {
            rows.getSelectionModel().clearSelection();
            rows.requestFocus();
        };
        shifts.getChildren().add(table);
    }

    private HBox pills(ShiftRow row) {
        var pills = new HBox(row.overShort().stream()
                .map(each -> new OverShortLabel(each, texts))
                .toArray(OverShortLabel[]::new));
        pills.getStyleClass().add("audit-head");
        return pills;
    }

    private static double width(String column) {
        return switch (column) {
            case "column-shift", "column-till" -> 74;
            case "column-openedAt", "column-closedAt" -> 145;
            case "column-overShort" -> 205;
            case "column-expected", "column-counted" -> 115;
            default -> 95;
        };
    }

    /// Word, sign and colour together.
    private <T> void differences(TableColumn<ShiftRow, T> column) {
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                var row = getTableRow() == null ? null : getTableRow().getItem();
                setGraphic(empty || row == null ? null : pills(row));
            }
        });
    }

    private void addEntries() {
        String name = texts.text("backoffice.shifts.entries");
        var table = new SheetTable<>(model.entries(), texts, name, texts.text("backoffice.audit.none"));
        VBox.setVgrow(table, Priority.ALWAYS);
        entries.getChildren().add(table);
    }

    private void addCharts() {
        overShortBand.getStyleClass().add("hint");
        noSalesBand.getStyleClass().add("hint");
        String off = texts.text("backoffice.shifts.chart.overShort");
        String none = texts.text("backoffice.shifts.chart.noSales");
        String nothing = texts.text("backoffice.shifts.none");
        addChart(off, overShort, overShortBand, new SheetTable<>(model.overShortSheet(), texts, off, nothing));
        addChart(none, noSales, noSalesBand, new SheetTable<>(model.noSalesSheet(), texts, none, nothing));
    }

    private void addChart(String title, BandChart chart, WrappedLabel band, SheetTable<CashierRow> table) {
        VBox.setVgrow(chart, Priority.ALWAYS);
        var twin = new ChartTwin(title, new VBox(chart, band), table, texts);
        HBox.setHgrow(twin, Priority.ALWAYS);
        charts.getChildren().add(twin);
    }

    private void addCurrencies() {
        var group = new ToggleGroup();
        for (Currency currency : session.shop().currencies()) {
            var button = new ToggleButton(currency.code());
            button.setId("currency-" + currency.code());
            button.setSelected(currency.equals(model.currencyProperty().get()));
            button.setToggleGroup(group);
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.currencyProperty().set(currency);
            });
            currencies.getButtons().add(button);
        }
        currencies.setToggleGroup(group);
        AuditView.show(currencies, session.shop().currencies().size() > 1);
    }

    private void showReading(boolean now) {
        if (now) {
            patience.playFromStart();
        } else {
            patience.stop();
            AuditView.show(reading, false);
        }
    }

    private void showCashiers(List<CashierRow> cashiers) {
        var closes = CashierRow.closesBand(cashiers);
        overShort.show(
                cashiers.stream()
                        .flatMap(row -> row.median().map(median -> new Bar(row.name(), median)).stream())
                        .toList(),
                closes);
        overShortBand.setText(words("backoffice.shifts.band.closes", closes, each -> model.spoken(model.money(each))));
        var rates = CashierRow.noSalesBand(cashiers);
        noSales.show(
                cashiers.stream()
                        .flatMap(row -> row.tenths().map(rate -> new Bar(row.name(), rate)).stream())
                        .toList(),
                rates);
        noSalesBand.setText(words("backoffice.shifts.band.noSales", rates, ShiftsViewModel::tenths));
    }

    private String words(String key, Optional<Band> band, LongFunction<String> figure) {
        return band.map(middle -> texts.text(
                        key,
                        Map.of(
                                "from",
                                figure.apply(middle.low()),
                                "to",
                                figure.apply(middle.high()),
                                "median",
                                figure.apply(middle.median()))))
                .orElseGet(() -> texts.text("backoffice.shifts.none"));
    }

    private void showChosen(Optional<ShiftRow> chosen) {
        AuditView.show(charts, chosen.isEmpty());
        AuditView.show(entries, chosen.isPresent());
        shifts.setMaxHeight(chosen.isPresent() ? BESIDE_ENTRIES : Double.MAX_VALUE);
        entriesTitle.setText(chosen.map(row -> texts.text(
                        "backoffice.shifts.entriesOf",
                        Map.of("shift", row.story().shift())))
                .orElse(""));
    }

    private void leaveShift() {
        model.choose(Optional.<ShiftRow>empty());
        forget.run();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && model.chosenProperty().get().isPresent()) {
            leaveShift();
            event.consume();
        }
    }

    @Override
    public void enter(Destination where) {
        period.focusFirst();
        if (where instanceof Destination.OfficeAt(Destination.Chosen.OfShift(var shift, var date))) {
            model.show(shift, date);
        }
    }

    @Override
    public void leave() {
        life.unsubscribe();
        patience.stop();
        model.close();
    }
}
