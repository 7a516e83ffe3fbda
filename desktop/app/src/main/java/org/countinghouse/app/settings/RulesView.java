package org.countinghouse.app.settings;

import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.controlsfx.control.SegmentedButton;
import org.countinghouse.app.settings.Rules.Cell;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.ReviewBox;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.resources.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the shop lets its people do alone, its reasons and its rates, one look at a time.
public final class RulesView implements View {
    private final RulesViewModel model;
    private final RatesViewModel money;
    private final Texts texts;
    private final ToggleGroup look = new ToggleGroup();
    private final LimitsGrid grid;
    private final LimitForm form;
    private final ReasonsPane reasonsPane;
    private final ReviewBox box;
    private Subscription life = Subscription.EMPTY;

    @FXML
    private Parent root;

    @FXML
    private SegmentedButton looks;

    @FXML
    private NoticeBar notice;

    @FXML
    private HBox limits;

    @FXML
    private WrappedLabel explained;

    @FXML
    private ScrollPane gridPlace;

    @FXML
    private StackPane side;

    @FXML
    private Button fewer;

    @FXML
    private Label counts;

    @FXML
    private Button more;

    @FXML
    private StackPane reasons;

    @FXML
    private Node rates;

    @FXML
    private RatesView ratesController;

    @FXML
    private StackPane review;

    @FXML
    private HBox unwritten;

    @FXML
    private WrappedLabel unwrittenWords;

    @FXML
    private Button giveUp;

    @FXML
    private Button toReview;

    public RulesView(RulesViewModel model, RatesViewModel money, Session session) {
        this.model = model;
        this.money = money;
        this.texts = session.texts();
        grid = new LimitsGrid(model);
        form = new LimitForm(model, texts);
        reasonsPane = new ReasonsPane(model, session);
        box = new ReviewBox("rules", texts, model.pendingProperty(), model::back, model::write);
    }

    @FXML
    private void initialize() {
        gridPlace.setContent(grid);
        side.getChildren().setAll(form);
        reasons.getChildren().setAll(reasonsPane);
        review.getChildren().setAll(box);
        explained.setText(texts.text(model.mayChange() ? "settings.rules.explained" : "settings.rules.readOnly"));
        ratesController.show(money);
        var first = look("looks-limits", "mdi2s-shield-account-outline", "settings.rules.title");
        looks.setToggleGroup(look);
        looks.getButtons().setAll(first, look("looks-reasons", "mdi2f-format-list-text", "settings.reasons.title"));
        if (money.isNeeded()) {
            looks.getButtons().add(look("looks-rates", "mdi2s-swap-horizontal", "settings.rates.title"));
        }
        look.selectToggle(first);
        fewer.setOnAction(_ -> model.counts(model.draftProperty().get().counts() - 1));
        more.setOnAction(_ -> model.counts(model.draftProperty().get().counts() + 1));
        present(fewer, model.mayChange());
        present(more, model.mayChange());
        giveUp.setOnAction(_ -> {
            model.giveUp();
            showLook();
            enterLook();
        });
        toReview.setOnAction(_ -> model.review());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        life = Subscription.combine(
                look.selectedToggleProperty().subscribe(this::turned),
                model.draftProperty().subscribe(this::showDraft),
                model.baseProperty().subscribe(this::showDraft),
                model.meanwhileProperty().subscribe(this::showDraft),
                model.cellProperty().subscribe(this::showCell),
                model.reviewingProperty().subscribe((_, now) -> showReview(now)),
                model.noticeProperty().subscribe(told -> notice.show(told, texts)));
        showDraft();
    }

    private ToggleButton look(String id, String icon, String key) {
        var button = new ToggleButton(texts.text(key), new FontIcon(icon));
        button.setId(id);
        button.setToggleGroup(look);
        return button;
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private void turned(@Nullable Toggle before, @Nullable Toggle now) {
        if (now == null) {
            look.selectToggle(before);
        } else {
            model.back();
            showLook();
        }
    }

    private boolean shows(String id) {
        return look.getSelectedToggle() instanceof ToggleButton button
                && button.getId().equals(id);
    }

    private void showLook() {
        boolean asked = model.reviewingProperty().get();
        present(limits, !asked && shows("looks-limits"));
        present(reasons, !asked && shows("looks-reasons"));
        present(rates, !asked && shows("looks-rates"));
        present(review, asked);
        present(unwritten, !asked && model.isDirty() && !shows("looks-rates"));
    }

    private void showDraft() {
        Rules rules = model.draftProperty().get();
        grid.show();
        reasonsPane.show();
        counts.setText(Long.toString(rules.counts()));
        fewer.setDisable(!model.mayCount(rules.counts() - 1));
        more.setDisable(!model.mayCount(rules.counts() + 1));
        var changes = model.changes();
        unwrittenWords.setText(texts.text("settings.rules.unwritten", Map.of("count", changes.size())));
        box.show(model.meanwhileProperty().get(), changes, model.words().traps(rules));
        showLook();
    }

    private void showCell(Optional<Cell> before, Optional<Cell> now) {
        present(side, now.isPresent());
        now.ifPresentOrElse(form::show, () -> before.map(LimitsGrid::id).ifPresent(grid::focus));
    }

    private void showReview(boolean asked) {
        showLook();
        if (asked) {
            box.enter();
        } else {
            enterLook();
        }
    }

    private void enterLook() {
        // Buttons inside bars and scrolled panes are in the window only once their skins are made.
        root.applyCss();
        if (shows("looks-limits") && model.mayChange()) {
            grid.enter();
        } else if (shows("looks-reasons")) {
            reasonsPane.enter();
        } else if (shows("looks-rates")) {
            ratesController.enter();
        } else {
            ((Node) look.getSelectedToggle()).requestFocus();
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            model.back();
            money.back();
            event.consume();
        }
    }

    @Override
    public void enter(Destination where) {
        present(side, false);
        enterLook();
    }

    @Override
    public void leave() {
        life.unsubscribe();
        ratesController.leave();
        model.close();
        money.close();
    }
}
