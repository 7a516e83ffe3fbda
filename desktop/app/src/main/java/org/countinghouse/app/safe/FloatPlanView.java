package org.countinghouse.app.safe;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.countinghouse.app.safe.FloatPlanViewModel.Row;
import org.countinghouse.app.shell.DenominationPad;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.resources.Texts;

/// The count in hand at the left, the plan at the right.
public final class FloatPlanView implements View {
    private final Session session;
    private final Texts texts;

    @FXML
    private HBox root;

    @FXML
    private SegmentedButton currencies;

    @FXML
    private DenominationPad pad;

    @FXML
    private Button fill;

    @FXML
    private TextField target;

    @FXML
    private NoticeBar result;

    @FXML
    private GridPane table;

    @FXML
    private Button back;

    @FXML
    private Button plan;

    public FloatPlanView(Session session) {
        this.session = session;
        this.texts = session.texts();
    }

    void drive(FloatPlanViewModel model) {
        var group = new ToggleGroup();
        for (Currency currency : session.shop().currencies()) {
            var button = new ToggleButton(currency.code());
            button.setId("plan-" + currency.code());
            button.setToggleGroup(group);
            button.setSelected(currency.equals(session.shop().mainCurrency()));
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.use(currency);
                pad.focusFirst();
            });
            currencies.getButtons().add(button);
        }
        currencies.setToggleGroup(group);
        SafeView.show(currencies, session.shop().currencies().size() > 1);
        model.countedProperty().subscribe(sheet -> {
            pad.show(List.of(sheet), texts);
            target.setText(model.target().text());
        });
        pad.onEnd(plan::requestFocus);
        ListChangeListener<Row> shown = _ -> showPlan(model);
        model.sheet().shown().addListener(shown);
        model.resultProperty().subscribe(told -> result.show(told, texts));
        model.openProperty().subscribe(_ -> SafeView.show(fill, model.till().isPresent()));
        model.countedProperty().subscribe(_ -> SafeView.show(fill, model.till().isPresent()));
        target.setOnAction(_ -> plan.requestFocus());
        fill.setOnAction(_ -> {
            model.fill();
            plan.requestFocus();
        });
        back.setOnAction(_ -> model.back());
        plan.setOnAction(_ -> {
            model.target().clear();
            model.target().type(target.getText().strip());
            target.setText(model.target().text());
            model.plan();
        });
    }

    void show(boolean shown) {
        boolean before = root.isVisible();
        SafeView.show(root, shown);
        if (shown && !before) {
            pad.focusFirst();
        }
    }

    /// A line for each kind of note and coin, under the names of the columns.
    private void showPlan(FloatPlanViewModel model) {
        table.getChildren().clear();
        var rows = model.sheet().shown();
        SafeView.show(table, !rows.isEmpty());
        int column = 0;
        for (var each : model.sheet().columns()) {
            // Each row names its own note or coin; a heading over them would leave the numbers no room.
            var name = new Label(column == 0 ? "" : each.title());
            name.getStyleClass().add("hint");
            table.add(name, column, 0);
            for (int at = 0; at < rows.size(); at++) {
                var cell = new Label(each.text().apply(rows.get(at)));
                cell.setMinWidth(Region.USE_PREF_SIZE);
                table.add(cell, column, at + 1);
            }
            column++;
        }
    }
}
