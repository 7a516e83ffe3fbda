package org.countinghouse.app.till;

import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.Texts;

/// The change to give back, as large as the page allows, and note by note.
public final class ReceiptView implements View {
    private static final double GAP = 12;

    private final TillViewModel model;
    private final Texts texts;
    private final PayingWords words;
    private Subscription life = Subscription.EMPTY;

    @FXML
    private Label title;

    @FXML
    private VBox sums;

    @FXML
    private HBox pieces;

    @FXML
    private VBox about;

    @FXML
    private FlowPane languages;

    @FXML
    private Label sold;

    @FXML
    private Label kept;

    @FXML
    private Button print;

    public ReceiptView(TillViewModel model, Session session) {
        this.model = model;
        this.texts = session.texts();
        this.words = new PayingWords(session);
    }

    @FXML
    private void initialize() {
        print.setOnAction(_ -> model.printLast());
        for (Language language : Language.values()) {
            languages.getChildren().add(choice(language));
        }
        life = Subscription.combine(
                model.lastProperty().subscribe(this::show),
                model.slipLanguageProperty().subscribe(this::showLanguage));
    }

    /// The customer reads it, so each language stands there in its own script.
    private ToggleButton choice(Language language) {
        var button = new ToggleButton(language.ownName());
        button.setId("slip-in-" + language.code());
        button.getStyleClass().add("slip-language");
        button.setUserData(language);
        button.setFocusTraversable(false);
        button.setOnAction(_ -> {
            button.setSelected(true);
            model.slipLanguageProperty().set(language);
        });
        return button;
    }

    private void showLanguage(Language chosen) {
        for (Node each : languages.getChildren()) {
            ((ToggleButton) each).setSelected(each.getUserData() == chosen);
        }
    }

    private void show(Optional<Receipt> receipt) {
        receipt.ifPresent(made -> {
            boolean none = made.back().isEmpty();
            title.setText(texts.text(none ? "till.change.none" : "till.change"));
            sums.getChildren().clear();
            if (none) {
                addSum(made.change());
            }
            made.back().forEach(part -> addSum(part.amount()));
            pieces.getChildren()
                    .setAll(made.back().stream()
                            .map(part -> pieces(part, made.back().size()))
                            .toList());
            about.getChildren()
                    .setAll(words.about(made.back(), made.rounding(), Optional.empty()).stream()
                            .map(WrappedLabel::new)
                            .toList());
            sold.setText(texts.text("till.sale.done", Map.of("amount", Amounts.withCode(made.total()))));
            kept.setText(texts.text(
                    "shell.strip.kept", Map.of("sequence", made.entry().sequence())));
        });
    }

    /// Currencies stand side by side.
    private Node pieces(ChangePlan.Part part, int columns) {
        var rows = new PieceRows(part.pieces());
        rows.prefWrapLengthProperty()
                .bind(pieces.widthProperty().subtract((columns - 1) * GAP).divide(columns));
        HBox.setHgrow(rows, Priority.ALWAYS);
        return rows;
    }

    private void addSum(Money sum) {
        boolean first = sums.getChildren().isEmpty();
        var amount = new Label(Amounts.text(sum));
        amount.setId(first ? "change" : "change-" + sum.currency().code());
        amount.getStyleClass().add(first ? "change-due" : "change-more");
        var code = new Label(sum.currency().code());
        code.getStyleClass().add("due-currency");
        var row = new HBox(amount, code);
        row.getStyleClass().add("due-row");
        sums.getChildren().add(row);
    }

    @Override
    public void leave() {
        life.unsubscribe();
    }
}
