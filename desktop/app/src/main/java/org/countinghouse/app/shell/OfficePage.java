package org.countinghouse.app.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.people.Verb;

/// A page of the back office, in the order in which they are offered. Its name is `shell.office.<word>` in the texts.
public enum OfficePage {
    /// How the shop stands now.
    TODAY("mdi2v-view-dashboard-outline", Verb.READ_BALANCES),
    /// The cash that is not in a till.
    SAFE(
            "mdi2s-safe",
            Verb.SEND_BAG,
            Verb.RECEIVE_BAG,
            Verb.BANK_DEPOSIT,
            Verb.CHANGE_ORDER,
            Verb.COUNT_SAFE,
            Verb.MOVE_MACHINE,
            Verb.COUNT_MACHINE),
    /// The entries of a period, and their corrections.
    AUDIT("mdi2b-book-search-outline", Verb.READ_LEDGER),
    /// The shifts of a period, and how they were counted.
    SHIFTS("mdi2c-calendar-clock-outline", Verb.READ_LEDGER, Verb.READ_BALANCES),
    /// The entries of a period for the accountant's books.
    ACCOUNTS("mdi2b-book-account-outline", Verb.READ_LEDGER),
    /// Who works here, and who may do what.
    PEOPLE("mdi2a-account-group-outline", Verb.ADD_PERSON, Verb.CHANGE_PERMISSION, Verb.SET_PIN, Verb.UNLOCK),
    /// Who does what alone, the reasons and the exchange rates.
    RULES("mdi2t-tune-variant", Verb.SET_POLICY, Verb.SET_RATE),
    /// What the shop sells, and what it costs.
    CATALOGUE("mdi2t-tag-multiple-outline", Verb.SET_RATE),
    /// What stands at this station's cables.
    DEVICES("mdi2p-printer-check", Verb.SET_UP),
    /// The copy in the cloud.
    CLOUD("mdi2c-cloud-sync-outline", Verb.SET_UP, Verb.READ_LEDGER),
    /// The copies of the ledger, what they prove, and putting one back.
    BACKUP("mdi2b-backup-restore", Verb.SET_UP, Verb.ACCEPT_LEDGER),
    /// What this station goes by, and who said so.
    SETTINGS("mdi2c-cog-outline", Verb.SET_UP);

    private final String icon;
    private final Set<Verb> verbs;

    /// @param verbs whoever may do one of these has something to do there
    OfficePage(String icon, Verb... verbs) {
        this.icon = icon;
        this.verbs = Set.of(verbs);
    }

    public boolean isFor(Person person) {
        return verbs.stream().anyMatch(person::may);
    }

    /// What a person finds there.
    public static List<OfficePage> of(Person person) {
        return Arrays.stream(values()).filter(page -> page.isFor(person)).toList();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether nobody practises there, as what is changed there is real.
    boolean isOnlyInEarnest() {
        return this == PEOPLE || this == DEVICES || this == BACKUP || this == SETTINGS;
    }

    public String icon() {
        return icon;
    }
}
