package org.countinghouse.app.people;

import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.countinghouse.app.people.PinTyping.Step;
import org.countinghouse.app.shell.Keypad;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.PinDots;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.resources.Texts;

/// A new PIN is typed here, on the pad or the keyboard.
public final class PinPadView implements View {
    private final Texts texts;
    private Subscription life = Subscription.EMPTY;

    @FXML
    private VBox pad;

    @FXML
    private Label title;

    @FXML
    private WrappedLabel step;

    @FXML
    private PinDots dots;

    @FXML
    private NoticeBar notice;

    @FXML
    private Keypad keypad;

    @FXML
    private Button cancel;

    @FXML
    private Button next;

    public PinPadView(Session session) {
        this.texts = session.texts();
    }

    /// @param back when nothing is to be changed
    void show(PinTyping typing, Runnable back) {
        keypad.forPin(texts.text("signin.backspace"), typing::press, typing::clear, pad);
        cancel.setOnAction(_ -> back.run());
        next.disableProperty().bind(typing.digitsProperty().isEqualTo(0));
        next.setOnAction(_ -> typing.enter());
        pad.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            event.getCharacter().chars().forEach(key -> typing.press((char) key));
            event.consume();
        });
        pad.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, typing, back));
        life = Subscription.combine(
                typing.stepProperty().subscribe(this::ask),
                typing.digitsProperty()
                        .subscribe(count ->
                                dots.show(count.intValue(), texts.text("signin.digits", Map.of("count", count)))),
                typing.noticeProperty().subscribe(told -> notice.show(told, texts)));
    }

    private void ask(Step now) {
        step.setText(texts.text(now.key()));
        pad.setAccessibleText(texts.text(now.key()));
    }

    /// Whose PIN it is.
    void title(String employee) {
        title.setText(texts.text("people.pin.of", Map.of("employee", employee)));
    }

    private void pressed(KeyEvent event, PinTyping typing, Runnable back) {
        switch (event.getCode()) {
            case ENTER -> {
                if (cancel.isFocused()) {
                    back.run();
                } else {
                    typing.enter();
                }
            }
            case ESCAPE -> back.run();
            case DELETE -> typing.clear();
            default -> {
                return;
            }
        }
        event.consume();
    }

    void enter() {
        pad.requestFocus();
    }

    @Override
    public void leave() {
        life.unsubscribe();
    }
}
