package org.countinghouse.app.count;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.countinghouse.app.count.CloseShift.Comparison;
import org.countinghouse.app.count.CloseShift.Situation;
import org.countinghouse.app.count.CountViewModel.Step;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.CountTotals;
import org.countinghouse.app.shell.DenominationPad;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.KeptCountBar;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.OverShortLabel;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.count.Declared;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.ledger.shift.ShiftClosed;
import org.countinghouse.ledger.shift.ShiftId;
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
    private KeptCountBar kept;

    @FXML
    private VBox slipsBox;

    @FXML
    private VBox slips;

    @FXML
    private Label counts;

    @FXML
    private VBox waiting;

    @FXML
    private Button leave;

    @FXML
    private Button leaveSealed;

    @FXML
    private ReasonBox reason;

    @FXML
    private Label countsLeft;

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
        pad.show(model.sheets(), texts);
        pad.onEnd(seal::requestFocus);
        totals.show(model.sheets(), texts);
        bag.textProperty().bindBidirectional(model.bagProperty());
        bag.setOnAction(_ -> goOn());
        kept.show(model.kept(), texts, pad::focusFirst);
        pad.disableProperty().bind(kept.visibleProperty());
        reason.show(model.reason(), texts, close::requestFocus);
        model.situationProperty().subscribe(now -> now.ifPresent(this::showSituation));
        model.slipsProperty().subscribe(this::showSlips);
        leave.setOnAction(_ -> go.accept(new Destination.LeaveShift()));
        leaveSealed.setOnAction(_ -> go.accept(new Destination.LeaveShift()));
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
        model.closedProperty().subscribe(this::showClosed);
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
            case COUNTING -> focusCounting();
            case COMPARING -> focusMissing();
            case CLOSED -> openNext.requestFocus();
        }
    }

    private void focusCounting() {
        if (kept.isVisible()) {
            kept.focus();
        } else {
            pad.focusFirst();
        }
    }

    private void goOn() {
        if (model.reason().completeProperty().get()) {
            close.requestFocus();
        } else {
            reason.focusFirst();
        }
    }

    /// What still has to be said before the close.
    private void focusMissing() {
        if (dropBox.isVisible()) {
            bag.requestFocus();
        } else {
            goOn();
        }
    }

    private void showSituation(Situation now) {
        boolean parked = model.isParked();
        title.setText(texts.text("shift.close.title") + " \u00b7 "
                + (parked
                        ? texts.text("shell.strip.shift", Map.of("shift", now.shift()))
                        : texts.text(
                                "shell.strip.till",
                                Map.of("till", session.shop().till()))));
        counts.setText(texts.text("count.recounts", Map.of("number", now.counts() + 1, "most", now.most())));
        long left = now.most() - now.counts();
        countsLeft.setText(left > 0 ? texts.text("count.left", Map.of("count", left)) : texts.text("count.left.none"));
        show(leave, !parked);
        show(leaveSealed, !parked);
        var others =
                now.parked().stream().filter(each -> !each.equals(now.shift())).toList();
        waiting.getChildren().setAll(others.stream().map(this::parkedButton).toList());
        show(waiting, !others.isEmpty());
    }

    private Button parkedButton(ShiftId shift) {
        var button = new Button(texts.text("shift.parked.count", Map.of("shift", shift)));
        button.setId("count-" + shift);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> go.accept(new Destination.CountParked(shift)));
        return button;
    }

    private void showSlips(List<SlipEntry> entries) {
        show(slipsBox, !entries.isEmpty());
        slips.getChildren().setAll(entries.stream().map(this::slip).toList());
    }

    private Node slip(SlipEntry entry) {
        String name = texts.text("till.tender." + entry.slips().tender().word()) + " "
                + entry.slips().currency().code();
        var field = new TextField();
        field.setId("slips-" + entry.slips().tender().word() + "-"
                + entry.slips().currency().code());
        field.setAccessibleText(name);
        field.textProperty().bindBidirectional(entry.typedProperty());
        field.setOnAction(_ -> seal.requestFocus());
        var label = new WrappedLabel(name);
        label.getStyleClass().add("hint");
        return new VBox(label, field);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void showComparison(Comparison sealed) {
        results.getChildren()
                .setAll(Stream.concat(
                                sealed.cash().stream().map(this::result),
                                sealed.slips().stream().map(this::slipResult))
                        .toList());
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

    private Node slipResult(Declared slip) {
        var name = new WrappedLabel(texts.text("till.tender." + slip.tender().word()) + " "
                + slip.declared().currency().code());
        name.getStyleClass().add("card-title");
        var figures = new HBox(
                figure("shift.close.expected", Amounts.text(slip.expected())),
                figure("count.slips.declared", Amounts.text(slip.declared())));
        figures.getStyleClass().add("figures");
        var card = new VBox(name, figures, new OverShortLabel(slip.overShort(), texts));
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

    private void showClosed(Optional<ShiftClosed> done) {
        done.ifPresent(fact -> {
            closedTitle.setText(texts.text("shift.close.done", Map.of("shift", fact.shift())));
            closedReport.setText(model.isParked() ? texts.text("shift.parked.closed") : "");
            closedResults
                    .getChildren()
                    .setAll(fact.counts().stream().map(this::closedResult).toList());
        });
    }

    private void showReport(Optional<Entry> report) {
        show(print, report.isPresent());
        report.map(Entry::fact).ifPresent(fact -> {
            if (fact instanceof ZReported z) {
                closedReport.setText(texts.text("shift.closed.z", Map.of("number", z.number())));
            }
        });
    }

    private Node closedResult(Counted count) {
        var left = new Label(texts.text("shift.closed.next", Map.of("amount", Amounts.withCode(model.left(count)))));
        left.getStyleClass().add("hint");
        return model.isParked()
                ? new VBox(new OverShortLabel(count.overShort(), texts))
                : new VBox(new OverShortLabel(count.overShort(), texts), left);
    }

    @Override
    public void enter(Destination where) {
        model.begin(where instanceof Destination.CountParked(var shift) ? Optional.of(shift) : Optional.empty());
        showStep(model.stepProperty().get());
    }
}
