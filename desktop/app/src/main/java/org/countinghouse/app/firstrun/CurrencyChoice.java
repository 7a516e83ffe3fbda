package org.countinghouse.app.firstrun;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;
import org.countinghouse.resources.Texts;

/// A currency out of those there are: the arrow keys and its first letter choose it.
final class CurrencyChoice {
    private final ComboBox<String> box;
    private final Optional<String> none;
    private final Texts texts;

    /// @param none the text for no currency, where that is an answer
    CurrencyChoice(ComboBox<String> box, Optional<String> none, Texts texts) {
        this.box = box;
        this.none = none;
        this.texts = texts;
    }

    /// @param entered told when Enter is pressed
    void bind(StringProperty code, Consumer<Field> entered) {
        var field = none.isEmpty() ? Field.MAIN : Field.SECOND;
        box.setConverter(new Words());
        none.ifPresent(_ -> box.getItems().add(""));
        box.getItems().addAll(FirstRunViewModel.currencies());
        box.setId("field-" + field.word());
        box.valueProperty().bindBidirectional(code);
        box.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !box.isShowing()) {
                entered.accept(field);
                event.consume();
            }
        });
        box.addEventHandler(KeyEvent.KEY_TYPED, event -> chooseBy(event.getCharacter()));
    }

    /// The next one that begins with the letter.
    private void chooseBy(String letter) {
        var all = box.getItems();
        int now = all.indexOf(box.getValue());
        for (int step = 1; !letter.isBlank() && step <= all.size(); step++) {
            var each = all.get((now + step) % all.size());
            if (each.regionMatches(true, 0, letter, 0, 1)) {
                box.setValue(each);
                return;
            }
        }
    }

    static String words(String code, Texts texts) {
        return texts.text("firstrun.currency", Map.of("code", code, "currency", texts.text("money.currency." + code)));
    }

    private final class Words extends StringConverter<String> {
        @Override
        public String toString(String code) {
            return code == null || code.isEmpty() ? texts.text(none.orElse("firstrun.choose")) : words(code, texts);
        }

        @Override
        public String fromString(String words) {
            throw new IllegalStateException("nobody types into it: " + words);
        }
    }
}
