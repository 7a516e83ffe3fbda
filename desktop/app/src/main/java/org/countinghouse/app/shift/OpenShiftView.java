package org.countinghouse.app.shift;

import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.countinghouse.app.shell.CountSheet;
import org.countinghouse.app.shell.CountTotals;
import org.countinghouse.app.shell.DenominationPad;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;

/// The denomination pad, the comparison with the last close, and the button that opens.
public final class OpenShiftView implements View {
    private final OpenShiftViewModel model;
    private final Session session;

    @FXML
    private Label title;

    @FXML
    private DenominationPad pad;

    @FXML
    private CountTotals totals;

    @FXML
    private VBox comparisons;

    @FXML
    private Button sameAsLast;

    @FXML
    private NoticeBar notice;

    @FXML
    private Button action;

    public OpenShiftView(OpenShiftViewModel model, Session session) {
        this.model = model;
        this.session = session;
    }

    @FXML
    private void initialize() {
        var texts = session.texts();
        title.setText(texts.text("shift.open.title") + " \u00b7 "
                + texts.text("shell.strip.till", Map.of("till", session.shop().till())));
        pad.show(model.sheets(), texts);
        pad.onEnd(action::requestFocus);
        totals.show(model.sheets(), texts);
        model.sheets().forEach(this::addComparison);
        sameAsLast.disableProperty().bind(model.canRepeatProperty().not());
        sameAsLast.setOnAction(_ -> {
            model.sameAsLast();
            action.requestFocus();
        });
        action.disableProperty().bind(model.canOpenProperty().not());
        action.setOnAction(_ -> model.open());
        model.noticeProperty().subscribe(told -> notice.show(told, texts));
    }

    private void addComparison(CountSheet sheet) {
        var bar = new NoticeBar();
        bar.setId("comparison-" + sheet.currency().code());
        comparisons.getChildren().add(bar);
        model.comparison(sheet).subscribe(told -> bar.show(told, session.texts()));
    }

    @Override
    public void enter(Destination where) {
        pad.focusFirst();
    }
}
