package org.countinghouse.app.till;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.controlsfx.control.SegmentedButton;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the customer gave so far, and what would go back, before anything is finished.
public final class GivenView implements View {
    private final TillViewModel model;
    private final Paying paying;
    private final Texts texts;
    private final PayingWords words;
    /// ControlsFX's row of buttons holds on to every one it ever had: there is one for each currency.
    private final Map<Currency, ToggleButton> choices = new HashMap<>();

    private Subscription life = Subscription.EMPTY;

    @FXML
    private VBox given;

    @FXML
    private Node empty;

    @FXML
    private HBox changeChoice;

    @FXML
    private SegmentedButton changeIn;

    @FXML
    private VBox back;

    @FXML
    private Node backEmpty;

    @FXML
    private VBox about;

    @FXML
    private VBox rates;

    public GivenView(TillViewModel model, Session session) {
        this.model = model;
        this.paying = model.paying();
        this.texts = session.texts();
        this.words = new PayingWords(session);
    }

    @FXML
    private void initialize() {
        life = Subscription.combine(
                paying.looksProperty().subscribe(_ -> show()),
                model.pendingProperty().subscribe(waiting -> {
                    given.setDisable(waiting);
                    changeIn.setDisable(waiting);
                }));
    }

    private void show() {
        paying.payment().map(Payment::due).ifPresent(due -> {
            given.getChildren()
                    .setAll(due.tendered().stream().map(each -> row(due, each)).toList());
            present(empty, due.tendered().isEmpty());
            showChoice();
            Optional<ChangePlan> plan = paying.previewProperty().get();
            List<ChangePlan.Part> parts = plan.map(ChangePlan::parts).orElse(List.of());
            present(backEmpty, plan.isEmpty());
            back.getChildren().setAll(parts.stream().map(GivenView::part).toList());
            if (plan.isPresent() && parts.isEmpty()) {
                back.getChildren().add(sum(texts.text("till.change.none")));
            }
            about.getChildren()
                    .setAll(
                            plan
                                    .map(each -> words.about(parts, each.rounding(), paying.instead()))
                                    .orElse(List.of())
                                    .stream()
                                    .map(GivenView::hint)
                                    .toList());
            rates.getChildren()
                    .setAll(words.rates(due).stream().map(GivenView::hint).toList());
        });
    }

    private static Node part(ChangePlan.Part part) {
        var pieces = new PieceRows(part.pieces());
        HBox.setHgrow(pieces, Priority.ALWAYS);
        var row = new HBox(sum(Amounts.withCode(part.amount())), pieces);
        row.getStyleClass().add("back-row");
        return row;
    }

    private static Label sum(String text) {
        var label = new Label(text);
        label.getStyleClass().add("back-sum");
        return label;
    }

    private static Node hint(String text) {
        var label = new WrappedLabel(text);
        label.getStyleClass().add("hint");
        return label;
    }

    private void showChoice() {
        List<Currency> offered = paying.offered();
        present(changeChoice, offered.size() > 1);
        var buttons = offered.stream()
                .map(each -> choices.computeIfAbsent(each, this::choice))
                .toList();
        if (!changeIn.getButtons().equals(buttons)) {
            changeIn.getButtons().setAll(buttons);
        }
        choices.forEach((currency, button) -> button.setSelected(currency.equals(paying.changeIn())));
    }

    private ToggleButton choice(Currency currency) {
        var button = new ToggleButton(currency.code());
        button.setId("change-in-" + currency.code());
        button.setFocusTraversable(false);
        button.setAccessibleHelp(String.valueOf(TillViewModel.NEXT_CHANGE));
        button.setOnAction(_ -> {
            button.setSelected(true);
            paying.giveBackIn(currency);
        });
        return button;
    }

    private Node row(Due due, Tendered tendered) {
        var name = new Label(texts.text("till.tender." + tendered.tender().word()));
        var lines = new VBox(name);
        words.worth(due, tendered).map(Label::new).ifPresent(worth -> {
            worth.getStyleClass().add("hint");
            lines.getChildren().add(worth);
        });
        HBox.setHgrow(lines, Priority.ALWAYS);
        var sum = new Label(Amounts.withCode(tendered.amount()));
        sum.getStyleClass().add("line-total");
        var off = new Button("", new FontIcon("mdi2c-close"));
        off.getStyleClass().add("line-off");
        off.setAccessibleText(texts.text("till.line.remove") + " " + sum.getText());
        off.setFocusTraversable(false);
        off.setOnAction(_ -> model.takeBack(tendered));
        var row = new HBox(off, lines, sum);
        row.getStyleClass().add("line");
        return row;
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    @Override
    public void leave() {
        life.unsubscribe();
    }
}
