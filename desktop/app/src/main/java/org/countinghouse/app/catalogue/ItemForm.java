package org.countinghouse.app.catalogue;

import java.util.Map;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.resources.Texts;

/// An item's names and prices, a field for each language and each currency.
final class ItemForm extends VBox {
    private final CatalogueViewModel model;
    private final Texts texts;
    private final Label title = new Label();
    private final VBox names = new VBox();
    private final VBox prices = new VBox();
    private final VBox wordBox = new VBox();
    private final VBox fields = new VBox();
    private final ScrollPane scroll = new ScrollPane();
    private final CheckBox onSale = new CheckBox();

    ItemForm(CatalogueViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("card-box", "item-form");
        title.getStyleClass().add("item-title");
        var draft = model.draft();
        draft.names()
                .forEach((language, name) ->
                        names.getChildren().add(field("name-" + language.code(), language.ownName(), name)));
        draft.prices()
                .forEach((currency, price) ->
                        prices.getChildren().add(field("price-" + currency.code(), currency.code(), price)));
        var hint = new WrappedLabel(texts.text("catalogue.word.hint"));
        hint.getStyleClass().add("hint");
        wordBox.getStyleClass().add("item-group");
        wordBox.getChildren().setAll(field("item-word", texts.text("catalogue.word"), draft.wordProperty()), hint);
        onSale.setId("item-on-sale");
        onSale.setText(texts.text("catalogue.form.onSale"));
        onSale.selectedProperty().bindBidirectional(draft.onSaleProperty());
        fields.getChildren()
                .setAll(group("catalogue.form.names", names), group("catalogue.form.prices", prices), onSale, wordBox);
        fields.getStyleClass().add("item-fields");
        scroll.setContent(fields);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("review-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(title, scroll, buttons());
        draft.wordProperty().subscribe(_ -> showTitle());
    }

    private Node group(String key, VBox fields) {
        var heading = new Label(texts.text(key));
        heading.getStyleClass().add("review-heading");
        fields.getStyleClass().add("item-group");
        var group = new VBox(heading, fields);
        group.getStyleClass().add("item-group");
        return group;
    }

    private Node field(String id, String label, StringProperty text) {
        var field = new TextField();
        field.setId(id);
        field.setAccessibleText(label);
        field.textProperty().bindBidirectional(text);
        field.setOnAction(_ -> model.take());
        field.focusedProperty().subscribe(focused -> {
            if (focused) {
                reveal(field);
            }
        });
        HBox.setHgrow(field, Priority.ALWAYS);
        var words = new Label(label);
        words.setLabelFor(field);
        words.getStyleClass().add("item-label");
        var row = new HBox(words, field);
        row.getStyleClass().add("item-field");
        return row;
    }

    /// Nobody types into a field they cannot see.
    private void reveal(Node field) {
        double height = fields.getHeight() - scroll.getViewportBounds().getHeight();
        if (height > 0) {
            var at = fields.sceneToLocal(field.localToScene(field.getBoundsInLocal()));
            double middle = at.getCenterY() - scroll.getViewportBounds().getHeight() / 2;
            scroll.setVvalue(Math.clamp(middle / height, 0, 1));
        }
    }

    private Node buttons() {
        var cancel = new Button(texts.text("shell.cancel"));
        cancel.setId("item-cancel");
        cancel.setOnAction(_ -> model.back());
        var take = new Button(texts.text("catalogue.form.take"));
        take.setId("item-take");
        take.getStyleClass().add("main-action");
        take.setOnAction(_ -> model.take());
        take.disableProperty().bind(model.pendingProperty());
        var buttons = new HBox(cancel, take);
        buttons.getStyleClass().add("review-buttons");
        return buttons;
    }

    /// A word is chosen once, and names the item in every entry from then on.
    private void showTitle() {
        boolean fresh = model.draft().isNew();
        title.setText(
                fresh
                        ? texts.text("catalogue.add")
                        : texts.text(
                                "catalogue.form.title",
                                Map.of("word", model.draft().wordProperty().get())));
        wordBox.setVisible(fresh);
        wordBox.setManaged(fresh);
    }

    void enter() {
        showTitle();
        if (names.getChildren().getFirst().lookup(".text-field") instanceof TextField first) {
            first.requestFocus();
            first.selectAll();
        }
    }

    /// Shows what the draft is about, and leaves the focus where it is.
    void show() {
        showTitle();
    }
}
