package org.countinghouse.app.shell;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// The frame: who and where at the top, the tasks at the left, devices and cloud at the bottom.
public final class ShellView implements View {
    private static final Duration TICK = Duration.seconds(1);
    /// What is over sooner needs no bar.
    private static final Duration NOTICEABLE = Duration.millis(500);
    private static final double HUNDRED = 100;

    private final ShellViewModel model;
    private final TableExport export;
    private final PauseTransition patience = new PauseTransition(NOTICEABLE);
    private final Timeline clock;
    private Subscription life = Subscription.EMPTY;
    private Consumer<Destination> go = _ -> {};
    private Runnable lockUp = () -> {};
    private boolean held;

    @FXML
    private Label shop;

    @FXML
    private Label till;

    @FXML
    private Label shift;

    @FXML
    private MenuButton languages;

    @FXML
    private Button theme;

    @FXML
    private Button textSize;

    @FXML
    private Magnifier magnifier;

    @FXML
    private HBox person;

    @FXML
    private Label name;

    @FXML
    private Label role;

    @FXML
    private Button ownPin;

    @FXML
    private Label time;

    @FXML
    private Label date;

    @FXML
    private VBox rail;

    @FXML
    private ToggleButton goTill;

    @FXML
    private ToggleButton goShift;

    @FXML
    private ToggleButton goReports;

    @FXML
    private ToggleButton goEntries;

    @FXML
    private ToggleButton goOffice;

    @FXML
    private ToggleButton goSimulators;

    @FXML
    private VBox pages;

    @FXML
    private Button train;

    @FXML
    private Button lock;

    @FXML
    private HBox trainingBand;

    @FXML
    private Button endTraining;

    @FXML
    private NoticeBar notice;

    @FXML
    private HBox exporting;

    @FXML
    private ProgressBar exportBar;

    @FXML
    private Button stopExport;

    @FXML
    private StackPane content;

    @FXML
    private StackPane veil;

    @FXML
    private Label businessDate;

    @FXML
    private View deviceStripController;

    @FXML
    private View syncStripController;

    @FXML
    private ApprovalView approvalController;

    @FXML
    private Palette paletteController;

    @FXML
    private Button search;

    @FXML
    private Parent frame;

    public ShellView(ShellViewModel model, TableExport export) {
        this.model = model;
        this.export = export;
        clock = new Timeline(new KeyFrame(TICK, _ -> tick()));
        clock.setCycleCount(Animation.INDEFINITE);
    }

    private void tick() {
        model.tick();
        model.tidyWhileAlone();
        if (model.isLeftAlone()) {
            lockUp.run();
        }
    }

    @FXML
    private void initialize() {
        Texts texts = model.session().texts();
        shop.setText(model.session().shop().name());
        till.setText(texts.text(
                "shell.strip.till", Map.of("till", model.session().shop().till())));
        time.textProperty().bind(model.timeProperty());
        date.textProperty().bind(model.dateProperty());
        showLanguages(texts);
        theme.setOnAction(_ -> model.session().themeProperty().set(other()));
        textSize.setOnAction(_ -> textSize().set(textSize().get().next()));
        boolean training = model.training() instanceof Training.Going;
        present(trainingBand, training);
        present(goSimulators, training);
        life = Subscription.combine(
                model.shiftProperty().subscribe(open -> showShift(open, texts)),
                model.session().personProperty().subscribe(who -> showPerson(who, texts)),
                model.placeProperty().subscribe(this::showPlace),
                model.session().themeProperty().subscribe(_ -> showTheme(texts)),
                textSize().subscribe(size -> showTextSize(size, texts)),
                model.noticeProperty().subscribe(told -> notice.show(told, texts)),
                driveExport());
        approvalController.whenAsked(this::hold);
        paletteController.whenOpen(_ -> keepOut());
        search.setOnAction(_ -> paletteController.open());
        clock.play();
        uncover();
    }

    /// Each language is offered in its own script, so that whoever reads no other finds it.
    private void showLanguages(Texts texts) {
        languages.setText(model.session().language().ownName());
        languages.setAccessibleText(texts.text("settings.language"));
        var group = new ToggleGroup();
        for (Language language : Language.values()) {
            var item = new RadioMenuItem(language.ownName());
            item.setId("language-" + language.code());
            item.setToggleGroup(group);
            item.setSelected(language == model.session().language());
            item.setOnAction(_ -> model.session().languageProperty().set(language));
            languages.getItems().add(item);
        }
    }

    /// Every table's wish comes up to here.
    private Subscription driveExport() {
        frame.addEventHandler(ExportWish.WISH, wish -> {
            wish.into(export);
            wish.consume();
        });
        stopExport.setOnAction(_ -> export.stop());
        patience.setOnFinished(_ -> present(exporting, export.runningProperty().get()));
        return Subscription.combine(
                export.progressProperty().subscribe(done -> exportBar.setProgress(done.longValue() / HUNDRED)),
                export.runningProperty().subscribe(this::showExport));
    }

    private void showExport(boolean running) {
        if (running) {
            patience.playFromStart();
        } else {
            patience.stop();
            present(exporting, false);
        }
    }

    private Theme other() {
        return switch (model.session().themeProperty().get()) {
            case LIGHT -> Theme.DARK;
            case DARK -> Theme.LIGHT;
        };
    }

    /// The switch says where it leads.
    private void showTheme(Texts texts) {
        String name = texts.text("shell.theme." + other().word());
        theme.setAccessibleText(name);
        theme.setTooltip(new Tooltip(name));
        theme.setGraphic(new FontIcon(
                switch (other()) {
                    case LIGHT -> "mdi2w-white-balance-sunny";
                    case DARK -> "mdi2w-weather-night";
                }));
    }

