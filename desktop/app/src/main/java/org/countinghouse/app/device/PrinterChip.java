package org.countinghouse.app.device;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.kordamp.ikonli.javafx.FontIcon;

/// The printer's place in the strip: a button, which opens the list of its slips and shuts it again. There is one as
/// long as the strip, so that it keeps the focus.
final class PrinterChip {
    static final String ICON = "mdi2p-printer-outline";

    private final Button button = new Button();
    private final Tooltip tip = new Tooltip();
    private boolean byKey;

    PrinterChip() {
        button.setId("printer");
        button.setGraphic(new FontIcon(ICON));
        button.setTooltip(tip);
        button.addEventFilter(KeyEvent.KEY_PRESSED, _ -> byKey = true);
        button.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> byKey = false);
    }

    void opens(PrintJobsView slips) {
        button.setOnAction(_ -> {
            if (slips.isShowing()) {
                slips.hide();
            } else {
                slips.showOver(button, byKey);
            }
        });
    }

    /// @param purpose what pressing it does, for a screen reader
    void show(String words, String style, String detail, String purpose) {
        button.setText(words);
        button.getStyleClass().setAll("button", "strip-item", style);
        tip.setText(detail);
        button.setAccessibleText(words + ". " + purpose);
    }

    Node node() {
        return button;
    }
}
