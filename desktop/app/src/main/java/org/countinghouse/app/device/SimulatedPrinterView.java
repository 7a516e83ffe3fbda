package org.countinghouse.app.device;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import org.countinghouse.app.device.SimulatedPrinterViewModel.Shown;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.device.spi.PrinterPeer.Scene;
import org.countinghouse.device.spi.PrinterPeer.Standing;
import org.countinghouse.resources.Texts;

/// A simulated printer and its drawer: part by part, how it stands and what can be done to it; and the paper as it was
/// printed.
public final class SimulatedPrinterView implements View {
    private static final double SLIP_WIDTH = 380;
    private static final double GROUP_WIDTH = 640;

    private final SimulatedPrinterViewModel model;
    private final Texts texts;
    private final Map<Scene, Button> played = new EnumMap<>(Scene.class);
    private Subscription life = Subscription.EMPTY;

    @FXML
    private NoticeBar notice;

    @FXML
    private GridPane parts;

    @FXML
    private Button earlier;

    @FXML
    private Label which;

    @FXML
    private Button later;

    @FXML
    private ImageView slip;

    private final Label roll = state("roll");
    private final Label cover = state("cover");
    private final Label knife = state("knife");
    private final Label drawer = state("drawer");
    private final Label lock = state("lock");
    private final Label cable = state("cable");
    private final Button key = new Button();
    private final Button shut = new Button();
    private final Button endSoon = new Button();

    public SimulatedPrinterView(SimulatedPrinterViewModel model, Session session) {
        this.model = model;
        this.texts = session.texts();
    }

    @FXML
    private void initialize() {
        act(key, "turn-key", "device.simulated.turnKey", model::turnKey);
        act(shut, "push-shut", "device.simulated.pushShut", model::pushShut);
        act(endSoon, "end-paper", "device.simulated.endPaper", model::endPaperSoon);
        part("paper", roll, List.of(Scene.PAPER_IN, Scene.PAPER_NEAR_END, Scene.PAPER_OUT))
                .getChildren()
                .add(endSoon);
        part("cover", cover, List.of(Scene.COVER_OPEN, Scene.COVER_SHUT));
        part("knife", knife, List.of(Scene.KNIFE_STUCK, Scene.KNIFE_FREE));
        part("drawer", drawer, List.of()).getChildren().addAll(key, shut);
        part("lock", lock, List.of(Scene.DRAWER_LOCKED, Scene.DRAWER_UNLOCKED));
        part("cable", cable, List.of(Scene.UNPLUGGED, Scene.PLUGGED_IN, Scene.DEAD, Scene.ALIVE));
        slip.setFitWidth(SLIP_WIDTH);
        earlier.setOnAction(_ -> model.earlierSlip());
        later.setOnAction(_ -> model.laterSlip());
        life = Subscription.combine(
                model.standingProperty().subscribe(seen -> seen.ifPresent(this::show)),
                model.shownProperty().subscribe(this::show),
                model.noticeProperty().subscribe(told -> notice.show(told, texts)));
    }

    private static Label state(String part) {
        var label = new Label();
        label.setId("state-" + part);
        label.getStyleClass().add("simulator-state");
        return label;
    }

    private FlowPane part(String name, Label state, List<Scene> scenes) {
        var title = new Label(texts.text("device.simulated.part." + name));
        title.getStyleClass().add("hint");
        title.setMinWidth(Label.USE_PREF_SIZE);
        state.setMinWidth(Label.USE_PREF_SIZE);
        var buttons = new FlowPane();
        buttons.getStyleClass().add("simulator-group");
        buttons.setPrefWrapLength(GROUP_WIDTH);
        for (Scene scene : scenes) {
            String word = word(scene);
            var play = new Button();
            act(play, "scene-" + word, "device.simulated.scene." + word, () -> model.play(scene));
            played.put(scene, play);
            buttons.getChildren().add(play);
        }
        parts.addRow(parts.getRowCount(), title, state, buttons);
        GridPane.setHgrow(buttons, Priority.ALWAYS);
        return buttons;
    }

    private void act(Button button, String id, String textKey, Runnable deed) {
        button.setId(id);
        button.setText(texts.text(textKey));
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> deed.run());
    }

    private void show(Standing standing) {
        roll.setText(paper(standing));
        cover.setText(word("cover", standing.coverOpen() ? "open" : "shut"));
        knife.setText(word("knife", standing.knifeStuck() ? "stuck" : "free"));
        drawer.setText(word("drawer", standing.drawerOpen() ? "open" : "shut"));
        lock.setText(word("lock", standing.drawerLocked() ? "locked" : "free"));
        cable.setText(word("cable", cableWord(standing)));
        var sensible = SimulatedPrinterViewModel.sensible(standing);
        played.forEach((scene, button) -> button.setDisable(!sensible.contains(scene)));
        key.setDisable(standing.drawerOpen());
        shut.setDisable(!standing.drawerOpen());
    }

    private String paper(Standing standing) {
        String left =
                word("paper", standing.roll().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        OptionalInt lines = standing.linesLeft();
        return lines.isPresent()
                ? texts.text("device.simulated.linesLeft", Map.of("paper", left, "count", lines.getAsInt()))
                : left;
    }

    private static String cableWord(Standing standing) {
        if (!standing.pluggedIn()) {
            return "out";
        }
        return standing.answers() ? "in" : "silent";
    }

    private String word(String part, String state) {
        return texts.text("device.simulated." + part + "." + state);
    }

    private static String word(Scene scene) {
        return scene.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void show(Shown shown) {
        which.setText(
                shown.of() == 0
                        ? texts.text("device.simulated.noSlip")
                        : texts.text("device.simulated.slip", Map.of("number", shown.number(), "count", shown.of())));
        earlier.setDisable(shown.number() <= 1);
        later.setDisable(shown.number() >= shown.of());
        Optional<Image> picture =
                shown.slip().map(each -> new Image(each.image().toUri().toString(), true));
        slip.setImage(picture.orElse(null));
        slip.setAccessibleText(shown.slip().map(each -> each.text()).orElse(""));
    }

    @Override
    public void leave() {
        life.unsubscribe();
    }
}
