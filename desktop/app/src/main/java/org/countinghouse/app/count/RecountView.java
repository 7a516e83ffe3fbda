package org.countinghouse.app.count;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.countinghouse.app.count.RecountTill.Situation;
import org.countinghouse.app.shell.CountTotals;
import org.countinghouse.app.shell.DenominationPad;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.KeptCountBar;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.OverShortLabel;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.resources.Texts;

/// The pad, why it is counted again, and what was found.
public final class RecountView implements View {
    private final RecountViewModel model;
    private final Consumer<Destination> go;
    private final Texts texts;

    @FXML
    private Label title;

    @FXML
    private NoticeBar notice;

    @FXML
    private KeptCountBar kept;

    @FXML
    private DenominationPad pad;

    @FXML
    private CountTotals totals;

    @FXML
    private ReasonBox reason;

    @FXML
    private VBox found;

    @FXML
    private Label left;

    @FXML
    private Button recount;

    @FXML
    private Button back;

    public RecountView(RecountViewModel model, Session session, Consumer<Destination> go) {
        this.model = model;
        this.go = go;
        this.texts = session.texts();
    }

    @FXML
    private void initialize() {
        pad.show(model.sheets(), texts);
        pad.onEnd(reason::focusFirst);
        pad.disableProperty().bind(kept.visibleProperty());
        totals.show(model.sheets(), texts);
        kept.show(model.kept(), texts, pad::focusFirst);
        reason.show(model.reason(), texts, recount::requestFocus);
        recount.disableProperty().bind(model.canRecountProperty().not());
        recount.setOnAction(_ -> model.recount());
        back.setOnAction(_ -> go.accept(new Destination.OpenShift()));
        model.noticeProperty().subscribe(told -> notice.show(told, texts));
        model.situationProperty().subscribe(this::showSituation);
        model.foundProperty().subscribe(this::showFound);
    }

    private void showSituation(Optional<Situation> now) {
        title.setText(texts.text(
                "count.again.title",
                Map.of("shift", now.map(each -> each.shift().toString()).orElse(""))));
        left.setText(now.map(each -> texts.text("count.left", Map.of("count", Math.max(0, each.left()))))
                .orElse(""));
    }

    private void showFound(List<Counted> counts) {
        found.getChildren()
                .setAll(counts.stream()
                        .map(count -> new OverShortLabel(count.overShort(), texts))
                        .toList());
        if (!counts.isEmpty()) {
            back.requestFocus();
        }
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
