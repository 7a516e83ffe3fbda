package org.countinghouse.app.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.approval.Policy;
import org.countinghouse.ledger.approval.Policy.Limit;
import org.countinghouse.ledger.approval.Policy.Reason;
import org.countinghouse.ledger.people.Role;

/// A shop's policy, put so that what two people changed in it can be told apart. Immutable.
///
/// @param alone only where there is a limit
/// @param reasons in the order in which they are offered; only matters that have some
/// @param counts how often a till may be counted before a close
record Rules(Map<Cell, Alone> alone, Map<Matter, List<Reason>> reasons, long counts) {
    record Cell(Matter matter, Role role) {}

    Rules {
        alone = Map.copyOf(alone);
        reasons = Map.copyOf(reasons);
    }

    static Rules of(Policy policy) {
        var alone = new HashMap<Cell, Alone>();
        for (Limit limit : policy.limits()) {
            alone.computeIfAbsent(new Cell(limit.matter(), limit.role()), cell -> Alone.of(own(policy, cell)));
        }
        var reasons = new EnumMap<Matter, List<Reason>>(Matter.class);
        for (Reason reason : policy.reasons()) {
            reasons.merge(reason.matter(), List.of(reason), Rules::joined);
        }
        return new Rules(alone, reasons, policy.counts());
    }

    private static List<Limit> own(Policy policy, Cell cell) {
        return policy.limits().stream()
                .filter(limit -> limit.matter() == cell.matter() && limit.role() == cell.role())
                .toList();
    }

    private static List<Reason> joined(List<Reason> before, List<Reason> more) {
        var all = new ArrayList<>(before);
        all.addAll(more);
        return List.copyOf(all);
    }

    Policy policy() {
        var limits = new ArrayList<Limit>();
        var listed = new ArrayList<Reason>();
        for (Matter matter : Matter.values()) {
            for (Role role : Role.values()) {
                limits.addAll(alone(new Cell(matter, role)).limits(role, matter));
            }
            listed.addAll(reasons(matter));
        }
        return new Policy(limits, listed, counts);
    }

    Alone alone(Cell cell) {
        return alone.getOrDefault(cell, new Alone.Free());
    }

    List<Reason> reasons(Matter matter) {
        return reasons.getOrDefault(matter, List.of());
    }

    /// Those who work at a till, and whoever else has a limit.
    List<Role> roles() {
        Predicate<Role> limited = role -> alone.keySet().stream().anyMatch(cell -> cell.role() == role);
        return Arrays.stream(Role.values())
                .filter(role -> role == Role.CASHIER || role == Role.MANAGER || limited.test(role))
                .toList()
                .reversed();
    }

    Rules with(Cell cell, Alone now) {
        var all = new HashMap<>(alone);
        if (now instanceof Alone.Free) {
            all.remove(cell);
        } else {
            all.put(cell, now);
        }
        return new Rules(all, reasons, counts);
    }

    Rules with(Matter matter, List<Reason> now) {
        var all = new HashMap<>(reasons);
        if (now.isEmpty()) {
            all.remove(matter);
        } else {
            all.put(matter, List.copyOf(now));
        }
        return new Rules(alone, all, counts);
    }

    Rules withCounts(long now) {
        return new Rules(alone, reasons, now);
    }

    /// What was changed here, changed in what is there now: the rest stays as others left it.
    ///
    /// @param base what this was made from
    Rules onto(Rules base, Rules now) {
        var cells = new HashSet<>(alone.keySet());
        cells.addAll(base.alone.keySet());
        Rules merged = now;
        for (Cell cell : cells) {
            if (!alone(cell).equals(base.alone(cell))) {
                merged = merged.with(cell, alone(cell));
            }
        }
        for (Matter matter : Matter.values()) {
            if (!reasons(matter).equals(base.reasons(matter))) {
                merged = merged.with(matter, reasons(matter));
            }
        }
        return counts == base.counts ? merged : merged.withCounts(counts);
    }
}
