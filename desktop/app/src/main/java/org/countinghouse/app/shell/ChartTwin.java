package org.countinghouse.app.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// A picture of figures, and the same figures as a table for whoever would rather read, or cannot see the picture.
public final class ChartTwin extends VBox {
    /// @param title what the figures are about
    /// @param table shows the same figures
    public ChartTwin(String title, Node chart, Node table, Texts texts) {
        getStyleClass().addAll("card-box", "chart-twin");
        var heading = new WrappedLabel(title);
        heading.getStyleClass().add("chart-title");
        HBox.setHgrow(heading, Priority.ALWAYS);
        var picture = button("mdi2c-chart-areaspline", texts.text("shell.chart.picture"));
        var figures = button("mdi2t-table", texts.text("shell.chart.table"));
        var group = new ToggleGroup();
        List.of(picture, figures).forEach(button -> button.setToggleGroup(group));
        var choice = new SegmentedButton(picture, figures);
        choice.setToggleGroup(group);
        choice.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(heading, choice);
        head.getStyleClass().add("chart-head");
        var shown = new StackPane(chart, table);
        VBox.setVgrow(shown, Priority.ALWAYS);
        chart.setAccessibleText(title);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                chart.setVisible(now == picture);
                table.setVisible(now == figures);
            }
        });
        group.selectToggle(picture);
        getChildren().addAll(head, shown);
    }

    private static ToggleButton button(String icon, String name) {
        var button = new ToggleButton(name, new FontIcon(icon));
        button.setAccessibleText(name);
        return button;
    }
}
