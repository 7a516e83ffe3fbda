package org.countinghouse.app.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.approval.Policy.Reason;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// The shop's reasons for one matter after the other, with where each is shown.
final class ReasonsPane extends HBox {
    /// The words give way to the buttons.
    private static final double NARROW = 320;

    private final RulesViewModel model;
    private final Session session;
    private final Texts texts;
    private final ToggleGroup matters = new ToggleGroup();
    private final VBox rows = new VBox();
    private final TextField word = new TextField();
    private final CheckBox note = new CheckBox();
    private Matter matter = ReasonDraft.MATTERS.getFirst();

    ReasonsPane(RulesViewModel model, Session session) {
        this.model = model;
        this.session = session;
        this.texts = session.texts();
        getStyleClass().add("reasons");
        rows.getStyleClass().add("reason-rows");
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("rules-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var right = new VBox(scroll);
        right.getStyleClass().add("reason-rows");
        if (model.mayChange()) {
            right.getChildren().add(adding());
        }
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().setAll(choice(), right);
    }

    private VBox choice() {
        var buttons = new VBox();
        buttons.getStyleClass().add("reason-matters");
        for (Matter each : ReasonDraft.MATTERS) {
            var button = new ToggleButton(model.words().matter(each));
            button.setId("reasons-" + each.word());
            button.setMaxWidth(Double.MAX_VALUE);
            button.setToggleGroup(matters);
            button.setSelected(each == matter);
            // Arrow keys choose without pressing.
            button.selectedProperty().subscribe((_, chosen) -> {
                if (chosen) {
                    matter = each;
                    show();
                }
            });
            button.setOnAction(_ -> button.setSelected(true));
            buttons.getChildren().add(button);
        }
        return buttons;
    }

    private HBox adding() {
        word.setId("reason-word");
        word.setPromptText(texts.text("settings.reasons.word"));
        word.setAccessibleText(texts.text("settings.reasons.word"));
        word.setOnAction(_ -> add());
        HBox.setHgrow(word, Priority.ALWAYS);
        note.setId("reason-new-note");
        note.setText(texts.text("settings.reasons.note"));
        var button = new Button(texts.text("settings.reasons.add"));
        button.setId("reason-add");
        button.setOnAction(_ -> add());
        note.setMinWidth(USE_PREF_SIZE);
        button.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(word, note, button);
        line.getStyleClass().add("reason");
        return line;
    }

    private void add() {
        if (model.add(matter, word.getText(), note.isSelected())) {
            word.clear();
            note.setSelected(false);
        }
        word.requestFocus();
    }

    void show() {
        Optional<String> focused = Optional.ofNullable(getScene())
                .map(scene -> scene.getFocusOwner())
                .map(Node::getId)
                .filter(id -> id.startsWith("reason-"));
        Rules rules = model.draftProperty().get();
        var shown = new ArrayList<Node>();
        List<Reason> listed = rules.reasons(matter);
        shown.add(hint(texts.text(listed.isEmpty() ? "settings.reasons.every" : "settings.reasons.only")));
        listed.forEach(reason -> shown.add(row(reason)));
        if (!model.words().refused(matter, rules).isEmpty()) {
            var trap = new WrappedLabel(model.words().trap(matter, rules));
            HBox.setHgrow(trap, Priority.ALWAYS);
            var line = new HBox(new FontIcon("mdi2a-alert-outline"), trap);
            line.getStyleClass().addAll("review-line", "review-warning");
            shown.add(line);
        }
        if (model.mayChange()) {
            proposals(rules).ifPresent(shown::add);
        }
        rows.getChildren().setAll(shown);
        rows.applyCss();
        focused.ifPresent(this::focus);
    }

    /// The row that had the focus may be gone or at its end: then what is beside it has it.
    private void focus(String id) {
        Node again = lookup("#" + id);
        (again == null || again.isDisabled() ? word : again).requestFocus();
    }

    private static WrappedLabel hint(String words) {
        var label = new WrappedLabel(words);
        label.getStyleClass().add("hint");
        return label;
    }

    private Node row(Reason reason) {
        String name = model.words().name(matter, reason.word());
        var title = new Label(name);
        title.getStyleClass().add("reason-name");
        var names = new VBox(title, hint(model.words().shownWhere(reason)));
        names.setPrefWidth(NARROW);
        HBox.setHgrow(names, Priority.ALWAYS);
        var line = new HBox(names);
        line.getStyleClass().add("reason");
        if (!model.mayChange()) {
            line.getChildren()
                    .add(new Label(
                            texts.text(reason.noteNeeded() ? "settings.reasons.note" : "settings.reasons.noNote")));
            return line;
        }
        ReasonDraft draft = model.reasons();
        var needed = new CheckBox(texts.text("settings.reasons.note"));
        needed.setId("reason-note-" + reason.word());
        needed.setAccessibleText(name + ": " + needed.getText());
        needed.setSelected(reason.noteNeeded());
        needed.setOnAction(_ -> draft.needsNote(reason, needed.isSelected()));
        var up = icon("up", "mdi2a-arrow-up", reason, () -> draft.move(reason, -1));
        up.setDisable(!draft.mayMove(reason, -1));
        var down = icon("down", "mdi2a-arrow-down", reason, () -> draft.move(reason, 1));
        down.setDisable(!draft.mayMove(reason, 1));
        var out = icon("out", "mdi2p-playlist-remove", reason, () -> draft.takeOut(reason));
        out.setText(texts.text("settings.reasons.out"));
        needed.setMinWidth(USE_PREF_SIZE);
        line.getChildren().addAll(needed, up, down, out);
        return line;
    }

    private Button icon(String what, String icon, Reason reason, Runnable action) {
        var button = new Button("", new FontIcon(icon));
        button.setId("reason-" + what + "-" + reason.word());
        button.setAccessibleText(texts.text(
                "settings.reasons." + what + ".of",
                Map.of("reason", model.words().name(reason.matter(), reason.word()))));
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// The till's own words that are not in the list, to be added with one press.
    private Optional<Node> proposals(Rules rules) {
        var missing = model.words().offered(matter).stream()
                .filter(each -> rules.reasons(matter).stream()
                        .noneMatch(reason -> reason.word().equals(each.word())))
                .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        var flow = new FlowPane();
        flow.getStyleClass().add("reason-proposals");
        missing.forEach(each -> {
            var button = new Button(each.name(session.language()), new FontIcon("mdi2p-plus"));
            button.setId("reason-propose-" + each.word());
            button.setAccessibleText(
                    texts.text("settings.reasons.add.of", Map.of("reason", each.name(session.language()))));
            button.setOnAction(_ -> model.add(matter, each.word(), false));
            flow.getChildren().add(button);
        });
        return Optional.of(new VBox(hint(texts.text("settings.reasons.fromTill")), flow));
    }

    void enter() {
        ((Node) matters.getSelectedToggle()).requestFocus();
    }
}
