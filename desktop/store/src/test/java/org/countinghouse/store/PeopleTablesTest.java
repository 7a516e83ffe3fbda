package org.countinghouse.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.people.PersonAdded;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.store.JournalReader.Wait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleTablesTest {
    @TempDir
    Path folder;

    @Test
    void whatAPersonMayIsThereAfterARestart() {
        try (var shop = new TestShop(folder)) {
            shop.perform(new Command.AddPerson(new PersonAdded("tom", "Tom", Role.CASHIER)));
            shop.perform(new Command.AddPerson(new PersonAdded("sok", "Sok", Role.CASHIER)));
            shop.perform(new Command.ChangePermission("tom", Verb.BANK_DEPOSIT, true));
            shop.perform(new Command.ChangePermission("tom", Verb.NO_SALE, false));
            shop.perform(new Command.RefuseSignIn("tom"));
            shop.perform(new Command.RemovePerson("sok"));
        }
        try (var shop = new TestShop(folder)) {
            var tom = shop.journal.books().person("tom").orElseThrow();
            assertThat(tom.may(Verb.BANK_DEPOSIT)).isTrue();
            assertThat(tom.may(Verb.NO_SALE)).isFalse();
            assertThat(tom.wrongPins()).isEqualTo(1);
            assertThat(shop.journal.books().person("sok").orElseThrow().left()).isTrue();
            assertThat(shop.verify()).isInstanceOf(Verification.Whole.class);
        }
    }

    @Test
    void aLedgerOfTheFirstVersionKnowsItsWrongPinsAfterTheUpdate(@TempDir Path before)
            throws SQLException, IOException {
        try (var shop = new TestShop(folder)) {
            shop.perform(new Command.RefuseSignIn("dara"));
            shop.perform(new Command.SignIn("dara"));
            shop.perform(new Command.RefuseSignIn("dara"));
            shop.perform(new Command.RefuseSignIn("dara"));
        }
        OldLedgerTest.downgrade(folder, before);
        try (var shop = new TestShop(before)) {
            assertThat(shop.journal.books().person("dara").orElseThrow().wrongPins())
                    .isEqualTo(2);
            assertThat(shop.verify()).isInstanceOf(Verification.Whole.class);
        }
    }

    @Test
    void whatIsLeftOfAWaitIsKept() {
        try (var shop = new TestShop(folder);
                var reader = shop.journal.reader()) {
            reader.keepWait("dara", new Wait(5, Duration.ofSeconds(30)));
            reader.keepWait("dara", new Wait(6, Duration.ofMillis(1_234)));
        }
        try (var shop = new TestShop(folder);
                var reader = shop.journal.reader()) {
            assertThat(reader.waitOf("dara")).hasValue(new Wait(6, Duration.ofMillis(1_234)));
            assertThat(reader.waitOf("maly")).isEmpty();
        }
    }
}
