package org.countinghouse.reports;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.resources.Texts;

/// What all papers of a shop have in common.
///
/// @param zone in which the shop reads its clock
/// @param currencies the shop's currencies, the main one first
/// @param people names by employee; who is missing is called by the short name entries are signed with
/// @param templates how slips are laid out
public record Letterhead(
        String shop,
        ZoneId zone,
        List<Currency> currencies,
        Map<String, String> people,
        Texts texts,
        Templates templates) {
    public Letterhead {
        if (currencies.isEmpty()) {
            throw new IllegalArgumentException("a shop has at least one currency");
        }
        currencies = List.copyOf(currencies);
        people = Map.copyOf(people);
    }

    /// With slips laid out as we bring them.
    public Letterhead(String shop, ZoneId zone, List<Currency> currencies, Map<String, String> people, Texts texts) {
        this(shop, zone, currencies, people, texts, Templates.brought());
    }

    String person(String employee) {
        return people.getOrDefault(employee, employee);
    }

    String approver(Entry entry) {
        return entry.approver().map(this::person).orElse("");
    }

    LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    Currency currency(String code) {
        return currencies.stream()
                .filter(currency -> currency.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the shop does not know the currency " + code));
    }
}
