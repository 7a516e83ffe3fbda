package org.countinghouse.app.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// Tells in sentences what is about to be written: back, or yes.
public final class ReviewBox extends VBox {
    private final Texts texts;
    private final VBox told = new VBox();
    private final Button write = new Button();

    /// @param name the ids of its buttons begin with it
    public ReviewBox(String name, Texts texts, ReadOnlyBooleanProperty pending, Runnable back, Runnable yes) {
        this.texts = texts;
        getStyleClass().addAll("card-box", "review");
        told.getStyleClass().add("review-told");
        var title = new Label(texts.text("settings.review.title"));
        title.getStyleClass().add("review-heading");
        var scroll = new ScrollPane(told);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("review-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var stay = new Button(texts.text("settings.review.back"));
        stay.setId(name + "-back");
        stay.setOnAction(_ -> back.run());
        stay.disableProperty().bind(pending);
        write.setId(name + "-write");
        write.setText(texts.text("settings.review.write"));
        write.getStyleClass().add("main-action");
        write.setOnAction(_ -> yes.run());
        write.disableProperty().bind(pending);
        var buttons = new HBox(stay, write);
        buttons.getStyleClass().add("review-buttons");
        getChildren().setAll(title, scroll, buttons);
    }

    /// @param meanwhile what others changed
    /// @param warnings what should be looked at again
    public void show(List<String> meanwhile, List<String> changes, List<String> warnings) {
        var shown = new ArrayList<Node>();
        if (!meanwhile.isEmpty()) {
            shown.add(heading("settings.review.meanwhile"));
            meanwhile.forEach(each -> shown.add(line("mdi2a-account-clock-outline", each, "review-meanwhile")));
            shown.add(heading("settings.review.yours"));
        }
        changes.forEach(each -> shown.add(line("mdi2p-pencil-outline", each, "review-change")));
        warnings.forEach(each -> shown.add(line("mdi2a-alert-outline", each, "review-warning")));
        told.getChildren().setAll(shown);
    }

    private Label heading(String key) {
        var label = new Label(texts.text(key));
        label.getStyleClass().add("review-heading");
        return label;
    }

    private static Node line(String icon, String sentence, String style) {
        var words = new WrappedLabel(sentence);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(new FontIcon(icon), words);
        line.getStyleClass().addAll("review-line", style);
        return line;
    }

    public void enter() {
        write.requestFocus();
    }
}
