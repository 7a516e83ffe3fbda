package org.countinghouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.ledger.catalogue.ItemSet;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.entry.ShopSetUp;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.people.LockedOut;
import org.countinghouse.ledger.people.PersonAdded;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.people.SignInRefused;
import org.countinghouse.ledger.people.TrainingDone;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.ledger.till.SaleLine;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.ledger.till.TillId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A shop with one of each role: dara a cashier, maly a manager, rose the owner, anna the accountant, ivo the
/// installer.
class PermissionTest {
    private static final TillId TILL = Day.TILL;
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    private final Books books = new Books();

    PermissionTest() {
        give("station", new Command.SetUpShop(new ShopSetUp("Test", List.of("GBP"), List.of(TILL), "UTC")));
        add("dara", Role.CASHIER);
        add("maly", Role.MANAGER);
        add("rose", Role.OWNER);
        add("anna", Role.ACCOUNTANT);
        add("ivo", Role.INSTALLER);
    }

    @ParameterizedTest(name = "{0}: cashier {1}, manager {2}, accountant {3}, installer {4}")
    @CsvSource({
        "sell,               yes, yes, no,  no",
        "refund,             yes, yes, no,  no",
        "paid-in,            yes, yes, no,  no",
        "paid-out,           yes, yes, no,  no",
        "no-sale,            yes, yes, no,  no",
        "safe-drop,          yes, yes, no,  no",
        "float-loan,         yes, yes, no,  no",
        "send-bag,           yes, yes, no,  no",
        "receive-bag,        yes, yes, no,  no",
        "move-machine,       yes, yes, no,  no",
        "bank-deposit,       no,  yes, no,  no",
        "change-order,       no,  yes, no,  no",
        "count-safe,         no,  yes, no,  no",
        "count-machine,      no,  yes, no,  no",
        "settle-machine,     no,  yes, no,  no",
        "open-shift,         yes, yes, no,  no",
        "count,              yes, yes, no,  no",
        "suspend-shift,      yes, yes, no,  no",
        "hand-over,          yes, yes, no,  no",
        "close-shift,        yes, yes, no,  no",
        "take-z,             yes, yes, no,  no",
        "correct,            yes, yes, no,  no",
        "set-rate,           no,  yes, no,  no",
        "x-report,           yes, yes, yes, no",
        "read-z,             yes, yes, yes, no",
        "read-expected,      no,  yes, yes, no",
        "read-balances,      no,  yes, yes, no",
        "read-ledger,        no,  yes, yes, no",
        "verify,             no,  yes, yes, yes",
        "approve-over-short, no,  yes, no,  no",
        "approve-refund,     no,  yes, no,  no",
        "approve-paid-in,    no,  yes, no,  no",
        "approve-paid-out,   no,  yes, no,  no",
        "approve-no-sale,    no,  yes, no,  no",
        "approve-safe-drop,  no,  yes, no,  no",
        "approve-correction, no,  yes, no,  no",
        "set-up,             no,  no,  no,  yes",
        "set-policy,         no,  no,  no,  no",
        "add-person,         no,  yes, no,  no",
        "change-permission,  no,  yes, no,  no",
        "set-pin,            no,  yes, no,  no",
        "unlock,             no,  yes, no,  no",
        "accept-ledger,      no,  yes, no,  no",
        "train,              yes, yes, yes, yes"
    })
    void eachRoleMayWhatTheTableSaysAndTheOwnerEverything(
            String word, String cashier, String manager, String accountant, String installer) {
        Verb verb = Verb.of(word).orElseThrow();
        assertThat(may("dara", verb)).isEqualTo(cashier.equals("yes"));
        assertThat(may("maly", verb)).isEqualTo(manager.equals("yes"));
        assertThat(may("anna", verb)).isEqualTo(accountant.equals("yes"));
        assertThat(may("ivo", verb)).isEqualTo(installer.equals("yes"));
        assertThat(may("rose", verb)).isTrue();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "dara,    open,               ok",
        "maly,    open,               ok",
        "rose,    open,               ok",
        "anna,    open,               not-allowed",
        "ivo,     open,               not-allowed",
        "station, open,               not-allowed",
        "nobody,  open,               not-allowed",
        "dara,    deposit,            not-allowed",
        "maly,    deposit,            ok",
        "dara,    set-item,           not-allowed",
        "maly,    set-item,           ok",
        "anna,    set-item,           not-allowed",
        "ivo,     set-item,           not-allowed",
        "station, set-item,           not-allowed",
        "dara,    set-up,             not-allowed",
        "ivo,     set-up,             ok",
        "dara,    add-cashier,        not-allowed",
        "maly,    add-cashier,        ok",
        "maly,    add-owner,          not-allowed",
        "maly,    make-rose-cashier,  not-allowed",
        "rose,    make-rose-cashier,  last-owner",
        "rose,    add-owner,          ok",
        "rose,    add-station,        not-allowed",
        "maly,    remove-dara,        ok",
        "maly,    remove-rose,        not-allowed",
        "rose,    remove-rose,        last-owner",
        "dara,    remove-maly,        not-allowed",
        "maly,    remove-nobody,      unknown-employee",
        "maly,    grant-dara-deposit, ok",
        "maly,    grant-dara-set-up,  not-allowed",
        "rose,    grant-dara-set-up,  ok",
        "dara,    grant-dara-deposit, not-allowed",
        "rose,    grant-rose-deposit, owner-may-all",
        "dara,    pin-dara,           ok",
        "dara,    pin-maly,           not-allowed",
        "maly,    pin-dara,           ok",
        "maly,    pin-rose,           not-allowed",
        "rose,    pin-maly,           ok",
        "maly,    unlock-dara,        ok",
        "maly,    unlock-maly,        not-allowed",
        "maly,    unlock-rose,        ok",
        "dara,    unlock-maly,        not-allowed",
        "dara,    sign-in-dara,       ok",
        "dara,    sign-in-maly,       not-allowed",
        "station, refuse-dara,        ok"
    })
    void whoMayGiveWhichCommand(String actor, String what, String answer) {
        assertThat(give(actor, command(what))).isEqualTo(answer);
    }

    private static Command command(String what) {
        return switch (what) {
            case "open" -> new Command.OpenShift(TILL, List.of(Cash.of(Day.GBP.of(100))), Optional.empty());
            case "deposit" -> new Command.DepositAtBank(Cash.of(Day.GBP.of(100)), "1");
            case "set-item" ->
                new Command.SetItem(new ItemSet(
                        "coffee", List.of(new ItemSet.Name("en", "Coffee")), List.of(Day.GBP.of(250)), true));
            case "set-up" -> new Command.SetUpShop(new ShopSetUp("Other", List.of("GBP"), List.of(TILL), "UTC"));
            case "add-cashier" -> new Command.AddPerson(new PersonAdded("tom", "Tom", Role.CASHIER));
            case "add-owner" -> new Command.AddPerson(new PersonAdded("tom", "Tom", Role.OWNER));
            case "add-station" -> new Command.AddPerson(new PersonAdded("station", "Tom", Role.CASHIER));
            case "make-rose-cashier" -> new Command.AddPerson(new PersonAdded("rose", "Rose", Role.CASHIER));
            case String remove when remove.startsWith("remove-") -> new Command.RemovePerson(last(remove));
            case "grant-dara-deposit" -> new Command.ChangePermission("dara", Verb.BANK_DEPOSIT, true);
            case "grant-dara-set-up" -> new Command.ChangePermission("dara", Verb.SET_UP, true);
            case "grant-rose-deposit" -> new Command.ChangePermission("rose", Verb.BANK_DEPOSIT, false);
            case String pin when pin.startsWith("pin-") -> new Command.ChangePin(last(pin));
            case String unlock when unlock.startsWith("unlock-") -> new Command.Unlock(last(unlock));
            case String in when in.startsWith("sign-in-") -> new Command.SignIn(last(in));
            case String refuse when refuse.startsWith("refuse-") -> new Command.RefuseSignIn(last(refuse));
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static String last(String what) {
        return what.substring(what.lastIndexOf('-') + 1);
    }

    @Test
    void aGrantAndAWithdrawalHoldForOnePersonAlone() {
        add("tom", Role.CASHIER);
        give("maly", new Command.ChangePermission("dara", Verb.BANK_DEPOSIT, true));
        give("maly", new Command.ChangePermission("dara", Verb.REFUND, false));
        assertThat(may("dara", Verb.BANK_DEPOSIT)).isTrue();
        assertThat(may("dara", Verb.REFUND)).isFalse();
        assertThat(may("tom", Verb.BANK_DEPOSIT)).isFalse();
        assertThat(may("tom", Verb.REFUND)).isTrue();
        give("maly", new Command.ChangePermission("dara", Verb.REFUND, true));
        assertThat(may("dara", Verb.REFUND)).isTrue();
    }

    @Test
    void closingWithAZNeedsTheRightToBoth() {
        give("maly", new Command.ChangePermission("dara", Verb.TAKE_Z, false));
        assertThat(give("dara", command("open"))).isEqualTo("ok");
        assertThat(give("dara", new Command.CountTill(TILL, List.of(Cash.of(Day.GBP.of(100))))))
                .isEqualTo("ok");
        assertThat(give("dara", new Command.CloseShift(TILL, List.of(), "", true)))
                .isEqualTo("not-allowed");
        assertThat(give("dara", new Command.CloseShift(TILL, List.of(), "", false)))
                .isEqualTo("ok");
    }

    @Test
    void whoHasLeftMayDoNothingAndComesBackOnlyWhenAddedAgain() {
        give("maly", new Command.RemovePerson("dara"));
        assertThat(give("dara", command("open"))).isEqualTo("not-allowed");
        assertThat(give("dara", command("sign-in-dara"))).isEqualTo("not-allowed");
        add("dara", Role.CASHIER);
        assertThat(give("dara", command("open"))).isEqualTo("ok");
    }

    @Test
    void whoApprovesHasTheRightAndIsNeverWhoActs() {
        var maly = books.person("maly").orElseThrow();
        assertThat(maly.mayApprove(Verb.APPROVE_REFUND, "dara")).isTrue();
        assertThat(maly.mayApprove(Verb.APPROVE_REFUND, "maly")).isFalse();
        assertThat(books.person("dara").orElseThrow().mayApprove(Verb.APPROVE_REFUND, "maly"))
                .isFalse();
    }

    @Test
    void theFifthWrongPinLocksOutAndTheTwentiethStops() {
        for (int wrong = 1; wrong <= 21; wrong++) {
            var facts = facts("station", new Command.RefuseSignIn("dara"));
            assertThat(facts.getFirst()).isEqualTo(new SignInRefused("dara"));
            assertThat(facts.stream().anyMatch(LockedOut.class::isInstance)).isEqualTo(wrong >= 5);
        }
        assertThat(books.person("dara").orElseThrow().wrongPins()).isEqualTo(21);
        assertThat(books.person("maly").orElseThrow().wrongPins()).isZero();
        give("maly", new Command.Unlock("dara"));
        assertThat(books.person("dara").orElseThrow().wrongPins()).isZero();
    }

    @Test
    void signingInForgivesTheWrongPinsBefore() {
        give("station", new Command.RefuseSignIn("dara"));
        give("dara", new Command.SignIn("dara"));
        assertThat(books.person("dara").orElseThrow().wrongPins()).isZero();
    }

    @Test
    void aCardNumberIsRefusedInEveryTextOfEveryCommand() {
        String card = "4111 1111 1111 1111";
        give("maly", command("open"));
        var pound = Cash.of(Day.GBP.of(100));
        var paid = List.of(Tendered.of(Tender.CASH, Day.GBP.of(100)));
        for (Command command : List.of(
                new Command.PayIn(TILL, pound, "found", card),
                new Command.PayIn(TILL, pound, "4111-1111-1111-1111", ""),
                new Command.PayOut(TILL, pound, "milk", card),
                new Command.OpenDrawer(TILL, card),
                new Command.DropToSafe(TILL, pound, card),
                new Command.LoanFloat(TILL, pound, card),
                new Command.DepositAtBank(pound, card),
                new Command.ReceiveChange(pound, card),
                new Command.Refund(TILL, pound, Tender.CASH, Optional.empty(), card),
                new Command.Sell(TILL, Day.GBP.of(100), List.of(), paid, Optional.empty(), card),
                new Command.Sell(
                        TILL,
                        Day.GBP.of(100),
                        List.of(new SaleLine(card, 1, Day.GBP.of(100))),
                        paid,
                        Optional.empty(),
                        ""),
                new Command.CloseShift(TILL, List.of(), card, false),
                new Command.AddPerson(new PersonAdded("tom", card, Role.CASHIER)))) {
            assertThat(give("maly", command)).as(command.toString()).isEqualTo("card-number");
        }
    }

    @Test
    void anAmountThatLooksLikeACardIsAnAmount() {
        give("maly", command("open"));
        assertThat(give("maly", new Command.PayIn(TILL, Cash.of(Day.GBP.of(4_222_222_222_222L)), "found", "")))
                .isEqualTo("ok");
    }

    @Test
    void practiceIsCountedAndMovesNothing() {
        give("dara", command("open"));
        var shift = books.openShift(TILL).orElseThrow().id();
        var before = books.snapshot();
        give("dara", new Command.RecordTraining(Optional.of(TILL), List.of("sale-made", "paid-out")));
        assertThat(books.snapshot().balances()).isEqualTo(before.balances());
        assertThat(books.snapshot().stock()).isEqualTo(before.stock());
        assertThat(books.snapshot().shifts()).isEqualTo(before.shifts());
        assertThat(books.figures(shift).times(Line.TRAINING)).isEqualTo(2);
        assertThat(books.figures(shift).expected(Day.GBP)).isEqualTo(Day.GBP.of(100));
    }

    @Test
    void practiceOutsideAShiftIsCountedForTheTill() {
        var facts = facts("dara", new Command.RecordTraining(Optional.of(TILL), List.of("sale-made")));
        assertThat(facts).containsExactly(new TrainingDone("sale-made", Optional.of(TILL)));
        assertThat(books.between(TILL).times(Line.TRAINING)).isEqualTo(1);
    }

    private boolean may(String employee, Verb verb) {
        return books.person(employee).orElseThrow().may(verb);
    }

    private void add(String employee, Role role) {
        give("station", new Command.AddPerson(new PersonAdded(employee, employee, role)));
    }

    /// @return `ok`, or the refusal's code
    private String give(String actor, Command command) {
        return switch (decide(actor, command)) {
            case Decision.Refused refused -> refused.why().code();
            case Decision.Decided decided -> {
                write(actor, decided);
                yield "ok";
            }
        };
    }

    private List<Fact> facts(String actor, Command command) {
        var decided = (Decision.Decided) decide(actor, command);
        write(actor, decided);
        return decided.facts();
    }

    private Decision decide(String actor, Command command) {
        return new CashRules(books, new Circumstances(TODAY, actor, Optional.empty(), History.in(List.of())))
                .decide(command);
    }

    private void write(String actor, Decision.Decided decided) {
        for (Fact fact : decided.facts()) {
            long sequence = books.lastSequence() + 1;
            books.apply(new Entry(
                    sequence,
                    new UUID(7, sequence),
                    Instant.EPOCH,
                    decided.businessDate(),
                    decided.shift(),
                    actor,
                    Optional.empty(),
                    fact));
        }
    }
}
