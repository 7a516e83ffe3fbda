package org.countinghouse.app.palette;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// A heading, or what was found: icon, name, detail and key in one line.
final class LineCell extends ListCell<Line> {
    private final Texts texts;
    private final FontIcon icon = new FontIcon();
    private final MarkedLabel title = new MarkedLabel("palette-title");
    private final MarkedLabel detail = new MarkedLabel("palette-detail");
    private final Label key = new Label();
    private final HBox row = new HBox();

    LineCell(PaletteViewModel model, Texts texts) {
        this.texts = texts;
        key.getStyleClass().add("key-cap");
        key.setMinWidth(Region.USE_PREF_SIZE);
        row.getStyleClass().add("palette-row");
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(detail, Priority.ALWAYS);
        detail.setMaxWidth(Double.MAX_VALUE);
        row.getChildren().setAll(icon, title, detail, key);
        setPrefWidth(0);
        setOnMouseClicked(_ -> {
            if (getItem() instanceof Line.Found) {
                model.choose(getIndex());
                model.act();
            }
        });
    }

    @Override
    protected void updateItem(Line line, boolean empty) {
        super.updateItem(line, empty);
        getStyleClass().removeAll(List.of("palette-heading", "palette-found"));
        setId(null);
        setText(null);
        setGraphic(null);
        setAccessibleText(null);
        if (empty || line == null) {
            return;
        }
        switch (line) {
            case Line.Heading(var group) -> {
                getStyleClass().add("palette-heading");
                setText(texts.text(group.key()));
            }
            case Line.Found found -> show(found);
        }
    }

    private void show(Line.Found found) {
        var offer = found.offer();
        getStyleClass().add("palette-found");
        setId("offer-" + offer.id());
        icon.setIconLiteral(offer.icon());
        title.show(offer.title(), found.title());
        detail.show(offer.detail(), found.detail());
        key.setText(offer.key());
        key.setVisible(!offer.key().isEmpty());
        key.setManaged(!offer.key().isEmpty());
        setGraphic(row);
        setAccessibleText(spoken(offer));
    }

    static String spoken(Offer offer) {
        return String.join(" ", offer.title(), offer.detail(), offer.key()).strip();
    }
}
