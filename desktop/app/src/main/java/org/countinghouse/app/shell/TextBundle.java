package org.countinghouse.app.shell;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import org.countinghouse.resources.Texts;

/// The texts as the FXML loader asks for them.
final class TextBundle extends ResourceBundle {
    private final Texts texts;

    TextBundle(Texts texts) {
        this.texts = texts;
    }

    @Override
    protected Object handleGetObject(String key) {
        return texts.text(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keys());
    }
}
