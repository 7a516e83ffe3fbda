package org.countinghouse.app.shell;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.countinghouse.app.shell.Sheet.Column;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// A sheet on the screen: a field to look for something above each column, the columns to choose, the totals below,
/// Ctrl-C that copies the chosen rows with their headers, and Ctrl-E that saves the table as it is seen.
///
/// @param <R> a row
public final class SheetTable<R> extends VBox {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination EXPORT = new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination ALL = new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);

    /// The room a column's head leaves beside its title.
    private static final double HEAD_EDGES = 30;

    private final Sheet<R> sheet;
    private final Texts texts;
    private final String name;
    private final TableView<R> table = new TableView<>();
    private final HBox totals = new HBox();
    private final Label count = new Label();
    private final MenuButton chooser = new MenuButton();

    /// @param name what the rows are, for a screen reader
    /// @param nothing what stands there when there are no rows
    public SheetTable(Sheet<R> sheet, Texts texts, String name, String nothing) {
        this.sheet = sheet;
        this.texts = texts;
        this.name = name;
        getStyleClass().add("sheet");
        sheet.columns().forEach(this::add);
        table.getStyleClass().add("entries");
        table.setAccessibleText(name);
        table.setItems(sheet.shown());
        table.setPlaceholder(new Label(nothing));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        VBox.setVgrow(table, Priority.ALWAYS);
        sheet.shown().addListener((ListChangeListener<R>) _ -> showTotals());
        var spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        count.getStyleClass().add("hint");
        count.setMinWidth(Region.USE_PREF_SIZE);
        totals.getStyleClass().add("sheet-totals");
        var foot = new HBox(count, spring, totals, exporter(), chooser);
        foot.getStyleClass().add("sheet-foot");
        chooser.setText(texts.text("shell.sheet.columns"));
        chooser.setGraphic(new FontIcon("mdi2v-view-column-outline"));
        getChildren().addAll(table, foot);
        showTotals();
    }

    /// No column is narrower than its title.
    @Override
    protected void layoutChildren() {
        for (TableColumn<R, ?> column : table.getColumns()) {
            if (column.getGraphic() instanceof VBox head && head.getScene() != null) {
                double title = ((Button) head.getChildren().getFirst()).prefWidth(-1);
                column.setMinWidth(Math.ceil(title) + HEAD_EDGES);
            }
        }
        super.layoutChildren();
    }

    private MenuButton exporter() {
        var exporter = new MenuButton(texts.text("shell.sheet.export"), new FontIcon("mdi2f-file-download-outline"));
        exporter.getStyleClass().add("sheet-export");
        for (TableExport.Form form : TableExport.Form.values()) {
            var item =
                    new MenuItem(texts.text("shell.sheet.export." + form.name().toLowerCase(Locale.ROOT)));
            item.setOnAction(_ -> export(form));
            exporter.getItems().add(item);
        }
        return exporter;
    }

    /// What is shown now; that it changes meanwhile does not matter to the file.
    private void export(TableExport.Form form) {
        var seen = new SheetListing<>(name, List.copyOf(sheet.shown()), visible());
        fireEvent(new ExportWish(seen::listing, form));
    }

    public TableView<R> table() {
        return table;
    }

    /// Puts something beside the button that chooses columns.
    public void add(Node action) {
        var foot = (HBox) chooser.getParent();
        foot.getChildren().add(foot.getChildren().indexOf(chooser), action);
    }

    private void add(Column<R> column) {
        var shown = new TableColumn<R, String>();
        shown.setId("column-" + column.id());
        shown.setUserData(column);
        shown.setCellValueFactory(
                cell -> new ReadOnlyStringWrapper(column.text().apply(cell.getValue())));
        // The table's own sorting sees texts only; the sheet's is that of rows.
        shown.setSortable(false);
        if (column.number()) {
            shown.getStyleClass().add("number-column");
        }
        shown.setGraphic(head(column));
        table.getColumns().add(shown);
        var item = new CheckMenuItem(column.title());
        item.setSelected(true);
        item.selectedProperty().bindBidirectional(shown.visibleProperty());
        chooser.getItems().add(item);
    }

    private Node head(Column<R> column) {
        var title = new Button(column.title());
        title.getStyleClass().add("sheet-title");
        title.setId("sort-" + column.id());
        title.setOnAction(_ -> sort(column));
        var filter = new TextField();
        filter.setId("filter-" + column.id());
        filter.setPromptText(texts.text("shell.sheet.filter"));
        filter.setAccessibleText(texts.text("shell.sheet.filterBy", Map.of("column", column.title())));
        filter.textProperty().subscribe(words -> sheet.want(column, words));
        return new VBox(title, filter);
    }

    /// By this column, and the other way round the next time.
    private void sort(Column<R> column) {
        var now = sheet.shown().getComparator();
        sheet.shown().setComparator(now == column.order() ? column.order().reversed() : column.order());
    }

    private void pressed(KeyEvent event) {
        if (COPY.match(event)) {
            copy();
            event.consume();
        } else if (EXPORT.match(event)) {
            export(TableExport.Form.XLSX);
            event.consume();
        } else if (ALL.match(event)) {
            table.getSelectionModel().selectAll();
            event.consume();
        }
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(sheet.copied(table.getSelectionModel().getSelectedItems(), visible()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// The columns that are shown, from left to right.
    public List<Column<R>> visible() {
        return table.getVisibleLeafColumns().stream()
                .map(TableColumn::getId)
                .flatMap(id -> sheet.columns().stream().filter(column -> id.equals("column-" + column.id())))
                .toList();
    }

    private void showTotals() {
        int matching = sheet.shown().size();
        count.setText(texts.text(
                matching == sheet.size() ? "shell.sheet.rows" : "shell.sheet.rowsOf",
                Map.of("count", matching, "all", sheet.size())));
        totals.getChildren().clear();
        for (Column<R> column : sheet.columns()) {
            var sums = sheet.total(column);
            if (!sums.isEmpty()) {
                var total = new Label(column.title() + ": "
                        + sums.stream().map(Amounts::withCode).collect(Collectors.joining(", ")));
                total.getStyleClass().add("amount");
                total.setId("total-" + column.id());
                totals.getChildren().add(total);
            }
        }
    }
}
