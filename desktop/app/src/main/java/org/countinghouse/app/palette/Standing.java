package org.countinghouse.app.palette;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.countinghouse.app.shell.OfficePage;
import org.countinghouse.app.shell.Theme;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.resources.Language;

/// Who stands at the counter, and how it stands with it.
///
/// @param shift the one that has the till
/// @param pages of the back office, those for this person
/// @param training whether somebody practises here
/// @param offersTraining whether this person can begin to
record Standing(
        Person person,
        Optional<Shift> shift,
        List<OfficePage> pages,
        boolean training,
        boolean offersTraining,
        Language language,
        Theme theme) {
    boolean may(Verb... verbs) {
        return Stream.of(verbs).anyMatch(person::may);
    }

    boolean trades() {
        return shift.filter(Shift::isTrading).isPresent();
    }

    boolean waits() {
        return shift.isPresent() && !trades();
    }
}
