package org.countinghouse.app.people;

import javafx.fxml.FXML;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.ledger.people.Person;

/// One's own PIN, over whatever page is shown.
public final class OwnPinView implements View {
    private final OwnPinViewModel model;
    private final Session session;
    private final Runnable close;

    @FXML
    private PinPadView pinController;

    public OwnPinView(OwnPinViewModel model, Session session, Runnable close) {
        this.model = model;
        this.session = session;
        this.close = close;
    }

    @FXML
    private void initialize() {
        pinController.show(model.typing(), close);
        pinController.title(session.person().map(Person::name).orElse(""));
    }

    @Override
    public void enter(Destination where) {
        pinController.enter();
    }

    @Override
    public void leave() {
        pinController.leave();
        model.close();
    }
}
