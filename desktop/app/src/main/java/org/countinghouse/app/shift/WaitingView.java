package org.countinghouse.app.shift;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.countinghouse.app.shell.CountTotals;
import org.countinghouse.app.shell.DenominationPad;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.KeptCountBar;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shift.WaitingViewModel.What;

/// How a shift that waits stands, and the way on: to resume it, to count and take it, or to leave the counter to
/// whoever is awaited.
public final class WaitingView implements View {
    private final WaitingViewModel model;
    private final Session session;
    private final Runnable lock;

    @FXML
    private NoticeBar story;

    @FXML
    private NoticeBar notice;

    @FXML
    private Button resume;

    @FXML
    private Node counting;

    @FXML
    private KeptCountBar kept;

    @FXML
    private DenominationPad pad;

    @FXML
    private CountTotals totals;

    @FXML
    private Button take;

    @FXML
    private Button another;

    /// @param lock leaves the counter to somebody else
    public WaitingView(WaitingViewModel model, Session session, Runnable lock) {
        this.model = model;
        this.session = session;
        this.lock = lock;
    }

    @FXML
    private void initialize() {
        var texts = session.texts();
        pad.show(model.sheets(), texts);
        pad.onEnd(take::requestFocus);
        pad.disableProperty().bind(kept.visibleProperty());
        totals.show(model.sheets(), texts);
        kept.show(model.kept(), texts, pad::focusFirst);
        resume.disableProperty().bind(model.pendingProperty());
        resume.setOnAction(_ -> model.resume());
        take.disableProperty().bind(model.canTakeProperty().not());
        take.setOnAction(_ -> model.takeOver());
        another.setOnAction(_ -> lock.run());
        model.noticeProperty().subscribe(told -> notice.show(told, texts));
        model.situationProperty().subscribe(_ -> showSituation());
    }

    private void showSituation() {
        What what = model.what();
        story.show(model.story(), session.texts());
        show(resume, what == What.RESUME);
        show(counting, what == What.TAKE_OVER);
        focus(what);
    }

    private void focus(What what) {
        switch (what) {
            case RESUME -> resume.requestFocus();
            case TAKE_OVER -> focusCount();
            case NOT_MINE, UNKNOWN -> another.requestFocus();
        }
    }

    private void focusCount() {
        if (kept.isVisible()) {
            kept.focus();
        } else {
            pad.focusFirst();
        }
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    @Override
    public void enter(Destination where) {
        focus(model.what());
    }
}
