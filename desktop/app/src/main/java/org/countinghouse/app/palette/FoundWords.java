package org.countinghouse.app.palette;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countinghouse.app.palette.Finder.Seen;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Destination.Chosen;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.app.shell.Times;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.shift.ShiftOpened;
import org.countinghouse.ledger.till.RefundMade;
import org.countinghouse.ledger.till.SaleLine;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.resources.Texts;

/// Puts what was found into words.
final class FoundWords {
    private final Session session;
    private final Texts texts;
    private final Scope scope;

    FoundWords(Session session, Scope scope) {
        this.session = session;
        this.texts = session.texts();
        this.scope = scope;
    }

    List<Offer> offers(Seen seen) {
        return Stream.of(
                        seen.receipts().stream().flatMap(entry -> receipt(entry, seen.names())),
                        seen.shifts().stream().flatMap(entry -> shift(entry, seen.names())),
                        seen.people().stream().map(this::person))
                .flatMap(each -> each)
                .toList();
    }

    private Stream<Offer> receipt(Entry entry, Map<String, String> names) {
        if (entry.fact() instanceof SaleMade sale) {
            String items = sale.lines().stream().map(this::line).collect(Collectors.joining(", "));
            String total = Amounts.withCode(sale.total());
            return Stream.of(receipt(entry, "palette.receipt", "mdi2b-basket-outline", total, items, names));
        }
        if (entry.fact() instanceof RefundMade refund) {
            String back = Amounts.withCode(refund.amount().amount().negated());
            return Stream.of(receipt(entry, "palette.refund", "mdi2c-cash-refund", back, "", names));
        }
        return Stream.empty();
    }

    private Offer receipt(
            Entry entry, String title, String icon, String amount, String items, Map<String, String> names) {
        var zone = session.shop().zone();
        String when = Times.date(entry.recordedAt(), zone) + " " + Times.time(entry.recordedAt(), zone);
        Destination to = scope.receipts() instanceof Scope.Receipts.All
                ? new Destination.OfficeAt(new Chosen.OfEntry(entry.sequence()))
                : new Destination.EntryOfToday(entry.sequence());
        return new Offer(
                Group.RECEIPTS,
                Long.toString(entry.sequence()),
                icon,
                joined(texts.text(title, Map.of("number", entry.sequence())), amount),
                joined(items, who(entry.actor(), names), when),
                "",
                "",
                new Choice.Go(to));
    }

    private String line(SaleLine line) {
        String name = session.shop().items().stream()
                .filter(item -> item.item().equals(line.item()))
                .findFirst()
                .map((Shop.Item item) -> item.name(session.language()))
                .orElse(line.item());
        return line.quantity() == 1 ? name : line.quantity() + " \u00d7 " + name;
    }

    private Stream<Offer> shift(Entry entry, Map<String, String> names) {
        if (!(entry.fact() instanceof ShiftOpened opened)) {
            return Stream.empty();
        }
        var to = new Destination.OfficeAt(new Chosen.OfShift(opened.shift(), entry.businessDate()));
        return Stream.of(new Offer(
                Group.SHIFTS,
                opened.shift().toString(),
                "mdi2c-calendar-clock-outline",
                texts.text("shell.strip.shift", Map.of("shift", opened.shift())),
                joined(who(entry.actor(), names), entry.businessDate().toString()),
                "",
                "",
                new Choice.Go(to)));
    }

    private Offer person(Person person) {
        return new Offer(
                Group.PEOPLE,
                person.employee(),
                "mdi2a-account-circle-outline",
                person.name(),
                joined(texts.text("signin.role." + person.role().word()), person.employee()),
                "",
                "",
                new Choice.Go(new Destination.OfficeAt(new Chosen.OfPerson(person.employee()))));
    }

    private static String who(String employee, Map<String, String> names) {
        return names.getOrDefault(employee, employee);
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(" \u00b7 "));
    }
}
