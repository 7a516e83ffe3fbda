package org.countinghouse.app.settings;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.countinghouse.app.settings.Rules.Cell;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.people.Role;
import org.kordamp.ikonli.javafx.FontIcon;

/// What each role may do alone, matter by matter. A screen reader hears whole sentences.
final class LimitsGrid extends GridPane {
    private final RulesViewModel model;

    LimitsGrid(RulesViewModel model) {
        this.model = model;
        getStyleClass().add("limits-grid");
    }

    void show() {
        Optional<String> focused = Optional.ofNullable(getScene())
                .map(scene -> scene.getFocusOwner())
                .map(Node::getId)
                .filter(id -> id.startsWith("limit-"));
        Rules rules = model.draftProperty().get();
        getChildren().clear();
        getColumnConstraints().setAll(matters());
        int column = 1;
        for (Role role : rules.roles()) {
            getColumnConstraints().add(limits());
            var heading = new Label(model.words().who(role));
            heading.getStyleClass().add("rules-heading");
            add(heading, column, 0);
            for (Matter matter : Matter.values()) {
                add(cell(rules, new Cell(matter, role)), column, 1 + matter.ordinal());
            }
            column++;
        }
        for (Matter matter : Matter.values()) {
            add(new WrappedLabel(model.words().matter(matter)), 0, 1 + matter.ordinal());
        }
        focused.ifPresent(this::focus);
    }

    private static ColumnConstraints matters() {
        var first = new ColumnConstraints();
        first.setMinWidth(150);
        first.setPrefWidth(180);
        return first;
    }

    private static ColumnConstraints limits() {
        var each = new ColumnConstraints();
        each.setHgrow(Priority.ALWAYS);
        each.setFillWidth(true);
        each.setPrefWidth(200);
        return each;
    }

    private Node cell(Rules rules, Cell cell) {
        Alone alone = rules.alone(cell);
        String brief = model.words().lines(cell.matter(), alone);
        String sentence = model.words().sentence(cell, alone);
        if (!model.mayChange()) {
            var said = new Label(brief);
            said.setAccessibleText(sentence);
            said.getStyleClass().add("limit-said");
            return said;
        }
        var button = new Button(brief);
        button.setId(id(cell));
        button.setAccessibleText(sentence);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> model.choose(cell));
        button.getStyleClass().add("limit");
        if (!alone.equals(model.baseProperty().get().alone(cell))) {
            button.setGraphic(new FontIcon("mdi2p-pencil-outline"));
            button.getStyleClass().add("changed");
        }
        return button;
    }

    static String id(Cell cell) {
        return "limit-" + cell.matter().word() + "-" + cell.role().word();
    }

    void focus(String id) {
        applyCss();
        getChildren().stream()
                .filter(each -> id.equals(each.getId()))
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    void enter() {
        getChildren().stream()
                .filter(each -> each instanceof Button)
                .findFirst()
                .ifPresent(Node::requestFocus);
    }
}
