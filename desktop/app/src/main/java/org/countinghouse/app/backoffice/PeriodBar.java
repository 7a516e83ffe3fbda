package org.countinghouse.app.backoffice;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import org.countinghouse.app.backoffice.Period.Preset;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// Asks for a period: a button for those asked for most, and two dates. In two rows where the words are long.
public final class PeriodBar extends FlowPane {
    private static final int DATE_COLUMNS = 6;

    public PeriodBar() {
        getStyleClass().add("period-bar");
    }

    /// @param preset told of the button that is pressed
    /// @param dates when the two dates are to be looked at
    void drive(PeriodChoice choice, Texts texts, Consumer<Preset> preset, Runnable dates) {
        for (Preset each : Preset.values()) {
            var button = new ToggleButton(texts.text("backoffice.period." + each.word()));
            button.setId("period-" + each.word());
            button.setOnAction(_ -> {
                preset.accept(each);
                button.setSelected(true);
            });
            choice.presetProperty()
                    .subscribe(
                            now -> button.setSelected(now.filter(each::equals).isPresent()));
            getChildren().add(button);
        }
        var show = new Button(texts.text("backoffice.period.show"), new FontIcon("mdi2m-magnify"));
        show.setId("period-show");
        show.setOnAction(_ -> dates.run());
        var from = date(texts.text("backoffice.period.from"), "period-from", dates);
        from.textProperty().bindBidirectional(choice.fromProperty());
        var to = date(texts.text("backoffice.period.to"), "period-to", dates);
        to.textProperty().bindBidirectional(choice.toProperty());
        getChildren()
                .addAll(
                        new Label(texts.text("backoffice.period.from")),
                        from,
                        new Label(texts.text("backoffice.period.to")),
                        to,
                        show);
    }

    private static TextField date(String name, String id, Runnable dates) {
        var field = new TextField();
        field.setId(id);
        field.setAccessibleText(name);
        field.setPrefColumnCount(DATE_COLUMNS);
        field.setOnAction(_ -> dates.run());
        return field;
    }

    /// The preset that is looked at, or the first.
    void focusFirst() {
        getChildren().stream()
                .filter(node -> node instanceof ToggleButton button && button.isSelected())
                .findFirst()
                .orElse(getChildren().getFirst())
                .requestFocus();
    }
}
