package org.countinghouse.app.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.people.PersonAdded;
import org.countinghouse.ledger.people.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PersonDraftTest {
    private final PersonDraft draft = new PersonDraft();

    @BeforeEach
    void aShopWhereDaraWorksAndSokHasLeft() {
        draft.begin(
                List.of(new Person("dara", "Dara", Role.CASHIER), new Person("sok", "Sok", Role.CASHIER).gone()),
                List.of(Role.MANAGER, Role.CASHIER));
    }

    @Test
    void theShortNameFollowsTheName() {
        draft.nameProperty().set("Zoë Martin");
        assertThat(draft.shortNameProperty().get()).isEqualTo("zoe");
        assertThat(draft.completeProperty().get()).isTrue();
        assertThat(draft.person()).isEqualTo(new PersonAdded("zoe", "Zoë Martin", Role.CASHIER));
    }

    @Test
    void aShortNameThatIsTakenIsNumbered() {
        draft.nameProperty().set("Dara Chan");
        assertThat(draft.shortNameProperty().get()).isEqualTo("dara-2");
    }

    @Test
    void aNameInOtherLettersIsCalledByTheRole() {
        draft.nameProperty().set("សុខា");
        assertThat(draft.shortNameProperty().get()).isEqualTo("cashier");
        draft.roleProperty().set(Optional.of(Role.MANAGER));
        assertThat(draft.shortNameProperty().get()).isEqualTo("manager");
    }

    @Test
    void aShortNameThatWasTypedStays() {
        draft.nameProperty().set("Zoë");
        draft.shortNameProperty().set("zm");
        draft.nameProperty().set("Zoë Martin");
        assertThat(draft.shortNameProperty().get()).isEqualTo("zm");
    }

    @Test
    void theShortNameOfSomebodyWhoLeftIsNotGivenAgain() {
        draft.nameProperty().set("Sok");
        draft.shortNameProperty().set("sok");
        assertThat(draft.completeProperty().get()).isFalse();
        assertThat(draft.problem()).map(Notice::key).hasValue("people.form.taken");
    }

    @Test
    void nobodyIsCalledAsTheStationIs() {
        draft.nameProperty().set("Station");
        assertThat(draft.shortNameProperty().get()).isEqualTo("station-2");
        draft.shortNameProperty().set("station");
        assertThat(draft.completeProperty().get()).isFalse();
    }

    @Test
    void aShortNameHasPlainLettersOnly() {
        draft.nameProperty().set("Zoë");
        draft.shortNameProperty().set("Zoë!");
        assertThat(draft.completeProperty().get()).isFalse();
        assertThat(draft.problem()).map(Notice::key).hasValue("people.form.notShort");
    }

    @Test
    void aNameIsNeeded() {
        draft.shortNameProperty().set("zoe");
        draft.nameProperty().set("  ");
        assertThat(draft.completeProperty().get()).isFalse();
    }
}
