package org.countinghouse.app.firstrun;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.Texts;

/// One page at a time, dots for all of them above, back and on below.
public final class FirstRunView implements View {
    private final FirstRunViewModel model;
    private final Session session;
    private final Texts texts;
    private final Map<Field, Question> questions = new EnumMap<>(Field.class);
    private Subscription life = Subscription.EMPTY;

    @FXML
    private Parent root;

    @FXML
    private HBox dots;

    @FXML
    private Label title;

    @FXML
    private NoticeBar notice;

    @FXML
    private VBox language;

    @FXML
    private VBox languages;

    @FXML
    private Node shop;

    @FXML
    private Question name;

    @FXML
    private Question street;

    @FXML
    private Question town;

    @FXML
    private Question zone;

    @FXML
    private ListView<String> zones;

    @FXML
    private Node currencies;

    @FXML
    private ComboBox<String> main;

    @FXML
    private NoticeBar mainProblem;

    @FXML
    private ComboBox<String> second;

    @FXML
    private NoticeBar secondProblem;

    @FXML
    private Node till;

    @FXML
    private Question tillName;

    @FXML
    private Node manager;

    @FXML
    private Question person;

    @FXML
    private WrappedLabel signsInAs;

    @FXML
    private Question pin;

    @FXML
    private Question again;

    @FXML
    private Node devices;

    @FXML
    private View deviceListController;

    @FXML
    private Node cloud;

    @FXML
    private Question account;

    @FXML
    private Question address;

    @FXML
    private Question code;

    @FXML
    private Node review;

    @FXML
    private GridPane facts;

    @FXML
    private Node done;

    @FXML
    private WrappedLabel doneWords;

    @FXML
    private Button back;

    @FXML
    private Button next;

    public FirstRunView(FirstRunViewModel model, Session session) {
        this.model = model;
        this.session = session;
        this.texts = session.texts();
    }

    @FXML
    private void initialize() {
        questions.put(Field.NAME, name);
        questions.put(Field.STREET, street);
        questions.put(Field.TOWN, town);
        questions.put(Field.ZONE, zone);
        questions.put(Field.TILL, tillName);
        questions.put(Field.PERSON, person);
        questions.put(Field.PIN, pin);
        questions.put(Field.AGAIN, again);
        questions.put(Field.ACCOUNT, account);
        questions.put(Field.CLOUD, address);
        questions.put(Field.CODE, code);
        questions.forEach(this::bind);
        for (Language each : Language.values()) {
            languages.getChildren().add(languageButton(each));
        }
        new CurrencyChoice(main, Optional.empty(), texts).bind(model.typed(Field.MAIN), this::enter);
        new CurrencyChoice(second, Optional.of("firstrun.second.none"), texts)
                .bind(model.typed(Field.SECOND), this::enter);
        new ZoneChoice(zone.field(), zones, model).bind(this::enter);
        next.setOnAction(_ -> goOn());
        back.setOnAction(_ -> model.back());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        next.disableProperty().bind(model.pendingProperty());
        life = Subscription.combine(
                model.stepProperty().subscribe(this::show),
                model.problemsProperty().subscribe(this::showProblems),
                model.typed(Field.PERSON)
                        .subscribe(_ -> signsInAs.setText(texts.text(
                                "firstrun.person.short",
                                Map.of("employee", model.answers().shortName())))),
                model.noticeProperty().subscribe(told -> notice.show(told, texts)));
    }

    private void bind(Field field, Question question) {
        question.field().setId("field-" + field.word());
        question.field().textProperty().bindBidirectional(model.typed(field));
        question.field().setOnAction(_ -> enter(field));
    }

    /// Enter goes on: to the next field of this page, and from the last one to the next page.
    private void enter(Field field) {
        var fields = field.step().fields();
        int at = fields.indexOf(field);
        if (at + 1 < fields.size()) {
            node(fields.get(at + 1)).requestFocus();
        } else {
            goOn();
        }
    }

