package org.countinghouse.app.shell;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// Offers a count that was kept: to go on with it, or to begin anew. Takes no room when there is none.
public final class KeptCountBar extends VBox {
    private final NoticeBar words = new NoticeBar();
    private final Button goOn = new Button("", new FontIcon("mdi2p-play-outline"));
    private final Button anew = new Button("", new FontIcon("mdi2r-restart"));

    public KeptCountBar() {
        getStyleClass().add("kept-count");
        goOn.setId("goOn");
        goOn.getStyleClass().add("main-action");
        anew.setId("beginAnew");
        var choice = new HBox(goOn, anew);
        choice.getStyleClass().add("kept-count-choice");
        getChildren().addAll(words, choice);
        setMinHeight(USE_PREF_SIZE);
        present(Optional.empty());
    }

    /// @param chosen puts the focus where counting begins
    public void show(KeptCount kept, Texts texts, Runnable chosen) {
        goOn.setText(texts.text("count.draft.goOn"));
        anew.setText(texts.text("count.draft.anew"));
        goOn.setOnAction(_ -> {
            kept.goOn();
            chosen.run();
        });
        anew.setOnAction(_ -> {
            kept.beginAnew();
            chosen.run();
        });
        kept.offerProperty().subscribe(offer -> {
            words.show(offer, texts);
            present(offer);
        });
    }

    private void present(Optional<Notice> offer) {
        setVisible(offer.isPresent());
        setManaged(offer.isPresent());
        if (offer.isPresent()) {
            goOn.requestFocus();
        }
    }

    /// Where the choice begins.
    public void focus() {
        goOn.requestFocus();
    }
}
