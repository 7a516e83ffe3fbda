package org.countinghouse.app.palette;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.Palette;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.resources.Texts;

/// The field above, what was found below it. The focus stays in the field: arrows go through the list.
public final class PaletteView implements Palette {
    /// What is over sooner needs no bar.
    private static final Duration NOTICEABLE = Duration.millis(500);

    /// What a list shows at once, about.
    private static final int A_PAGE = 8;

    private final PaletteViewModel model;
    private final Session session;
    private final PauseTransition patience = new PauseTransition(NOTICEABLE);
    private Optional<Node> before = Optional.empty();
    private Consumer<Boolean> told = _ -> {};
    private Subscription life = Subscription.EMPTY;

    @FXML
    private Parent root;

    @FXML
    private TextField field;

    @FXML
    private Button leave;

    @FXML
    private ProgressBar progress;

    @FXML
    private NoticeBar notice;

    @FXML
    private WrappedLabel nothing;

    @FXML
    private ListView<Line> list;

    public PaletteView(PaletteViewModel model, Session session) {
        this.model = model;
        this.session = session;
    }

    @FXML
    private void initialize() {
        Texts texts = session.texts();
        list.setItems(model.lines());
        list.setCellFactory(_ -> new LineCell(model, texts));
        list.setAccessibleText(texts.text("palette.found"));
        leave.setOnAction(_ -> close());
        field.textProperty().bindBidirectional(model.typedProperty());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        // Beside the card is out of it.
        root.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getTarget() == root) {
                close();
            }
        });
        patience.setOnFinished(
                _ -> progress.setVisible(model.searchingProperty().get()));
        ListChangeListener<Line> empty = _ -> showNothing(texts);
        model.lines().addListener(empty);
        life = Subscription.combine(
                () -> model.lines().removeListener(empty),
                model.openProperty().subscribe((_, now) -> show(now)),
                model.chosenProperty().subscribe(line -> showChosen(line.intValue())),
                model.searchingProperty().subscribe(now -> showSearching(now, texts)),
                model.noticeProperty().subscribe(now -> notice.show(now, texts)),
                session.personProperty().subscribe((_, _) -> close()));
    }

    private void show(boolean now) {
        if (now) {
            before = Optional.ofNullable(root.getScene().getFocusOwner());
            root.setVisible(true);
            told.accept(true);
            field.requestFocus();
        } else {
            root.setVisible(false);
            told.accept(false);
            before.ifPresent(PaletteView::giveBack);
            before = Optional.empty();
        }
    }

    /// Where a second person is asked just now, the focus goes back after their answer.
    private static void giveBack(Node node) {
        if (node.isDisabled()) {
            node.disabledProperty().addListener(new ChangeListener<>() {
                @Override
                public void changed(ObservableValue<? extends Boolean> disabled, Boolean before, Boolean off) {
                    if (!off) {
                        disabled.removeListener(this);
                        node.requestFocus();
                    }
                }
            });
        } else {
            node.requestFocus();
        }
    }

    private void showSearching(boolean now, Texts texts) {
        if (now) {
            patience.playFromStart();
        } else {
            patience.stop();
            progress.setVisible(false);
        }
        showNothing(texts);
    }

    private void showNothing(Texts texts) {
        boolean none = model.lines().isEmpty() && !model.searchingProperty().get();
        nothing.setText(texts.text(
                "palette.nothing", Map.of("text", model.typedProperty().get().strip())));
        nothing.setVisible(none);
    }

    private void showChosen(int line) {
        list.getSelectionModel().clearSelection();
        if (line >= 0) {
            list.getSelectionModel().select(line);
            // The heading above the first of a group is seen with it.
            list.scrollTo(Math.max(0, line - (A_PAGE - 2)));
            field.setAccessibleHelp(
                    model.lines().get(line) instanceof Line.Found found ? LineCell.spoken(found.offer()) : "");
        }
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case PAGE_DOWN -> model.move(A_PAGE);
            case PAGE_UP -> model.move(-A_PAGE);
            case ENTER -> {
                if (leave.isFocused()) {
                    close();
                } else {
                    model.act();
                }
            }
            case ESCAPE -> close();
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    public void open() {
        model.open();
    }

    @Override
    public void close() {
        model.close();
    }

    @Override
    public boolean isOpen() {
        return model.openProperty().get();
    }

    @Override
    public void whenOpen(Consumer<Boolean> hears) {
        told = hears;
    }

    @Override
    public void leave() {
        close();
        life.unsubscribe();
        patience.stop();
    }
}
