package org.countinghouse.app.shift;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.countinghouse.app.shell.CountSheet;
import org.countinghouse.app.shell.CountTotals;
import org.countinghouse.app.shell.DenominationPad;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.KeptCountBar;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.OverShortLabel;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shift.OpenShift.LastClose;
import org.countinghouse.ledger.shift.ShiftId;

/// The denomination pad, the comparison with the last close, and the button that opens.
public final class OpenShiftView implements View {
    private final OpenShiftViewModel model;
    private final Session session;
    private final Consumer<Destination> go;

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

    @FXML
    private KeptCountBar kept;

    @FXML
    private Button recount;

    @FXML
    private VBox parked;

    public OpenShiftView(OpenShiftViewModel model, Session session, Consumer<Destination> go) {
        this.model = model;
        this.go = go;
        this.session = session;
    }

    @FXML
    private void initialize() {
        var texts = session.texts();
        title.setText(texts.text("shift.open.title") + " \u00b7 "
                + texts.text("shell.strip.till", Map.of("till", session.shop().till())));
        pad.show(model.sheets(), texts);
        pad.onEnd(action::requestFocus);
        pad.disableProperty().bind(kept.visibleProperty());
        kept.show(model.kept(), texts, pad::focusFirst);
        recount.setOnAction(_ -> go.accept(new Destination.Recount()));
        model.lastCloseProperty().subscribe(this::showLast);
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
        var overShort = new VBox();
        comparisons.getChildren().addAll(bar, overShort);
        model.comparison(sheet).subscribe(told -> bar.show(told, session.texts()));
        model.overShort(sheet)
                .subscribe(difference -> overShort
                        .getChildren()
                        .setAll(difference.stream()
                                .map(each -> new OverShortLabel(each, session.texts()))
                                .toList()));
    }

    private void showLast(Optional<LastClose> last) {
        show(recount, last.filter(LastClose::recount).isPresent());
        var waiting = last.map(LastClose::parked).orElse(List.of());
        parked.getChildren().setAll(waiting.stream().map(this::parkedButton).toList());
        show(parked, !waiting.isEmpty());
    }

    private Button parkedButton(ShiftId shift) {
        var button = new Button(session.texts().text("shift.parked.count", Map.of("shift", shift)));
        button.setId("count-" + shift);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> go.accept(new Destination.CountParked(shift)));
        return button;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    @Override
    public void enter(Destination where) {
        if (kept.isVisible()) {
            kept.focus();
        } else {
            pad.focusFirst();
        }
    }
}
