package org.countinghouse.app.backoffice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.countinghouse.app.backoffice.AuditTrail.About;
import org.countinghouse.app.backoffice.AuditViewModel.Whole;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.PieceMove;
import org.countinghouse.ledger.entry.Posting;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// One entry, whole: what it says, what it moved, what proves it, and what can be done about it.
public final class EntryCard extends VBox {
    /// More than this does not stand beside its name.
    private static final int SHORT = 24;

    private final VBox lines = new VBox();
    private final ScrollPane scroll = new ScrollPane(lines);
    private final Button correct = new Button();
    private final Button print = new Button();
    private Optional<AuditViewModel> driver = Optional.empty();
    private Optional<Texts> words = Optional.empty();

    public EntryCard() {
        getStyleClass().addAll("card-box", "entry-card");
        lines.getStyleClass().add("entry-lines");
        scroll.setFocusTraversable(true);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        correct.setId("correct");
        correct.setGraphic(new FontIcon("mdi2u-undo-variant"));
        print.setId("printAgain");
        print.setGraphic(new FontIcon("mdi2p-printer"));
        var actions = new VBox(correct, print);
        actions.getStyleClass().add("entry-actions");
        getChildren().addAll(scroll, actions);
    }

    void drive(AuditViewModel model, Texts texts) {
        driver = Optional.of(model);
        words = Optional.of(texts);
        scroll.setAccessibleText(texts.text("till.entries.detail"));
        correct.setText(texts.text("backoffice.correct.action"));
        print.setText(texts.text("till.entries.reprint"));
        correct.setOnAction(_ -> model.correct());
        print.setOnAction(_ -> model.print());
        print.disableProperty().bind(model.printingProperty());
    }

    void show(Optional<Whole> chosen) {
        chosen.ifPresent(whole -> driver.ifPresent(model -> words.ifPresent(texts -> show(whole, model, texts))));
    }

    private void show(Whole whole, AuditViewModel model, Texts texts) {
        // A link that leads on, or a button that goes, takes the focus with it.
        boolean focused = isFocusWithin();
        var row = whole.row();
        var entry = row.entry();
        var title = new WrappedLabel(
                texts.text("backoffice.audit.entry", Map.of("sequence", row.sequence(), "kind", row.kind())));
        title.getStyleClass().add("card-title");
        var all = new ArrayList<Node>(List.of(title));
        add(all, "", row.detail());
        whole.about().ifPresent(about -> links(all, about, model, texts));
        line(all, texts.text("till.entries.amount"), new AuditWords(model.session()).amounts(row));
        line(all, texts.text("till.entries.employee"), row.who());
        line(all, texts.text("backoffice.audit.approver"), row.approver());
        line(all, texts.text("till.entries.time"), model.moment(entry.recordedAt()));
        line(all, texts.text("backoffice.audit.date"), row.date());
        line(all, texts.text("backoffice.audit.shift"), row.shift());
        if (!row.hidden()) {
            postings(all, entry, texts);
        }
        add(all, texts.text("backoffice.audit.id"), entry.id().toString());
        all.getLast().getStyleClass().add("entry-id");
        whole.about()
                .flatMap(About::hash)
                .ifPresent(hash -> add(all, texts.text("backoffice.audit.hash"), AuditWords.spoken(hash)));
        lines.getChildren().setAll(all);
        AuditView.show(correct, model.isCorrectable(whole));
        AuditView.show(print, model.isPrintable(whole));
        if (focused) {
            focusInside();
        }
    }

    private static void postings(List<Node> all, Entry entry, Texts texts) {
        var postings = entry.fact().postings();
        if (!postings.isEmpty()) {
            all.add(heading(texts.text("backoffice.audit.postings")));
            for (Posting posting : postings) {
                all.add(pair(posting.account().path(), Amounts.withCode(posting.amount())));
            }
        }
        List<PieceMove> moves = entry.fact().pieces();
        if (!moves.isEmpty()) {
            all.add(heading(texts.text("backoffice.audit.pieces")));
            for (PieceMove move : moves) {
                var text = new WrappedLabel(move.place().path() + ": " + AuditWords.pieces(move));
                all.add(text);
            }
        }
    }

    private static void links(List<Node> all, About about, AuditViewModel model, Texts texts) {
        about.corrects()
                .ifPresent(wrong -> all.add(
                        link("corrects", texts.text("backoffice.audit.corrects", sequence(wrong)), wrong, model)));
        about.correctedBy()
                .ifPresent(by -> all.add(
                        link("correctedBy", texts.text("backoffice.audit.correctedBy", sequence(by)), by, model)));
    }

    private static Map<String, Object> sequence(Entry entry) {
        return Map.of("sequence", entry.sequence());
    }

    private static Node link(String id, String text, Entry to, AuditViewModel model) {
        var link = new Hyperlink(text);
        link.setId(id);
        link.getStyleClass().add("entry-link");
        link.setOnAction(_ -> model.follow(to));
        return link;
    }

    private static Label heading(String text) {
        var heading = new Label(text);
        heading.getStyleClass().add("entry-heading");
        return heading;
    }

    private static void add(List<Node> all, String name, String text) {
        if (text.isBlank()) {
            return;
        }
        if (!name.isEmpty()) {
            var label = new Label(name);
            label.getStyleClass().add("hint");
            all.add(label);
        }
        all.add(new WrappedLabel(text));
    }

    private static void line(List<Node> all, String name, String text) {
        if (text.length() > SHORT) {
            add(all, name, text);
        } else if (!text.isBlank()) {
            all.add(pair(name, text));
        }
    }

    private static Node pair(String name, String amount) {
        var spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        var sum = new Label(amount);
        sum.getStyleClass().add("amount");
        sum.setMinWidth(Region.USE_PREF_SIZE);
        return new HBox(new Label(name), spring, sum);
    }

    void focusIfShown() {
        if (isVisible()) {
            focusInside();
        }
    }

    private void focusInside() {
        Stream.<Node>of(correct, print, scroll)
                .filter(Node::isVisible)
                .findFirst()
                .ifPresent(Node::requestFocus);
    }
}
