package org.countinghouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.Sha256;
import org.countinghouse.ledger.entry.ShopSetUp;
import org.countinghouse.ledger.people.PersonAdded;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.report.LedgerExported;
import org.countinghouse.ledger.till.TillId;
import org.junit.jupiter.api.Test;

/// That entries went to the accountant is an entry too.
class ExportTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-21");
    /// Holds 4111111111111111, which passes for a payment card's number.
    private static final Sha256 HASH = new Sha256("a4111111111111111b".repeat(4).substring(0, 64));

    private final Books books = new Books();

    private static LedgerExported export(LocalDate from, LocalDate to, long after, long upTo, String name) {
        return new LedgerExported(
                "journal-generic",
                from,
                to,
                Optional.empty(),
                after,
                upTo,
                2,
                HASH,
                List.of(new LedgerExported.File(name, HASH)));
    }

    private Decision decide(String actor, LedgerExported export) {
        if (books.shop().isEmpty()) {
            take(Entry.STATION, new ShopSetUp("Shop", List.of("GBP"), List.of(new TillId("1")), "Europe/London"));
            take(Entry.STATION, new PersonAdded("anna", "Anna", Role.ACCOUNTANT));
            take(Entry.STATION, new PersonAdded("dara", "Dara", Role.CASHIER));
        }
        var circumstances = new Circumstances(DAY, actor, Optional.empty(), History.in(List.of()));
        return new CashRules(books, circumstances).decide(new Command.RecordExport(export));
    }

    private void take(String actor, org.countinghouse.ledger.entry.Fact fact) {
        books.apply(new Entry(
                books.lastSequence() + 1,
                new java.util.UUID(0x0192f0c87b1a7000L, books.lastSequence()),
                java.time.Instant.parse("2026-11-21T08:00:00Z"),
                DAY,
                Optional.empty(),
                actor,
                Optional.empty(),
                fact));
    }

    private static String refusal(Decision decision) {
        return decision instanceof Decision.Refused refused ? refused.why().code() : "";
    }

    @Test
    void theAccountantsExportIsWrittenOutsideAnyShiftAndMovesNothing() {
        var decision = decide("anna", export(DAY, DAY, 0, 3, "journal.csv"));
        assertThat(decision).isInstanceOfSatisfying(Decision.Decided.class, decided -> {
            assertThat(decided.shift()).isEmpty();
            assertThat(decided.facts())
                    .singleElement()
                    .satisfies(fact -> assertThat(fact.postings()).isEmpty());
        });
    }

    @Test
    void whoMayNotReadTheLedgerExportsNothing() {
        assertThat(refusal(decide("dara", export(DAY, DAY, 0, 3, "journal.csv"))))
                .isEqualTo("not-allowed");
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefused() {
        assertThat(refusal(decide("anna", export(DAY, DAY.minusDays(1), 0, 3, "journal.csv"))))
                .isEqualTo("not-a-period");
    }

    @Test
    void entriesThatDoNotExistCannotHaveBeenExported() {
        assertThat(refusal(decide("anna", export(DAY, DAY, 0, 4, "journal.csv"))))
                .isEqualTo("not-in-ledger");
        assertThat(refusal(decide("anna", export(DAY, DAY, 3, 2, "journal.csv"))))
                .isEqualTo("not-in-ledger");
        assertThat(refusal(decide("anna", export(DAY, DAY, -1, 2, "journal.csv"))))
                .isEqualTo("not-in-ledger");
    }

    @Test
    void aHashIsNoCardNumberButATypedOneStillIs() {
        assertThat(refusal(decide("anna", export(DAY, DAY, 0, 3, "journal.csv"))))
                .isEmpty();
        assertThat(refusal(decide("anna", export(DAY, DAY, 0, 3, "4111111111111111.csv"))))
                .isEqualTo("card-number");
    }
}
