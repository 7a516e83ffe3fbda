package org.countinghouse.store.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.store.JournalReader;
import org.countinghouse.store.TestShop;
import org.countinghouse.store.Verification;
import org.countinghouse.wire.Hash;

/// What somebody finds who opens a ledger after a fault and was told which orders were acknowledged. An audit goes
/// on where the one before it ended; the chain says that nothing before that was changed.
final class Audit {
    private static final int ALL = Integer.MAX_VALUE;

    private final Map<Long, Integer> byId = new HashMap<>();
    private final Map<String, Integer> bySlip = new HashMap<>();
    private long seen;
    private Optional<Hash> head = Optional.empty();

    /// @param acknowledged the last order that was; -1 when none was
    /// @return what is wrong, in words; empty when all is well
    List<String> look(TestShop shop, long acknowledged) {
        var findings = entries(shop, acknowledged);
        Verification verification = shop.verify();
        if (!(verification instanceof Verification.Whole)) {
            findings.add(verification.toString());
        }
        return findings;
    }

    /// The same without going through the whole chain and all sums.
    List<String> entries(TestShop shop, long acknowledged) {
        var findings = new ArrayList<String>();
        try (var reader = shop.journal.reader()) {
            read(reader, findings);
        }
        long written = written();
        if (written < acknowledged) {
            findings.add("order " + (written + 1) + " was acknowledged and is not there, nor what came after it up to "
                    + acknowledged);
        }
        if (written > acknowledged + 1) {
            findings.add("order " + written + " is there, and only " + acknowledged + " was acknowledged");
        }
        for (long order = 0; order <= written; order++) {
            if (!byId.containsKey(order)) {
                findings.add("order " + order + " is missing before order " + written);
            }
        }
        byId.forEach((order, times) -> once("order " + order, times, findings));
        bySlip.forEach((order, times) -> once(order, times, findings));
        return findings;
    }

    /// The last order that is there; -1 when none is.
    long written() {
        return byId.size() - 1;
    }

    private static void once(String order, int times, List<String> findings) {
        if (times > 1) {
            findings.add(order + " is there " + times + " times");
        }
    }

    private void read(JournalReader reader, List<String> findings) {
        if (!reader.hash(seen).equals(head)) {
            findings.add("entry " + seen + " is not what it was");
        }
        for (var entry : reader.entries(seen, ALL)) {
            Orders.order(entry.id()).ifPresent(order -> byId.merge(order, 1, Integer::sum));
            if (entry.fact() instanceof SaleMade sale) {
                bySlip.merge(sale.reference(), 1, Integer::sum);
            }
            seen = entry.sequence();
        }
        head = reader.hash(seen);
    }
}
