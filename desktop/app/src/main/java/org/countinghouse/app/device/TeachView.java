package org.countinghouse.app.device;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.util.Subscription;
import org.countinghouse.app.device.TeachViewModel.Stage;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.resources.Texts;

/// Teaching a drawer: what to do now, and the button that says it is done.
public final class TeachView implements View {
    private final Texts texts;
    private Subscription life = Subscription.EMPTY;

    @FXML
    private WrappedLabel todo;

    @FXML
    private NoticeBar notice;

    @FXML
    private Button shut;

    @FXML
    private Button open;

    @FXML
    private Button kick;

    @FXML
    private Button again;

    @FXML
    private Button back;

    public TeachView(Session session) {
        this.texts = session.texts();
    }

    void show(DevicesViewModel model) {
        var teach = model.teaching();
        shut.setOnAction(_ -> teach.isShut());
        open.setOnAction(_ -> teach.isOpen());
        kick.setOnAction(_ -> teach.kick());
        again.setOnAction(_ -> model.teach());
        back.setOnAction(_ -> model.back());
        shut.disableProperty().bind(teach.pendingProperty());
        open.disableProperty().bind(teach.pendingProperty());
        kick.disableProperty().bind(teach.pendingProperty());
        life = Subscription.combine(
                teach.stageProperty().subscribe(this::showStage),
                teach.noticeProperty().subscribe(told -> notice.show(told, texts)));
    }

    private void showStage(Stage stage) {
        todo.setText(
                switch (stage) {
                    case BEGINNING -> texts.text("device.teach.beginning");
                    case SHUT_IT -> texts.text("device.teach.shutIt");
                    case OPEN_IT -> texts.text("device.teach.openIt");
                    case OVER -> "";
                });
        present(todo, stage != Stage.OVER);
        present(shut, stage == Stage.SHUT_IT);
        present(open, stage == Stage.OPEN_IT);
        present(kick, stage == Stage.OPEN_IT);
        present(again, stage == Stage.OVER);
        enter(stage);
    }

    private void enter(Stage stage) {
        switch (stage) {
            case BEGINNING, OVER -> back.requestFocus();
            case SHUT_IT -> shut.requestFocus();
            case OPEN_IT -> open.requestFocus();
        }
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    @Override
    public void leave() {
        life.unsubscribe();
    }
}
