package org.countinghouse.app.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.countinghouse.app.settings.LimitDraft.Kind;
import org.countinghouse.app.settings.Rules.Cell;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.resources.Texts;

/// Sets what one role may do alone in one matter; the sentence it comes to stands beside it while it is typed.
final class LimitForm extends VBox {
    private final RulesViewModel model;
    private final Texts texts;
    private final Label title = new Label();
    private final VBox kinds = new VBox();
    private final VBox fields = new VBox();
    private final WrappedLabel sentence = new WrappedLabel();
    private final Button cancel = new Button();
    private final Button take = new Button();

    LimitForm(RulesViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("card-box", "limit-form");
        title.getStyleClass().add("rules-heading");
        kinds.getStyleClass().add("limit-kinds");
        fields.getStyleClass().add("limit-fields");
        cancel.setId("limit-cancel");
        cancel.setText(texts.text("shell.cancel"));
        cancel.setOnAction(_ -> model.leaveCell());
        take.setId("limit-take");
        take.setText(texts.text("settings.rules.take"));
        take.getStyleClass().add("main-action");
        var buttons = new HBox(cancel, take);
        buttons.getStyleClass().add("rules-buttons");
        getChildren().setAll(title, kinds, fields, sentence, buttons);
    }

    void show(Cell cell) {
        LimitDraft draft = model.limit(cell);
        title.setText(texts.text(
                "settings.rules.form",
                Map.of(
                        "who", model.words().who(cell.role()),
                        "matter", model.words().matter(cell.matter()))));
        var group = new ToggleGroup();
        kinds.getChildren()
                .setAll(List.of(Kind.values()).stream()
                        .map(kind -> kind(kind, draft, group))
                        .toList());
        fields.getChildren().setAll(draft.fields().stream().map(this::field).toList());
        fields.visibleProperty().bind(draft.kindProperty().isEqualTo(Kind.UP_TO));
        fields.managedProperty().bind(fields.visibleProperty());
        draft.resultProperty().subscribe(result -> showResult(cell, draft, result));
        take.setOnAction(_ -> draft.resultProperty().get().ifPresent(now -> model.take(cell, now)));
        kinds.getChildren().get(draft.kindProperty().get().ordinal()).requestFocus();
    }

    private void showResult(Cell cell, LimitDraft draft, Optional<Alone> result) {
        take.setDisable(result.isEmpty());
        sentence.setText(result.map(now -> model.words().sentence(cell, now))
                .orElseGet(() -> texts.text(
                        draft.fields().getFirst().currency().isPresent()
                                ? "settings.rules.badNumber"
                                : "settings.rules.badTimes")));
    }

    private ToggleButton kind(Kind kind, LimitDraft draft, ToggleGroup group) {
        String word = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var button = new ToggleButton(texts.text("settings.rules.kind." + word));
        button.setId("kind-" + word);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setToggleGroup(group);
        button.setSelected(draft.kindProperty().get() == kind);
        // Arrow keys choose without pressing.
        button.selectedProperty().subscribe(chosen -> {
            if (chosen) {
                draft.kindProperty().set(kind);
            }
        });
        button.setOnAction(_ -> {
            button.setSelected(true);
            if (kind == Kind.UP_TO) {
                fields.lookup(".text-field").requestFocus();
            }
        });
        return button;
    }

    private HBox field(LimitDraft.Field field) {
        String unit = field.currency().map(each -> each.code()).orElseGet(() -> texts.text("settings.rules.times"));
        var input = new TextField();
        input.setId("most-" + (field.code().isEmpty() ? "times" : field.code()));
        input.textProperty().bindBidirectional(field.text());
        input.setAccessibleText(texts.text("settings.rules.kind.up-to") + " " + unit);
        input.setOnAction(_ -> take.fire());
        var row = new HBox(input, new Label(unit));
        row.getStyleClass().add("limit-field");
        return row;
    }
}
