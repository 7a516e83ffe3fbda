package org.countinghouse.app.firstrun;

import java.util.Optional;
import javafx.beans.NamedArg;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.resources.Texts;

/// One field with its name above, what is to be known of it below, and what is wrong with it.
public final class Question extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");

    private final TextField field;
    private final NoticeBar problem = new NoticeBar();

    /// @param label what is asked
    /// @param hint what is to be known of it; may be empty
    /// @param secret whether what is typed is shown as dots
    public Question(
            @NamedArg("label") String label,
            @NamedArg(value = "hint", defaultValue = "") String hint,
            @NamedArg(value = "secret", defaultValue = "false") boolean secret) {
        getStyleClass().add("question");
        field = secret ? new PasswordField() : new TextField();
        field.setAccessibleText(label);
        var name = new Label(label);
        name.setLabelFor(field);
        getChildren().addAll(name, field);
        if (!hint.isEmpty()) {
            var words = new WrappedLabel(hint);
            words.getStyleClass().add("hint");
            getChildren().add(words);
        }
        getChildren().add(problem);
    }

    TextField field() {
        return field;
    }

    void tell(Optional<Notice> wrong, Texts texts) {
        problem.show(wrong, texts);
        field.pseudoClassStateChanged(WRONG, wrong.isPresent());
    }
}
