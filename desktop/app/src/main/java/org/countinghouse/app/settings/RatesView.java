package org.countinghouse.app.settings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.ReviewBox;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.SheetTable;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.till.RateSet;
import org.countinghouse.resources.Texts;

/// The rate that holds with an example, what it was before, and the form for a new one.
public final class RatesView implements View {
    private final Texts texts;
    private Subscription life = Subscription.EMPTY;

    @FXML
    private NoticeBar notice;

    @FXML
    private Node rates;

    @FXML
    private HBox currencies;

    @FXML
    private Label title;

    @FXML
    private VBox now;

    @FXML
    private VBox form;

    @FXML
    private TextField one;

    @FXML
    private Label oneLabel;

    @FXML
    private Label takeLabel;

    @FXML
    private Label giveLabel;

    @FXML
    private Label referenceLabel;

    @FXML
    private TextField take;

    @FXML
    private TextField give;

    @FXML
    private TextField reference;

    @FXML
    private TextField source;

    @FXML
    private WrappedLabel example;

    @FXML
    private Button look;

    @FXML
    private StackPane table;

    @FXML
    private StackPane review;

    public RatesView(Session session) {
        this.texts = session.texts();
    }

    void show(RatesViewModel model) {
        RateDraft draft = model.draft();
        one.textProperty().bindBidirectional(draft.oneProperty());
        take.textProperty().bindBidirectional(draft.takeProperty());
        give.textProperty().bindBidirectional(draft.giveProperty());
        reference.textProperty().bindBidirectional(draft.referenceProperty());
        source.textProperty().bindBidirectional(draft.sourceProperty());
        for (TextField field : List.of(one, take, give, reference, source)) {
            field.setOnAction(_ -> model.review());
        }
        look.setOnAction(_ -> model.review());
        form.setVisible(model.mayChange());
        form.setManaged(model.mayChange());
        String name = texts.text("settings.rates.history");
        table.getChildren().setAll(new SheetTable<>(model.sheet(), texts, name, texts.text("settings.rates.none")));
        var box = new ReviewBox("rate", texts, model.pendingProperty(), model::back, model::write);
        review.getChildren().setAll(box);
        offer(model);
        life = Subscription.combine(
                model.noticeProperty().subscribe(told -> notice.show(told, texts)),
                model.rateProperty().subscribe(() -> showRate(model)),
                model.newestProperty().subscribe(() -> showRate(model)),
                model.foreignProperty().subscribe(() -> showRate(model)),
                draft.resultProperty().subscribe(typed -> showExample(model, typed)),
                model.rateProperty()
                        .subscribe(() -> model.reviewedProperty().get().ifPresent(set -> tell(model, box, set))),
                model.reviewedProperty().subscribe((before, told) -> {
                    review.setVisible(told.isPresent());
                    rates.setVisible(told.isEmpty());
                    told.ifPresent(set -> {
                        tell(model, box, set);
                        box.enter();
                    });
                    if (told.isEmpty() && before.isPresent()) {
                        take.requestFocus();
                    }
                }));
        review.setVisible(false);
        showRate(model);
    }

    private static void tell(RatesViewModel model, ReviewBox box, RateSet set) {
        var held = model.rateProperty().get();
        box.show(List.of(), model.words().changes(held, set), model.words().warnings(held, set));
    }

    private void showExample(RatesViewModel model, Optional<RateSet> typed) {
        example.setText(typed.map(
                        set -> model.words().examples(set.since(Instant.EPOCH)).getFirst())
                .orElse(""));
    }

    private void offer(RatesViewModel model) {
        var group = new ToggleGroup();
        boolean several = model.others().size() > 1;
        currencies.setVisible(several);
        currencies.setManaged(several);
        for (Currency each : model.others()) {
            var button = new ToggleButton(each.code());
            button.setId("rate-" + each.code());
            button.setToggleGroup(group);
            button.setSelected(each.equals(model.foreignProperty().get()));
            button.selectedProperty().subscribe((_, chosen) -> {
                if (chosen) {
                    model.use(each);
                }
            });
            button.setOnAction(_ -> button.setSelected(true));
            currencies.getChildren().add(button);
        }
    }

    private void showRate(RatesViewModel model) {
        title.setText(texts.text(
                "settings.rates.of",
                Map.of(
                        "currency",
                        model.own().code(),
                        "other",
                        model.foreignProperty().get().code())));
        oneLabel.setText(label("settings.rates.one", model.own()));
        takeLabel.setText(label("settings.rates.take", model.foreignProperty().get()));
        giveLabel.setText(label("settings.rates.give", model.foreignProperty().get()));
        referenceLabel.setText(
                label("settings.rates.reference", model.foreignProperty().get()));
        var told = new ArrayList<Node>();
        model.rateProperty()
                .get()
                .ifPresentOrElse(
                        rate -> model.words().examples(rate).forEach(each -> told.add(new WrappedLabel(each))),
                        () -> told.add(new WrappedLabel(texts.text("settings.rates.none"))));
        model.newestProperty().get().ifPresent(entry -> {
            var origin = new WrappedLabel(model.words().origin(entry));
            origin.getStyleClass().add("hint");
            told.add(origin);
        });
        now.getChildren().setAll(told);
    }

    private String label(String key, Currency currency) {
        return texts.text("settings.rates.in", Map.of("what", texts.text(key), "currency", currency.code()));
    }

    void enter() {
        (form.isVisible() ? take : table.lookup(".table-view")).requestFocus();
    }

    @Override
    public void leave() {
        life.unsubscribe();
    }
}
