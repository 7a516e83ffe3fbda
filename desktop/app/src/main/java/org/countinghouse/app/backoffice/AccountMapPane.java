package org.countinghouse.app.backoffice;

import java.util.List;
import java.util.Map;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.countinghouse.app.backoffice.AccountMapViewModel.Line;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// The account map as a form: Enter in a field goes to the next, and at the end keeps the map.
public final class AccountMapPane extends VBox {
    private final NoticeBar notice = new NoticeBar();
    private final GridPane grid = new GridPane();
    private final TextField taxRate = new TextField();
    private final Button save = new Button();
    private Subscription life = Subscription.EMPTY;

    public AccountMapPane() {
        getStyleClass().add("account-map");
    }

    void drive(AccountMapViewModel model, Texts texts) {
        var hint = new WrappedLabel(texts.text("backoffice.accounts.map.hint"));
        hint.getStyleClass().add("hint");
        grid.getStyleClass().add("account-grid");
        var wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(new ColumnConstraints(), new ColumnConstraints(), wide);
        var scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(hint, notice, scroll, foot(model, texts));
        life = Subscription.combine(
                model.linesProperty().subscribe(lines -> show(lines, texts)),
                model.noticeProperty().subscribe(told -> notice.show(told, texts)));
    }

    private HBox foot(AccountMapViewModel model, Texts texts) {
        save.setText(texts.text("backoffice.accounts.map.save"));
        save.setGraphic(new FontIcon("mdi2c-content-save-outline"));
        save.setId("map-save");
        save.getStyleClass().add("accent");
        save.setOnAction(_ -> model.save());
        save.disableProperty().bind(model.pendingProperty());
        var undo = new Button(texts.text("backoffice.accounts.map.undo"), new FontIcon("mdi2u-undo"));
        undo.setId("map-undo");
        undo.setOnAction(_ -> model.undo());
        String name = texts.text("backoffice.accounts.map.taxRate");
        taxRate.setId("map-tax-rate");
        taxRate.setAccessibleText(name);
        taxRate.textProperty().bindBidirectional(model.taxRateProperty());
        taxRate.setOnAction(_ -> save.requestFocus());
        var words = new WrappedLabel(name);
        HBox.setHgrow(words, Priority.ALWAYS);
        var foot = new HBox(words, taxRate, undo, save);
        foot.getStyleClass().add("audit-head");
        return foot;
    }

    private void show(List<Line> lines, Texts texts) {
        grid.getChildren().clear();
        grid.addRow(
                0,
                head(texts.text("backoffice.accounts.map.part")),
                head(texts.text("backoffice.accounts.code")),
                head(texts.text("backoffice.accounts.account")));
        TextField before = new TextField();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            var part = Map.of("part", line.title());
            var code = field(line.code(), texts.text("backoffice.accounts.map.codeOf", part));
            code.setId("code-" + id(line));
            code.getStyleClass().add("account-code");
            var name = field(line.name(), texts.text("backoffice.accounts.map.nameOf", part));
            name.setId("name-" + id(line));
            grid.addRow(i + 1, new Label(line.title()), code, name);
            before.setOnAction(_ -> code.requestFocus());
            code.setOnAction(_ -> name.requestFocus());
            before = name;
        }
        before.setOnAction(_ -> taxRate.requestFocus());
    }

    private static String id(Line line) {
        return line.part().replaceAll("[^a-zA-Z0-9-]", "-");
    }

    private static Label head(String text) {
        var head = new Label(text);
        head.getStyleClass().add("entry-heading");
        return head;
    }

    private static TextField field(StringProperty text, String name) {
        var field = new TextField();
        field.textProperty().bindBidirectional(text);
        field.setAccessibleText(name);
        return field;
    }

    void leave() {
        life.unsubscribe();
    }
}
