package org.countinghouse.app.count;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.ledger.approval.Policy;
import org.countinghouse.resources.Texts;

/// Asks why: a large button for each of the shop's reasons, and a line for words.
public final class ReasonBox extends VBox {
    private final WrappedLabel title = new WrappedLabel();
    private final FlowPane buttons = new FlowPane();
    private final WrappedLabel noteTitle = new WrappedLabel();
    private final TextField note = new TextField();

    public ReasonBox() {
        getStyleClass().add("reason-box");
        buttons.getStyleClass().add("reasons");
        title.getStyleClass().add("card-title");
        noteTitle.getStyleClass().add("hint");
        note.setId("note");
        getChildren().addAll(title, buttons, noteTitle, note);
    }

    /// @param complete what to do when all that is asked is answered: the way on
    void show(ReasonChoice choice, Texts texts, Runnable complete) {
        title.setText(texts.text("shift.close.reason"));
        note.textProperty().bindBidirectional(choice.noteProperty());
        note.setOnAction(_ -> {
            if (choice.completeProperty().get()) {
                complete.run();
            }
        });
        choice.listedProperty().subscribe(listed -> list(listed, choice, texts, complete));
        choice.chosenProperty().subscribe(_ -> name(choice, texts));
        choice.askedProperty().subscribe(asked -> {
            setVisible(asked);
            setManaged(asked);
        });
    }

    private void list(List<Policy.Reason> listed, ReasonChoice choice, Texts texts, Runnable complete) {
        var group = new ToggleGroup();
        buttons.getChildren().clear();
        for (Policy.Reason reason : listed) {
            var button = new ToggleButton(named(reason.word(), texts));
            button.setId("reason-" + reason.word());
            button.getStyleClass().add("reason");
            button.setToggleGroup(group);
            button.setOnAction(_ -> {
                group.selectToggle(button);
                choice.chosenProperty().set(Optional.of(reason));
                goOn(choice, complete);
            });
            buttons.getChildren().add(button);
        }
        name(choice, texts);
    }

    private void goOn(ReasonChoice choice, Runnable complete) {
        if (choice.completeProperty().get()) {
            complete.run();
        } else {
            note.requestFocus();
        }
    }

    private void name(ReasonChoice choice, Texts texts) {
        String name = texts.text(choice.noteIsNeeded() ? "shift.close.note.needed" : "shift.close.note");
        noteTitle.setText(name);
        note.setAccessibleText(name);
    }

    /// Words we have for a shop's reason; else its own.
    static String named(String word, Texts texts) {
        String key = "shift.reason." + word;
        return texts.has(key) ? texts.text(key, Map.of()) : word.replace('-', ' ');
    }

    void focusFirst() {
        (buttons.getChildren().isEmpty() ? note : buttons.getChildren().getFirst()).requestFocus();
    }
}
