package org.countinghouse.app.shell;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.resources.Texts;

/// Somebody to choose, with the name and the role. Its user data is the person.
public final class PersonTile extends ToggleButton {
    public PersonTile(Person person, Texts texts) {
        var initial = new Label(person.name().substring(0, person.name().offsetByCodePoints(0, 1)));
        initial.getStyleClass().add("person-initial");
        var name = new Label(person.name());
        name.getStyleClass().add("person-name");
        var role = new Label(texts.text("signin.role." + person.role().name().toLowerCase(Locale.ROOT)));
        role.getStyleClass().add("hint");
        setGraphic(new HBox(initial, new VBox(name, role)));
        getStyleClass().add("person-tile");
        setAccessibleText(person.name());
        setUserData(person);
    }
}
