package org.countinghouse.app.backoffice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countinghouse.app.backoffice.LedgerPages.Page;
import org.countinghouse.app.shell.Blind;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.Papers;
import org.countinghouse.app.shell.Proof;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.approval.Policy;
import org.countinghouse.ledger.correction.CorrectionMade;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.entry.ShopSetUp;
import org.countinghouse.ledger.machine.OwedPaid;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.safe.BankDeposited;
import org.countinghouse.ledger.safe.ChangeReceived;
import org.countinghouse.ledger.safe.MachineMoved;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.till.FloatLoaned;
import org.countinghouse.ledger.till.PaidIn;
import org.countinghouse.ledger.till.PaidOut;
import org.countinghouse.ledger.till.RefundMade;
import org.countinghouse.ledger.till.SafeDropped;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.resources.Language;
import org.countinghouse.store.Verification;

/// The ledger as somebody who looks into it reads it. Waits for the disk: never call it on the screen thread.
public final class AuditTrail {
    private final Desk desk;
    private final Shop shop;
    private final Papers papers;
    private final Optional<Proof> proof;
    private final LedgerPages pages;

    public AuditTrail(Desk desk, Shop shop, Papers papers, Optional<Proof> proof) {
        this.desk = desk;
        this.shop = shop;
        this.papers = papers;
        this.proof = proof;
        this.pages = new LedgerPages(desk, shop.zone());
    }

    /// What an entry does not say itself.
    ///
    /// @param hash in hexadecimal digits; empty where there is nothing to prove
    /// @param corrects the entry it takes back
    /// @param correctedBy the entry that takes it back
    /// @param slip whether there is a slip of it
    record About(Optional<String> hash, Optional<Entry> corrects, Optional<Entry> correctedBy, boolean slip) {}

    /// @param names of everybody who works or has worked here
    /// @param unsealed shifts whose count is not sealed yet
    record Known(Map<String, String> names, Set<ShiftId> unsealed) {}

    boolean read(Period period, long after, Predicate<Page> told) {
        return pages.read(period, after, told);
    }

    Known known() {
        return desk.ask(books -> new Known(
                books.people().stream().collect(Collectors.toMap(Person::employee, Person::name)),
                tills(books)
                        .flatMap(till -> books.unreported(till).stream())
                        .filter(shift -> Blind.hides(true, List.of(shift)))
                        .map(Shift::id)
                        .collect(Collectors.toSet())));
    }

    private Stream<TillId> tills(Books books) {
        return books.shop().map(ShopSetUp::tills).orElse(List.of(shop.till())).stream();
    }

    Optional<Entry> entry(long sequence) {
        return desk.entries(sequence - 1, 1).stream()
                .filter(entry -> entry.sequence() == sequence)
                .findFirst();
    }

    /// @param wanted whether somebody still wants to know: a correction may lie years behind its entry
    About about(Entry entry, BooleanSupplier wanted) {
        return new About(
                proof.flatMap(each -> each.hash(entry.sequence())),
                entry.fact() instanceof CorrectionMade made ? entry(made.sequence()) : Optional.empty(),
                isCorrectable(entry.fact()) ? correction(entry, wanted) : Optional.empty(),
                papers.hasSlip(entry));
    }

    private Optional<Entry> correction(Entry wrong, BooleanSupplier wanted) {
        long at = wrong.sequence();
        while (wanted.getAsBoolean()) {
            var page = desk.entries(at, LedgerPages.PAGE);
            var found = page.stream()
                    .filter(entry -> entry.fact() instanceof CorrectionMade made
                            && made.corrects().equals(wrong.id()))
                    .findFirst();
            if (found.isPresent() || page.isEmpty()) {
                return found;
            }
            at = page.getLast().sequence();
        }
        return Optional.empty();
    }

    /// What the ledger takes back; anything else is counted, closed or said anew.
    static boolean isCorrectable(Fact fact) {
        return fact instanceof SaleMade
                || fact instanceof RefundMade
                || fact instanceof PaidIn
                || fact instanceof PaidOut
                || fact instanceof SafeDropped
                || fact instanceof FloatLoaned
                || fact instanceof BankDeposited
                || fact instanceof ChangeReceived
                || fact instanceof MachineMoved
                || fact instanceof OwedPaid;
    }

    /// The shop's reasons for a correction; empty when every reason is good.
    List<Policy.Reason> reasons() {
        return desk.ask(books -> books.policy().reasons().stream()
                .filter(reason -> reason.matter() == Matter.CORRECTION)
                .toList());
    }

    Answer perform(Order order) {
        return desk.perform(order);
    }

    Papers.Printed print(Entry entry, Language language) {
        return papers.copy(entry, language);
    }

    boolean isProvable() {
        return proof.isPresent();
    }

    long size() {
        return desk.ask(Books::lastSequence);
    }

    /// Empty when it was stopped, or there is nothing to prove.
    Optional<Verification> verify(LongPredicate goOn) {
        return proof.flatMap(each -> each.verify(goOn));
    }

    LocalDate today() {
        return desk.today();
    }

    Runnable watch(Consumer<List<Entry>> told) {
        return desk.watch(told);
    }
}
