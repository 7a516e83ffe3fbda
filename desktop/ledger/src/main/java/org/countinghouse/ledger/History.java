package org.countinghouse.ledger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.ledger.correction.CorrectionMade;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.till.RefundMade;

/// What the rules look up among earlier entries, by id.
public interface History {
    Optional<Entry> find(UUID id);

    /// How much of a sale was refunded and not taken back, in minor units of its currency.
    long refunded(UUID sale);

    /// Whether a correction answers this entry.
    boolean isCorrected(UUID id);

    /// The history of entries that lie at hand; it grows with the list.
    static History in(List<Entry> entries) {
        return new History() {
            @Override
            public Optional<Entry> find(UUID id) {
                return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
            }

            @Override
            public long refunded(UUID sale) {
                return entries.stream()
                        .filter(entry -> entry.fact() instanceof RefundMade refund
                                && refund.sale().filter(sale::equals).isPresent()
                                && !isCorrected(entry.id()))
                        .mapToLong(entry -> value(entry.fact()))
                        .reduce(0, Math::addExact);
            }

            private static long value(Fact fact) {
                return fact instanceof RefundMade refund ? refund.value().minorUnits() : 0;
            }

            @Override
            public boolean isCorrected(UUID id) {
                return entries.stream()
                        .anyMatch(entry -> entry.fact() instanceof CorrectionMade made
                                && made.corrects().equals(id));
            }
        };
    }
}
