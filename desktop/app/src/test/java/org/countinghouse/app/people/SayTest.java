package org.countinghouse.app.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.people.PersonAdded;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.Texts;
import org.junit.jupiter.api.Test;

class SayTest {
    private final SampleStation station = SampleStation.bakery();

    @Test
    void aManagerMakesNoOwnerAndDecidesNothingAboutOne() {
        Say maly = say("maly");
        assertThat(maly.roles()).doesNotContain(Role.OWNER).contains(Role.MANAGER, Role.CASHIER);
        Person rose = station.person("rose");
        assertThat(maly.mayChange(rose)).isFalse();
        assertThat(maly.mayTakeOut(rose)).isFalse();
        assertThat(maly.mayGivePin(rose)).isFalse();
        assertThat(maly.mayPermit(rose)).isFalse();
        assertThat(maly.reason(rose)).hasValue("people.why.higher");
    }

    @Test
    void aManagerUnlocksAnOwnerWhoIsLockedOut() {
        assertThat(say("maly").mayUnlock(station.person("rose"))).isFalse();
        assertThat(say("maly").mayUnlock(station.person("rose").withWrongPins(5)))
                .isTrue();
    }

    @Test
    void nobodyGrantsWhatTheyMayNotDoThemselves() {
        Person dara = station.person("dara");
        assertThat(say("maly").maySet(dara, Verb.SET_POLICY)).isFalse();
        assertThat(say("rose").maySet(dara, Verb.SET_POLICY)).isTrue();
        assertThat(say("maly").maySet(dara.changed(Verb.SET_POLICY, true), Verb.SET_POLICY))
                .isTrue();
    }

    @Test
    void nobodyDecidesAboutTheirOwnRights() {
        Person maly = station.person("maly");
        assertThat(say("maly").mayPermit(maly)).isFalse();
        assertThat(say("maly").mayTakeOut(maly)).isFalse();
        assertThat(say("maly").mayGivePin(maly)).isFalse();
        assertThat(say("maly").mayUnlock(maly.withWrongPins(20))).isFalse();
        assertThat(say("maly").rolesFor(maly)).containsExactly(Role.MANAGER);
    }

    @Test
    void theOnlyOwnerStaysOwner() {
        Person rose = station.person("rose");
        assertThat(say("rose").rolesFor(rose)).containsExactly(Role.OWNER);
        assertThat(say("rose").mayTakeOut(rose)).isFalse();
    }

    @Test
    void aCashierDecidesNothing() {
        Say dara = say("dara");
        assertThat(dara.mayAdd()).isFalse();
        assertThat(dara.people())
                .noneMatch(person -> dara.mayChange(person)
                        || dara.mayTakeOut(person)
                        || dara.mayGivePin(person)
                        || dara.mayPermit(person)
                        || dara.mayUnlock(person.withWrongPins(5)));
    }

    /// Whatever is offered, the ledger takes.
    @Test
    void whatIsOfferedIsNotRefused() {
        for (String actor : List.of("rose", "maly", "dara")) {
            for (Person person : station.desk.ask(Books::people)) {
                for (Verb verb : Verb.values()) {
                    if (say(actor).maySet(person, verb)) {
                        boolean other = !person.may(verb);
                        taken(actor, new Command.ChangePermission(person.employee(), verb, other));
                        taken(actor, new Command.ChangePermission(person.employee(), verb, !other));
                    }
                }
                for (Role role : say(actor).rolesFor(person)) {
                    if (say(actor).mayChange(person)) {
                        taken(actor, new Command.AddPerson(new PersonAdded(person.employee(), person.name(), role)));
                        taken(
                                "rose",
                                new Command.AddPerson(
                                        new PersonAdded(person.employee(), person.name(), person.role())));
                    }
                }
            }
        }
    }

    @Test
    void everyVerbStandsInOneGroup() {
        var all = Arrays.stream(VerbGroup.values())
                .flatMap(group -> group.verbs().stream())
                .toList();
        assertThat(all).containsExactlyInAnyOrder(Verb.values());
    }

    @Test
    void everyVerbAndGroupAndStateHasWords() {
        for (var language : Language.values()) {
            var texts = Texts.load(language);
            assertThat(Verb.values()).allMatch(verb -> texts.has(VerbGroup.key(verb)));
            assertThat(VerbGroup.values()).allMatch(group -> texts.has(group.key()));
            assertThat(Member.State.values())
                    .allMatch(state -> texts.has(state.key()) && texts.has(state.sentenceKey()));
        }
    }

    private void taken(String actor, Command command) {
        assertThat(station.desk.perform(new Order(UUID.randomUUID(), actor, Optional.empty(), command)))
                .as("%s: %s", actor, command)
                .isInstanceOf(Answer.Done.class);
    }

    private Say say(String actor) {
        return new Say(station.person(actor), station.desk.ask(Books::people));
    }
}
