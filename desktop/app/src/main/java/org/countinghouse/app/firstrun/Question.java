package org.countinghouse.app.firstrun;

import java.util.Optional;
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

    private final Label label = new Label();
    private final TextField open = new TextField();
    private final PasswordField dotted = new PasswordField();
    private final WrappedLabel hint = new WrappedLabel();
    private final NoticeBar problem = new NoticeBar();
    private boolean secret;

    public Question() {
        getStyleClass().add("question");
        hint.getStyleClass().add("hint");
        label.setLabelFor(open);
        open.accessibleTextProperty().bind(label.textProperty());
        dotted.accessibleTextProperty().bind(label.textProperty());
        getChildren().setAll(label, open, problem);
    }

    /// What is asked.
    public String getLabel() {
        return label.getText();
    }

    public void setLabel(String words) {
        label.setText(words);
    }

    /// What is to be known of it.
    public String getHint() {
        return hint.getText();
    }

    public void setHint(String words) {
        hint.setText(words);
        getChildren().add(getChildren().indexOf(problem), hint);
    }

    /// Whether what is typed is shown as dots.
    public boolean isSecret() {
        return secret;
    }

    public void setSecret(boolean asDots) {
        secret = asDots;
        label.setLabelFor(field());
        getChildren().set(1, field());
    }

    TextField field() {
        return secret ? dotted : open;
    }

    void tell(Optional<Notice> wrong, Texts texts) {
        problem.show(wrong, texts);
        field().pseudoClassStateChanged(WRONG, wrong.isPresent());
    }
}