    /// What is wrong is where one types next.
    private void goOn() {
        model.next();
        model.problemsProperty().get().keySet().stream()
                .min(Enum::compareTo)
                .ifPresent(field -> node(field).requestFocus());
    }

    private Node node(Field field) {
        return switch (field) {
            case MAIN -> main;
            case SECOND -> second;
            case NAME, STREET, TOWN, ZONE, TILL, PERSON, PIN, AGAIN, ACCOUNT, CLOUD, CODE ->
                Objects.requireNonNull(questions.get(field)).field();
        };
    }

    private ToggleButton languageButton(Language each) {
        var button = new ToggleButton(each.ownName());
        button.setId("language-" + each.code());
        button.setSelected(each == session.language());
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> {
            button.setSelected(true);
            if (each == session.language()) {
                model.next();
            }
            session.languageProperty().set(each);
        });
        return button;
    }

    private void show(Step step) {
        var pages = new EnumMap<Step, Node>(Map.of(
                Step.LANGUAGE, language,
                Step.SHOP, shop,
                Step.CURRENCIES, currencies,
                Step.TILL, till,
                Step.MANAGER, manager,
                Step.DEVICES, devices,
                Step.CLOUD, cloud,
                Step.REVIEW, review,
                Step.DONE, done));
        pages.forEach((each, page) -> present(page, each == step));
        title.setText(texts.text("firstrun.step." + step.word()));
        present(back, step.before().isPresent());
        next.setText(texts.text(
                switch (step) {
                    case REVIEW -> "firstrun.setUp";
                    case DONE -> "firstrun.toSignIn";
                    case LANGUAGE, SHOP, CURRENCIES, TILL, MANAGER, DEVICES, CLOUD -> "firstrun.next";
                }));
        showDots(step);
        showAnswers();
        focus(step);
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private void showDots(Step now) {
        int steps = Step.values().length - 1;
        dots.getChildren().clear();
        for (int at = 0; at < steps; at++) {
            var dot = new Region();
            dot.getStyleClass().add("step-dot");
            if (at <= now.ordinal()) {
                dot.getStyleClass().add("step-reached");
            }
            dots.getChildren().add(dot);
        }
        dots.setAccessibleText(texts.text(
                "firstrun.progress", Map.of("step", Math.min(now.ordinal() + 1, steps), "steps", steps)));
    }

    private void showAnswers() {
        var answers = model.answers();
        facts.getChildren().clear();
        List<Review.Fact> all = Review.of(answers, texts);
        for (int row = 0; row < all.size(); row++) {
            var what = new Label(all.get(row).name());
            what.getStyleClass().add("hint");
            facts.addRow(row, what, new WrappedLabel(all.get(row).value()));
        }
        doneWords.setText(texts.text("firstrun.done", Map.of("shop", answers.of(Field.NAME))));
    }

    private void showProblems(Map<Field, Notice> wrong) {
        questions.forEach((field, question) -> question.tell(Optional.ofNullable(wrong.get(field)), texts));
        mainProblem.show(Optional.ofNullable(wrong.get(Field.MAIN)), texts);
        secondProblem.show(Optional.ofNullable(wrong.get(Field.SECOND)), texts);
    }

    private void focus(Step step) {
        switch (step) {
            case LANGUAGE ->
                languages.getChildren().stream()
                        .filter(each -> each instanceof ToggleButton button && button.isSelected())
                        .forEach(Node::requestFocus);
            case SHOP, CURRENCIES, TILL, MANAGER, CLOUD ->
                node(step.fields().getFirst()).requestFocus();
            case DEVICES, REVIEW, DONE -> next.requestFocus();
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            model.back();
            event.consume();
        }
    }

    @Override
    public void enter(Destination where) {
        focus(model.stepProperty().get());
    }

    @Override
    public void leave() {
        life.unsubscribe();
        deviceListController.leave();
    }
}
