package org.countinghouse.app.device;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.countinghouse.app.shell.View;

/// Registers what a vendor's list of devices names.
public final class ImportListView implements View {
    @FXML
    private TextField path;

    @FXML
    private Button cancel;

    @FXML
    private Button take;

    void show(DevicesViewModel model) {
        path.textProperty().bindBidirectional(model.jposXmlProperty());
        path.setOnAction(_ -> model.takeList());
        take.disableProperty()
                .bind(model.pendingProperty().or(model.jposXmlProperty().isEmpty()));
        take.setOnAction(_ -> model.takeList());
        cancel.setOnAction(_ -> model.back());
    }

    void enter() {
        path.requestFocus();
    }
}