    private void showShift(Optional<Shift> open, Texts texts) {
        shift.setText(open.map(each -> texts.text("shell.strip.shift", Map.of("shift", each.id())))
                .orElseGet(() -> texts.text("shell.strip.noShift")));
        businessDate.setText(open.map(
                        each -> texts.text("shell.strip.businessDate", Map.of("date", each.businessDate())))
                .orElse(""));
    }

    private void showPerson(Optional<Person> who, Texts texts) {
        boolean signedIn = who.isPresent();
        for (Node node : List.of(person, rail, shift, search)) {
            present(node, signedIn);
        }
        present(ownPin, signedIn && model.isInEarnest());
        present(train, model.offersTraining());
        present(goOffice, !model.pages().isEmpty());
        present(languages, !signedIn);
        present(theme, !signedIn);
        name.setText(who.map(Person::name).orElse(""));
        role.setText(who.map(
                        each -> texts.text("signin.role." + each.role().name().toLowerCase(Locale.ROOT)))
                .orElse(""));
    }

    private ObjectProperty<TextSize> textSize() {
        return model.session().textSizeProperty();
    }

    private void showTextSize(TextSize size, Texts texts) {
        String name = texts.text(
                "shell.text.size",
                Map.of("percent", size.percent(), "next", size.next().percent()));
        textSize.setAccessibleText(name);
        textSize.setTooltip(new Tooltip(name));
    }

    void magnify(TextSize size) {
        magnifier.magnify(size);
    }

    /// A page that was just entered is read from its beginning.
    void readFromTheBeginning() {
        magnifier.home();
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private void showPlace(Destination place) {
        var group = new ToggleGroup();
        List.of(goTill, goShift, goReports, goEntries, goOffice, goSimulators)
                .forEach(button -> button.setToggleGroup(group));
        group.selectToggle(
                switch (place) {
                    case Destination.Till(), Destination.Move _ -> goTill;
                    case Destination.OpenShift(),
                            Destination.Count(),
                            Destination.CountParked _,
                            Destination.Recount(),
                            Destination.LeaveShift(),
                            Destination.Waiting() -> goShift;
                    case Destination.Reports() -> goReports;
                    case Destination.Entries(), Destination.EntryOfToday _ -> goEntries;
                    case Destination.Office _, Destination.OfficeAt _ -> goOffice;
                    case Destination.Simulators() -> goSimulators;
                    case Destination.SignIn(), Destination.OwnPin(), Destination.Machine() -> goTill;
                });
        showPages(place);
    }

    /// The pages of the back office stand beside each of them.
    private void showPages(Destination place) {
        Optional<OfficePage> there = page(place);
        present(pages, there.isPresent());
        there.ifPresent(shown -> pages.getChildren()
                .setAll(model.pages().stream()
                        .map(page -> pageButton(page, page == shown))
                        .toList()));
    }

    private static Optional<OfficePage> page(Destination place) {
        if (place instanceof Destination.OfficeAt(var chosen)) {
            return Optional.of(chosen.page());
        }
        return place instanceof Destination.Office(var page) ? Optional.of(page) : Optional.empty();
    }

    private ToggleButton pageButton(OfficePage page, boolean shown) {
        var button = new ToggleButton(
                model.session().texts().text("shell.office." + page.word()), new FontIcon(page.icon()));
        button.setId("office-" + page.word());
        button.setSelected(shown);
        button.setOnAction(_ -> {
            button.setSelected(shown);
            go.accept(new Destination.Office(page));
        });
        return button;
    }

    void drive(Shell shell) {
        go = shell::go;
        lockUp = shell::lock;
        goOffice.setOnAction(_ -> {
            showPlace(model.placeProperty().get());
            model.pages().stream().findFirst().ifPresent(page -> shell.go(new Destination.Office(page)));
        });
        drive(goTill, shell, new Destination.Till());
        drive(goShift, shell, new Destination.OpenShift());
        drive(goReports, shell, new Destination.Reports());
        drive(goEntries, shell, new Destination.Entries());
        drive(goSimulators, shell, new Destination.Simulators());
        ownPin.setOnAction(_ -> shell.go(new Destination.OwnPin()));
        train.setOnAction(_ -> model.train());
        endTraining.setOnAction(_ -> shell.endTraining());
        lock.setOnAction(_ -> shell.lock());
    }

    private void drive(ToggleButton button, Shell shell, Destination destination) {
        button.setOnAction(_ -> {
            showPlace(model.placeProperty().get());
            shell.go(destination);
        });
    }

    /// Whether nothing else is to be done before a second person has said yes or no.
    boolean isHeld() {
        return held;
    }

    private void hold(boolean asked) {
        held = asked;
        if (asked) {
            paletteController.close();
        }
        keepOut();
    }

    private void keepOut() {
        frame.setDisable(held || paletteController.isOpen());
    }

    /// Opens the palette, or closes it again.
    void search() {
        if (!leaveSearch()) {
            paletteController.open();
        }
    }

    /// @return whether the palette was open
    boolean leaveSearch() {
        boolean open = paletteController.isOpen();
        paletteController.close();
        return open;
    }

    void show(Parent page) {
        content.getChildren().setAll(page);
    }

    /// Puts a task over the page and keeps the page out of reach.
    void cover(Parent task) {
        veil.getChildren().setAll(task);
        veil.setVisible(true);
        content.setDisable(true);
    }

    void uncover() {
        veil.setVisible(false);
        content.setDisable(false);
        veil.getChildren().clear();
    }

    @Override
    public void leave() {
        clock.stop();
        patience.stop();
        life.unsubscribe();
        deviceStripController.leave();
        syncStripController.leave();
        approvalController.leave();
        paletteController.leave();
    }
}
