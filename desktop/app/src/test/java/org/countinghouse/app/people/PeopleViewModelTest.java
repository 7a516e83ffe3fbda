package org.countinghouse.app.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.app.people.PeopleViewModel.Panel;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Pins;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.people.PermissionChanged;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.people.PersonAdded;
import org.countinghouse.ledger.people.PersonLeft;
import org.countinghouse.ledger.people.PinChanged;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.people.Unlocked;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.store.JournalUnavailable;
import org.junit.jupiter.api.Test;

class PeopleViewModelTest {
    private final SampleStation station = SampleStation.bakery();
    private boolean keeps = true;

    @Test
    void whoWorksHereComesFirst() {
        var model = model("rose");
        choose(model, "dara");
        model.takeOut();
        model.confirmTakeOut();
        assertThat(model.sheet().shown())
                .extracting(member -> member.person().employee())
                .containsExactly("maly", "rose", "dara");
    }

    @Test
    void somebodyNewIsAddedWithAPinAndChosen() {
        var model = model("maly");
        add(model, "Zoe", "482915");
        assertThat(station.desk.facts(PersonAdded.class)).contains(new PersonAdded("zoe", "Zoe", Role.CASHIER));
        assertThat(station.desk.facts(PinChanged.class)).containsExactly(new PinChanged("zoe"));
        assertThat(station.pin("zoe")).isEqualTo("482915");
        assertThat(model.panelProperty().get()).isEqualTo(Panel.CARD);
        assertThat(model.chosenProperty().get()).map(Member::state).hasValue(Member.State.WORKS);
        assertThat(told(model)).isEqualTo("people.added");
    }

    @Test
    void whoeverIsAddedWhileThePinCannotBeKeptHasNoneAndIsGivenOneLater() {
        keeps = false;
        var model = model("maly");
        add(model, "Zoe", "482915");
        assertThat(told(model)).isEqualTo("people.pin.notKept");
        assertThat(model.chosenProperty().get()).map(Member::state).hasValue(Member.State.NO_PIN);
        keeps = true;
        model.givePin();
        twice(model, "482915");
        assertThat(station.pin("zoe")).isEqualTo("482915");
        assertThat(told(model)).isEqualTo("people.pin.given");
    }

    @Test
    void whileTheDiskIsFullNobodyIsAddedAndTheSameCanBeTriedAgain() {
        var model = model("maly");
        station.desk.record(false);
        add(model, "Zoe", "482915");
        assertThat(model.panelProperty().get()).isEqualTo(Panel.PIN);
        assertThat(model.typing().noticeProperty().get()).map(Notice::key).hasValue("shell.error.journal");
        assertThat(station.pin("zoe")).isNull();
        station.desk.record(true);
        twice(model, "482915");
        assertThat(station.desk.facts(PersonAdded.class))
                .filteredOn(added -> added.employee().equals("zoe"))
                .hasSize(1);
        assertThat(station.pin("zoe")).isEqualTo("482915");
    }

    @Test
    void aManagerIsNotOfferedToMakeAnOwner() {
        var model = model("maly");
        model.add();
        assertThat(model.draft().roles()).doesNotContain(Role.OWNER);
        model.back();
        choose(model, "dara");
        model.change();
        assertThat(model.draft().roles()).doesNotContain(Role.OWNER);
    }

    @Test
    void aManagerDoesNothingAboutAnOwner() {
        var model = model("maly");
        choose(model, "rose");
        model.change();
        model.givePin();
        model.takeOut();
        assertThat(model.panelProperty().get()).isEqualTo(Panel.CARD);
        model.confirmTakeOut();
        model.set(Verb.SELL, false);
        assertThat(station.desk.facts(PersonLeft.class)).isEmpty();
        assertThat(station.desk.facts(PermissionChanged.class)).isEmpty();
    }

    @Test
    void aNameAndARoleAreChanged() {
        var model = model("maly");
        choose(model, "dara");
        model.change();
        model.draft().nameProperty().set("Dara Chan");
        model.draft().roleProperty().set(Optional.of(Role.MANAGER));
        model.submit();
        assertThat(station.person("dara")).isEqualTo(new Person("dara", "Dara Chan", Role.MANAGER));
        assertThat(told(model)).isEqualTo("people.saved");
    }

    @Test
    void whoLeftIsTakenBackInWithTheRightsFromBefore() {
        var model = model("maly");
        choose(model, "dara");
        model.set(Verb.REFUND, false);
        model.takeOut();
        model.confirmTakeOut();
        assertThat(station.person("dara").left()).isTrue();
        model.takeBack();
        assertThat(station.person("dara").left()).isFalse();
        assertThat(station.person("dara").may(Verb.REFUND)).isFalse();
    }

