package org.countinghouse.app.settings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.approval.Policy.Limit;
import org.countinghouse.ledger.people.Role;

/// What one role may do in one matter without a second person.
sealed interface Alone {
    record Free() implements Alone {}

    record Never() implements Alone {}

    /// @param most in minor units by currency, or in times under the empty code; a currency that is not named is
    ///     never allowed alone
    record UpTo(Map<String, Long> most) implements Alone {
        public UpTo {
            most = Map.copyOf(most);
        }

        long most(String currency) {
            return most.getOrDefault(currency, 0L);
        }
    }

    /// Of two limits for the same thing the ledger takes the more generous one.
    static Alone of(List<Limit> limits) {
        if (limits.isEmpty()) {
            return new Free();
        }
        var most = new TreeMap<String, Long>();
        limits.stream()
                .filter(limit -> limit.upTo() > 0)
                .forEach(limit -> most.merge(limit.currency(), limit.upTo(), Math::max));
        return most.isEmpty() ? new Never() : new UpTo(most);
    }

    default List<Limit> limits(Role role, Matter matter) {
        return switch (this) {
            case Free() -> List.of();
            case Never() -> List.of(new Limit(role, matter, "", 0));
            case UpTo(var most) ->
                new TreeMap<>(most)
                        .entrySet().stream()
                                .map(each -> new Limit(role, matter, each.getKey(), each.getValue()))
                                .toList();
        };
    }
}
