package org.countinghouse.ledger.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.countinghouse.ledger.Draft;
import org.countinghouse.ledger.EntryGivenBefore;
import org.countinghouse.ledger.EntryStore;
import org.countinghouse.ledger.count.OverShortFound;
import org.countinghouse.ledger.count.OverShortFound.Occasion;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.machine.MachineStepped;
import org.countinghouse.ledger.machine.Stage;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.ledger.till.SaleMade;

/// Ledgers that are wrong on purpose, each in one way: a simulator that lets one pass proves nothing.
final class BrokenDisks {
    private BrokenDisks() {}

    /// Forgets which ids it was given, and writes an order that comes again a second time.
    static Disk writesTwice() {
        return new AlteredDisk(inner -> new StoreWrapper(inner) {
            @Override
            public boolean contains(UUID id) {
                return false;
            }

            @Override
            public List<Entry> append(Draft draft) {
                try {
                    return super.append(draft);
                } catch (EntryGivenBefore _) {
                    return super.append(under(draft, draft.facts()));
                }
            }
        });
    }

    /// Keeps what the customer gave as if nothing had been given back.
    static Disk forgetsChange() {
        return altering(facts -> facts.stream().map(BrokenDisks::withoutChange).toList());
    }

    private static Fact withoutChange(Fact fact) {
        return fact instanceof SaleMade sale && sale.settled().isEmpty()
                ? new SaleMade(
                        sale.at(),
                        sale.total().plus(sale.change().amount()),
                        sale.lines(),
                        sale.tenders(),
                        Cash.of(sale.change().currency().zero()),
                        sale.reference())
                : fact;
    }

    /// Counts a Z report that was never taken.
    static Disk skipsZ() {
        return altering(facts -> facts.stream().map(BrokenDisks::oneFurther).toList());
    }

    private static Fact oneFurther(Fact fact) {
        return fact instanceof ZReported z && z.number() > 1
                ? new ZReported(
                        z.at(),
                        z.number() + 1,
                        z.shifts(),
                        z.firstSequence(),
                        z.lastSequence(),
                        z.figures(),
                        z.counts(),
                        z.grandTotals(),
                        z.seal())
                : fact;
    }

    /// Keeps a machine's payment as if it had never been sent.
    static Disk forgetsPayments() {
        return altering(facts -> facts.stream().map(BrokenDisks::unsent).toList());
    }

    private static Fact unsent(Fact fact) {
        return fact instanceof MachineStepped stepped && stepped.step().stage() == Stage.SENT
                ? new MachineStepped(stepped.at(), stepped.number(), Optional.empty(), stepped.step())
                : fact;
    }

    /// Sets what one currency is short against what another is over.
    static Disk netsCurrencies() {
        return altering(facts -> {
            var found = facts.stream()
                    .filter(OverShortFound.class::isInstance)
                    .map(OverShortFound.class::cast)
                    .filter(each -> each.occasion() == Occasion.CLOSING)
                    .toList();
            if (found.size() < 2) {
                return facts;
            }
            var netted = new ArrayList<>(facts);
            netted.remove(found.get(1));
            netted.set(netted.indexOf(found.get(0)), plus(found.get(0), found.get(1)));
            return netted;
        });
    }

    private static OverShortFound plus(OverShortFound one, OverShortFound other) {
        Money counted = one.counted()
                .plus(one.counted().currency().of(other.difference().minorUnits()));
        return new OverShortFound(one.at(), one.occasion(), one.expected(), counted);
    }

    /// Acknowledges before the disk has it: a start finds the last entry gone.
    static Disk losesTheLast() {
        return new Disk() {
            private MemoryDisk inner = new MemoryDisk();

            @Override
            public EntryStore start() {
                var kept = inner.entries();
                inner = new MemoryDisk(kept.size() > 20 ? kept.subList(0, kept.size() - 1) : kept);
                return inner.start();
            }

            @Override
            public List<Entry> entries() {
                return inner.entries();
            }

            @Override
            public String damage() {
                return inner.damage();
            }
        };
    }

    private static Disk altering(UnaryOperator<List<Fact>> change) {
        return new AlteredDisk(inner -> new StoreWrapper(inner) {
            @Override
            public List<Entry> append(Draft draft) {
                List<Fact> changed = change.apply(draft.facts());
                return super.append(changed.equals(draft.facts()) ? draft : with(draft, changed));
            }
        });
    }

    private static Draft with(Draft draft, List<Fact> facts) {
        return new Draft(
                facts,
                draft.ids().subList(0, facts.size()),
                draft.recordedAt(),
                draft.businessDate(),
                draft.shift(),
                draft.actor(),
                draft.approver());
    }

    private static Draft under(Draft draft, List<Fact> facts) {
        return new Draft(
                facts,
                facts.stream().map(_ -> UUID.randomUUID()).toList(),
                draft.recordedAt(),
                draft.businessDate(),
                draft.shift(),
                draft.actor(),
                draft.approver());
    }

    /// A disk whose store is altered at every start.
    private record AlteredDisk(Disk disk, Function<EntryStore, EntryStore> alter) implements Disk {
        AlteredDisk(Function<EntryStore, EntryStore> alter) {
            this(new MemoryDisk(), alter);
        }

        @Override
        public EntryStore start() {
            return alter.apply(disk.start());
        }

        @Override
        public List<Entry> entries() {
            return disk.entries();
        }

        @Override
        public String damage() {
            return disk.damage();
        }
    }
}
