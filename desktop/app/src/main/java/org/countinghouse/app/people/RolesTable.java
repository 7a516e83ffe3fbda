package org.countinghouse.app.people;

import java.util.ArrayList;
import java.util.Arrays;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.countinghouse.app.shell.ChartTwin;
import org.countinghouse.app.shell.Sheet;
import org.countinghouse.app.shell.Sheet.Column;
import org.countinghouse.app.shell.SheetTable;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// Which role may do what unless told otherwise: as a picture of marks, and as a table to search and to copy.
final class RolesTable extends StackPane {
    private final Texts texts;

    RolesTable(Texts texts) {
        this.texts = texts;
        String name = texts.text("people.roles.title");
        getChildren().setAll(new ChartTwin(name, picture(), table(name), texts));
    }

    private Node picture() {
        var grid = new GridPane();
        grid.getStyleClass().add("roles-grid");
        int row = 0;
        for (VerbGroup group : VerbGroup.values()) {
            heading(grid, group, row++);
            for (Verb verb : group.verbs()) {
                marks(grid, verb, row++);
            }
        }
        var scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("people-scroll");
        return scroll;
    }

    /// The roles are named again above each group, so that they are seen wherever one reads.
    private void heading(GridPane grid, VerbGroup group, int row) {
        var title = new Label(texts.text(group.key()));
        title.getStyleClass().add("rights-group");
        grid.add(title, 0, row);
        for (Role role : Role.values()) {
            var label = new Label(texts.text("signin.role." + role.word()));
            label.getStyleClass().add("hint");
            GridPane.setHalignment(label, HPos.CENTER);
            grid.add(label, 1 + role.ordinal(), row);
        }
    }

    private void marks(GridPane grid, Verb verb, int row) {
        String what = texts.text(VerbGroup.key(verb));
        var label = new Label(what);
        GridPane.setHgrow(label, Priority.ALWAYS);
        grid.add(label, 0, row);
        for (Role role : Role.values()) {
            Node mark = Right.roleMay(role, verb) ? new FontIcon("mdi2c-check-bold") : new Label("–");
            GridPane.setHalignment(mark, HPos.CENTER);
            grid.add(mark, 1 + role.ordinal(), row);
        }
    }

    private SheetTable<Verb> table(String name) {
        var columns = new ArrayList<Column<Verb>>();
        columns.add(Column.words(
                "group",
                texts.text("people.roles.group"),
                verb -> texts.text(VerbGroup.of(verb).key())));
        columns.add(Column.words("what", texts.text("people.roles.what"), verb -> texts.text(VerbGroup.key(verb))));
        for (Role role : Role.values()) {
            columns.add(Column.words(
                    role.word(),
                    texts.text("signin.role." + role.word()),
                    verb -> Right.roleMay(role, verb) ? texts.text("people.right.may") : "–"));
        }
        var sheet = new Sheet<Verb>(columns);
        sheet.setAll(Arrays.stream(VerbGroup.values())
                .flatMap(group -> group.verbs().stream())
                .toList());
        return new SheetTable<>(sheet, texts, name, texts.text("people.roles.title"));
    }
}
