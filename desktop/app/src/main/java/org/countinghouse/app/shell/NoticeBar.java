package org.countinghouse.app.shell;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// Shows a notice, and takes no room when there is none.
public final class NoticeBar extends HBox {
    private static final List<String> TONES = List.of("tone-info", "tone-success", "tone-warning", "tone-danger");

    private final FontIcon icon = new FontIcon();
    private final WrappedLabel words = new WrappedLabel();

    public NoticeBar() {
        getStyleClass().add("notice-bar");
        setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(icon, words);
        setMinHeight(USE_PREF_SIZE);
        show(Optional.empty(), Optional.empty());
    }

    public void show(Optional<Notice> notice, Texts texts) {
        show(notice, Optional.of(texts));
    }

    private void show(Optional<Notice> notice, Optional<Texts> texts) {
        setVisible(notice.isPresent());
        setManaged(notice.isPresent());
        getStyleClass().removeAll(TONES);
        words.setText("");
        notice.ifPresent(told -> {
            words.setText(texts.map(told::in).orElse(""));
            getStyleClass().add(TONES.get(told.tone().ordinal()));
            icon.setIconLiteral(icon(told.tone()));
        });
    }

    private static String icon(Notice.Tone tone) {
        return switch (tone) {
            case INFO -> "mdi2i-information-outline";
            case SUCCESS -> "mdi2c-check-circle-outline";
            case WARNING -> "mdi2a-alert-outline";
            case DANGER -> "mdi2a-alert-octagon-outline";
        };
    }
}
