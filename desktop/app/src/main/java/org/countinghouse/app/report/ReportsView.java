package org.countinghouse.app.report;

import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.OverShortLabel;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Times;
import org.countinghouse.app.shell.Trickle;
import org.countinghouse.app.shell.View;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.resources.Texts;

/// X at the left, the last Z at the right.
public final class ReportsView implements View {
    private final ReportsViewModel model;
    private final Session session;
    private final Texts texts;
    private final Trickle xRows = new Trickle();
    private final Trickle zRows = new Trickle();

    @FXML
    private NoticeBar notice;

    @FXML
    private Node hidden;

    @FXML
    private Node xNone;

    @FXML
    private VBox x;

    @FXML
    private Button printX;

    @FXML
    private Label zTitle;

    @FXML
    private Label zTime;

    @FXML
    private VBox z;

    @FXML
    private Node zNone;

    @FXML
    private Button printZ;

    public ReportsView(ReportsViewModel model, Session session) {
        this.model = model;
        this.session = session;
        this.texts = session.texts();
    }

    @FXML
    private void initialize() {
        model.x().addListener((InvalidationListener) _ -> showX());
        model.z().addListener((InvalidationListener) _ -> zRows.show(z, model.z(), this::row));
        showX();
        zRows.show(z, model.z(), this::row);
        hidden.visibleProperty().bind(model.hiddenProperty());
        hidden.managedProperty().bind(model.hiddenProperty());
        model.lastZProperty().subscribe(this::showZ);
        model.noticeProperty().subscribe(told -> notice.show(told, texts));
        printX.setOnAction(_ -> model.printX());
        printZ.setOnAction(_ -> model.printZ());
    }

    private void showX() {
        xRows.show(x, model.x(), this::row);
        xNone.setVisible(model.x().isEmpty());
    }

    private void showZ(Optional<Entry> last) {
        zNone.setVisible(last.isEmpty());
        printZ.setDisable(last.isEmpty());
        zTitle.setText(last.map(Entry::fact)
                .map(fact -> fact instanceof ZReported report
                        ? texts.text("report.z.number", Map.of("number", report.number()))
                        : "")
                .orElseGet(() -> texts.text("report.z.title")));
        zTime.setText(
                last.map(entry -> Times.date(entry.recordedAt(), session.shop().zone())
                                + "  "
                                + Times.time(entry.recordedAt(), session.shop().zone()))
                        .orElse(""));
    }

    private Node row(ReportRow row) {
        var name = new Label(row.name().in(texts));
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var times = new Label(row.times() == 0 ? "" : row.times() + " \u00d7");
        times.getStyleClass().addAll("hint", "report-times");
        var line = new HBox(name, times, amount(row));
        line.getStyleClass().add("report-row");
        if (row.strong()) {
            line.getStyleClass().add("strong");
        }
        return line;
    }

    private Node amount(ReportRow row) {
        if (row.sign()) {
            return row.amount()
                    .<Node>map(difference -> new OverShortLabel(difference, texts))
                    .orElseGet(Label::new);
        }
        var label = new Label(row.amount().map(this::text).orElse(""));
        label.getStyleClass().add("report-amount");
        return label;
    }

    private String text(Money amount) {
        return session.shop().currencies().size() > 1 ? Amounts.withCode(amount) : Amounts.text(amount);
    }
}