    @Test
    void takingSomebodyOutIsAskedFirst() {
        var model = model("maly");
        choose(model, "dara");
        model.takeOut();
        assertThat(station.desk.facts(PersonLeft.class)).isEmpty();
        model.back();
        assertThat(model.panelProperty().get()).isEqualTo(Panel.CARD);
        assertThat(station.person("dara").left()).isFalse();
    }

    @Test
    void whoeverIsLockedOutIsSeenAndUnlocked() {
        for (int wrong = 0; wrong < 5; wrong++) {
            order(Entry.STATION, new Command.RefuseSignIn("dara"));
        }
        var model = model("maly");
        choose(model, "dara");
        assertThat(model.chosenProperty().get()).map(Member::state).hasValue(Member.State.WAITS);
        model.unlock();
        assertThat(station.desk.facts(Unlocked.class)).containsExactly(new Unlocked("dara"));
        assertThat(model.chosenProperty().get()).map(Member::state).hasValue(Member.State.WORKS);
        model.unlock();
        assertThat(station.desk.facts(Unlocked.class)).hasSize(1);
    }

    @Test
    void aRightTellsTheRoleAndWhatWasSetForThePerson() {
        var model = model("maly");
        choose(model, "dara");
        model.rights();
        assertThat(right(model, Verb.REFUND).key()).isEqualTo("people.right.roleMay");
        model.set(Verb.REFUND, false);
        assertThat(right(model, Verb.REFUND).key()).isEqualTo("people.right.withdrawn");
        model.set(Verb.REFUND, true);
        assertThat(right(model, Verb.REFUND).key()).isEqualTo("people.right.allowedAsRole");
        model.set(Verb.COUNT_SAFE, true);
        assertThat(right(model, Verb.COUNT_SAFE).key()).isEqualTo("people.right.allowed");
        assertThat(right(model, Verb.SET_POLICY).changeable()).isFalse();
        assertThat(model.panelProperty().get()).isEqualTo(Panel.RIGHTS);
    }

    @Test
    void whatIsSoAlreadyIsNotWrittenAgain() {
        var model = model("maly");
        choose(model, "dara");
        model.set(Verb.REFUND, true);
        assertThat(station.desk.facts(PermissionChanged.class)).isEmpty();
    }

    @Test
    void whatIsWithdrawnFromWhoDecidesHoldsAtOnce() {
        var model = model("maly");
        choose(model, "dara");
        order("rose", new Command.ChangePermission("maly", Verb.SET_PIN, false));
        model.givePin();
        assertThat(model.panelProperty().get()).isEqualTo(Panel.CARD);
    }

    private static Right right(PeopleViewModel model, Verb verb) {
        return model.rights(VerbGroup.of(verb)).stream()
                .filter(right -> right.verb() == verb)
                .findFirst()
                .orElseThrow();
    }

    private static void add(PeopleViewModel model, String name, String pin) {
        model.add();
        model.draft().nameProperty().set(name);
        model.submit();
        twice(model, pin);
    }

    private static void twice(PeopleViewModel model, String pin) {
        for (String typed : List.of(pin, pin)) {
            typed.chars().forEach(key -> model.typing().press((char) key));
            model.typing().enter();
        }
    }

    private static void choose(PeopleViewModel model, String employee) {
        model.sheet().shown().stream()
                .filter(member -> member.person().employee().equals(employee))
                .findFirst()
                .ifPresent(model::choose);
    }

    private static String told(PeopleViewModel model) {
        return model.noticeProperty().get().map(Notice::key).orElse("");
    }

    private void order(String actor, Command command) {
        station.desk.perform(new Order(UUID.randomUUID(), actor, Optional.empty(), command));
    }

    private PeopleViewModel model(String actor) {
        return new PeopleViewModel(
                station.session(actor), new ShopPeople(station.desk, new FullDisk()), SampleStation.atOnce());
    }

    /// The station's PINs, on a disk that is full at times.
    private final class FullDisk implements Pins {
        @Override
        public Verdict check(String employee, char[] pin) {
            return station.check(employee, pin);
        }

        @Override
        public void set(String employee, char[] pin) {
            if (!keeps) {
                throw new JournalUnavailable("the disk is full");
            }
            station.set(employee, pin);
        }

        @Override
        public boolean has(String employee) {
            return station.has(employee);
        }
    }
}
