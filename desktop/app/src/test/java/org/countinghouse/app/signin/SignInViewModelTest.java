package org.countinghouse.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.app.shell.Session;
import org.countinghouse.ledger.people.SignInRefused;
import org.countinghouse.ledger.people.SignedIn;
import org.junit.jupiter.api.Test;

class SignInViewModelTest {
    private final SampleStation station = SampleStation.bakery();
    private final Session session = station.session();
    private final List<Destination> gone = new ArrayList<>();
    private final SignInViewModel model = new SignInViewModel(
            session,
            new SignIn(station.desk, station.shop.till(), station, station.drafts),
            SampleStation.atOnce(),
            gone::add);

    @Test
    void aRightPinSignsInAndLeadsToTheTill() {
        model.choose("dara");
        type(station.pin("dara"));
        model.enter();
        assertThat(session.person()).hasValue(station.person("dara"));
        assertThat(gone).containsExactly(new Destination.Till());
        assertThat(station.desk.facts(SignedIn.class)).containsExactly(new SignedIn("dara"));
    }

    @Test
    void aWrongPinIsToldAndWrittenDownAndForgotten() {
        model.choose("dara");
        type("999999");
        model.enter();
        assertThat(session.person()).isEmpty();
        assertThat(model.noticeProperty().get()).map(Notice::key).hasValue("signin.wrong");
        assertThat(model.digitsProperty().get()).isZero();
        assertThat(station.desk.facts(SignInRefused.class)).containsExactly(new SignInRefused("dara"));
    }

    @Test
    void tooManyWrongPinsLockTheEmployeeOut() {
        model.choose("dara");
        for (int attempt = 0; attempt < 5; attempt++) {
            type("000000");
            model.enter();
        }
        assertThat(model.noticeProperty().get()).map(Notice::key).hasValue("signin.lockedOut");
    }

    @Test
    void nobodySignsInWithoutAName() {
        type(station.pin("dara"));
        assertThat(model.digitsProperty().get()).isZero();
        model.enter();
        assertThat(session.person()).isEmpty();
    }

    @Test
    void aNameIsFoundByItsBeginning() {
        assertThat(model.choose("MA")).isTrue();
        assertThat(model.chosenProperty().get()).hasValue(station.person("maly"));
        assertThat(model.choose("nobody")).isFalse();
        assertThat(model.choose("")).isFalse();
    }

    @Test
    void choosingSomebodyElseForgetsThePin() {
        model.choose("dara");
        type("123");
        model.choose("maly");
        assertThat(model.digitsProperty().get()).isZero();
    }

    @Test
    void nobodySignsInWhileTheBooksCannotBeWritten() {
        station.desk.record(false);
        model.choose("dara");
        type(station.pin("dara"));
        model.enter();
        assertThat(session.person()).isEmpty();
        assertThat(model.noticeProperty().get()).map(Notice::key).hasValue("shell.error.journal");
    }

    private void type(String digits) {
        digits.chars().forEach(digit -> model.press((char) digit));
    }
}
