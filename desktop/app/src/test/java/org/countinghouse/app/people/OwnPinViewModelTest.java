package org.countinghouse.app.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.countinghouse.app.people.PinTyping.Step;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.ledger.people.PinChanged;
import org.countinghouse.ledger.people.SignInRefused;
import org.junit.jupiter.api.Test;

class OwnPinViewModelTest {
    private final SampleStation station = SampleStation.bakery();
    private final List<Notice> told = new ArrayList<>();
    private int closed;
    private final OwnPinViewModel model = new OwnPinViewModel(
            station.session("dara"),
            new ShopPeople(station.desk, station),
            SampleStation.atOnce(),
            told::add,
            () -> closed++);

    @Test
    void aCashierTakesAnotherPinAfterTheOldOne() {
        type("123456");
        type("482915");
        type("482915");
        assertThat(station.pin("dara")).isEqualTo("482915");
        assertThat(station.desk.facts(PinChanged.class)).containsExactly(new PinChanged("dara"));
        assertThat(told).extracting(Notice::key).containsExactly("people.own.done");
        assertThat(closed).isEqualTo(1);
    }

    @Test
    void aWrongOldPinIsWrittenDownAndChangesNothing() {
        type("654321");
        assertThat(model.typing().stepProperty().get()).isEqualTo(Step.OLD);
        assertThat(model.typing().noticeProperty().get()).map(Notice::key).hasValue("signin.wrong");
        assertThat(station.desk.facts(SignInRefused.class)).containsExactly(new SignInRefused("dara"));
        assertThat(station.pin("dara")).isEqualTo("123456");
    }

    @Test
    void whileTheDiskIsFullTheOldPinHolds() {
        type("123456");
        station.desk.record(false);
        type("482915");
        type("482915");
        assertThat(station.pin("dara")).isEqualTo("123456");
        assertThat(model.typing().stepProperty().get()).isEqualTo(Step.NEW);
        assertThat(model.typing().noticeProperty().get()).map(Notice::key).hasValue("shell.error.journal");
        assertThat(closed).isZero();
    }

    private void type(String pin) {
        pin.chars().forEach(key -> model.typing().press((char) key));
        model.typing().enter();
    }
}
