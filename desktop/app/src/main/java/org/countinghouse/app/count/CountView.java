package org.countinghouse.app.count;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.countinghouse.app.count.CountViewModel.Step;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.CountTotals;
import org.countinghouse.app.shell.DenominationPad;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.OverShortLabel;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.resources.Texts;

/// The pad while counting, the comparison once sealed, and the result once closed.
public final class CountView implements View {
    private final CountViewModel model;
    private final Session session;
    private final Consumer<Destination> go;
    private final Texts texts;

    @FXML
    private Label title;

    @FXML
    private HBox steps;

    @FXML
    private HBox counting;

    @FXML
    private DenominationPad pad;

    @FXML
    private CountTotals totals;

    @FXML
    private Button seal;

    @FXML
    private HBox comparing;

    @FXML
    private VBox results;

    @FXML
    private VBox dropBox;

    @FXML
    private CheckBox dropping;

    @FXML
    private Node noDrop;

    @FXML
    private VBox drops;

    @FXML
    private TextField bag;

    @FXML
    private Button recount;

    @FXML
    private Button close;

    @FXML
    private VBox closed;

    @FXML
    private Label closedTitle;

    @FXML
    private Label closedReport;

    @FXML
    private VBox closedResults;

    @FXML
    private Button print;

    @FXML
    private Button openNext;

    @FXML
    private Button reports;

    @FXML
    private NoticeBar notice;

    public CountView(CountViewModel model, Session session, Consumer<Destination> go) {
        this.model = model;
        this.session = session;
        this.go = go;
        this.texts = session.texts();
    }

    @FXML
    private void initialize() {
        title.setText(texts.text("shift.close.title") + " \u00b7 "
                + texts.text("shell.strip.till", Map.of("till", session.shop().till())));
        pad.show(model.sheets(), texts);
        pad.onEnd(seal::requestFocus);
        totals.show(model.sheets(), texts);
        bag.textProperty().bindBidirectional(model.bagProperty());
        bag.setOnAction(_ -> close.requestFocus());
        dropping.selectedProperty().bindBidirectional(model.droppingProperty());
        drops.disableProperty().bind(dropping.selectedProperty().not());
        bag.disableProperty().bind(dropping.selectedProperty().not());
        seal.disableProperty().bind(model.canSealProperty().not());
        close.disableProperty().bind(model.canCloseProperty().not());
        recount.disableProperty().bind(model.pendingProperty());
        seal.setOnAction(_ -> model.seal());
        close.setOnAction(_ -> model.close());
        recount.setOnAction(_ -> model.recount());
        print.disableProperty().bind(model.printingProperty());
        print.setOnAction(_ -> model.print());
        openNext.setOnAction(_ -> go.accept(new Destination.OpenShift()));
        reports.setOnAction(_ -> go.accept(new Destination.Reports()));
        model.noticeProperty().subscribe(told -> notice.show(told, texts));
        model.comparisonProperty().subscribe(this::showComparison);
        model.droppingProperty()
                .subscribe(_ -> showComparison(model.comparisonProperty().get()));
        model.reportProperty().subscribe(this::showReport);
        model.stepProperty().subscribe(this::showStep);
    }

    private void showStep(Step step) {
        show(counting, step == Step.COUNTING);
        show(comparing, step == Step.COMPARING);
        show(closed, step == Step.CLOSED);
        for (int at = 0; at < steps.getChildren().size(); at++) {
            var style = steps.getChildren().get(at).getStyleClass();
            style.remove("now");
            if (at == step.ordinal()) {
                style.add("now");
            }
        }
        switch (step) {
            case COUNTING -> pad.focusFirst();
            case COMPARING -> (dropBox.isVisible() ? bag : close).requestFocus();
            case CLOSED -> openNext.requestFocus();
        }
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void showComparison(List<Counted> counts) {
        results.getChildren().setAll(counts.stream().map(this::result).toList());
        List<Cash> proposed = model.drops();
        show(dropBox, !proposed.isEmpty());
        show(noDrop, proposed.isEmpty());
        drops.getChildren().setAll(proposed.stream().map(this::drop).toList());
    }

    /// One currency: expected, counted, what stays, and the difference with its word.
    private Node result(Counted count) {
        var code = new Label(count.currency().code());
        code.getStyleClass().add("card-title");
        var figures = new HBox(
                figure("shift.close.expected", Amounts.text(count.expected())),
                figure("shift.close.counted", Amounts.text(count.counted().amount())),
                figure("shift.close.left", Amounts.text(model.left(count))));
        figures.getStyleClass().add("figures");
        var card = new VBox(code, figures, new OverShortLabel(count.overShort(), texts));
        card.getStyleClass().addAll("card-box", "result");
        return card;
    }

    private Node figure(String key, String amount) {
        var name = new WrappedLabel(texts.text(key));
        name.getStyleClass().add("hint");
        var sum = new Label(amount);
        sum.getStyleClass().add("figure");
        var column = new VBox(name, sum);
        column.getStyleClass().add("figure-column");
        return column;
    }

    private Node drop(Cash drop) {
        var sum = new Label(Amounts.withCode(drop.amount()));
        sum.getStyleClass().add("figure");
        var pieces = new WrappedLabel(drop.pieces()
                .map(each -> each.counts().entrySet().stream()
                        .map(piece -> piece.getValue() + "\u00a0\u00d7\u00a0"
                                + Amounts.text(drop.currency().of(piece.getKey())))
                        .reduce((left, right) -> left + "   " + right)
                        .orElse(""))
                .orElse(""));
        pieces.getStyleClass().add("hint");
        return new VBox(sum, pieces);
    }

    private void showReport(Optional<Entry> report) {
        closedResults.getChildren().clear();
        report.map(Entry::fact).ifPresent(fact -> {
            if (fact instanceof ZReported z) {
                closedTitle.setText(texts.text(
                        "shift.close.done", Map.of("shift", z.shifts().getLast())));
                closedReport.setText(texts.text("shift.closed.z", Map.of("number", z.number())));
                closedResults
                        .getChildren()
                        .setAll(z.counts().stream().map(this::closedResult).toList());
            }
        });
    }

    private Node closedResult(Counted count) {
        var left = new Label(texts.text("shift.closed.next", Map.of("amount", Amounts.withCode(model.left(count)))));
        left.getStyleClass().add("hint");
        return new VBox(new OverShortLabel(count.overShort(), texts), left);
    }

    @Override
    public void enter(Destination where) {
        showStep(model.stepProperty().get());
    }
}
