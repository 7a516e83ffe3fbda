package org.countinghouse.app.backoffice;

import java.util.Map;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.util.Subscription;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.resources.Texts;

/// The table of the day.
public final class EntriesView implements View {
    private final EntriesViewModel model;
    private final Texts texts;
    private Subscription life = Subscription.EMPTY;

    @FXML
    private Label count;

    @FXML
    private TextField filter;

    @FXML
    private NoticeBar notice;

    @FXML
    private TableView<EntryRow> table;

    @FXML
    private TableColumn<EntryRow, String> sequence;

    @FXML
    private TableColumn<EntryRow, String> time;

    @FXML
    private TableColumn<EntryRow, String> kind;

    @FXML
    private TableColumn<EntryRow, String> detail;

    @FXML
    private TableColumn<EntryRow, String> amount;

    @FXML
    private TableColumn<EntryRow, String> who;

    public EntriesView(EntriesViewModel model, Session session) {
        this.model = model;
        this.texts = session.texts();
    }

    @FXML
    private void initialize() {
        column(sequence, row -> Long.toString(row.sequence()));
        column(time, EntryRow::time);
        column(kind, EntryRow::kind);
        column(detail, EntryRow::detail);
        column(amount, EntryRow::amount);
        column(who, EntryRow::who);
        table.setPlaceholder(new Label(texts.text("till.entries.empty")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setItems(model.rows());
        filter.textProperty().bindBidirectional(model.filterProperty());
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.text(
                                "till.entries.count",
                                Map.of("count", model.rows().size())),
                        model.rows()));
        model.noticeProperty().subscribe(told -> notice.show(told, texts));
    }

    private static void column(TableColumn<EntryRow, String> column, Function<EntryRow, String> text) {
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.setSortable(false);
        column.setReorderable(false);
    }

    @Override
    public void enter(Destination where) {
        filter.requestFocus();
        if (where instanceof Destination.EntryOfToday(long sequence)) {
            life = model.rows().subscribe(() -> point(sequence));
            point(sequence);
        }
    }

    /// Until somebody chooses another one.
    private void point(long sequence) {
        model.rows().stream()
                .filter(row -> row.sequence() == sequence)
                .findFirst()
                .filter(row -> table.getSelectionModel().isEmpty())
                .ifPresent(row -> {
                    table.getSelectionModel().select(row);
                    table.scrollTo(row);
                    table.requestFocus();
                });
    }

    @Override
    public void leave() {
        life.unsubscribe();
        model.close();
    }
}
