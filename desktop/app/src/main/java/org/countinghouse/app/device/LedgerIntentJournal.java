package org.countinghouse.app.device;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.IntentJournal;
import org.countinghouse.device.money.IntentRecord;
import org.countinghouse.device.money.Step;
import org.countinghouse.device.money.StepText;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.machine.MachineStep;
import org.countinghouse.ledger.machine.MachineStepped;
import org.countinghouse.ledger.machine.OpenIntent;
import org.countinghouse.ledger.machine.Stage;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.store.JournalUnavailable;

/// The intents of a till's cash machines in the ledger: every step is an entry, on disk before the call returns.
///
/// The entry of a step has an id counted on from the intent's, so a step given again is the same order, and an intent
/// is read back by looking its steps up one after the other. Any thread may call; the desk does one thing at a time.
final class LedgerIntentJournal implements IntentJournal {
    /// An order may lead to several entries, whose ids count on by one: the steps stay clear of them.
    private static final int APART = 16;

    /// Of so many intents it is kept who asked and what was read: a machine is asked again and again.
    private static final int MOST_RECENT = 32;

    /// A machine's words are cut to this.
    private static final int LONGEST_WORDS = 1_000;

    /// An entry that no cloud would take, since a machine told so much, is not written: it would stop the copy for
    /// good.
    private static final int MOST_TEXT = 64 * 1024;

    private final Desk desk;
    private final Function<UUID, Optional<Entry>> entries;
    private final StepMoney money;
    private final TillId till;
    private final Map<UUID, Asked> asked = Collections.synchronizedMap(new Recent<>());
    private final Map<UUID, Answer.Refused> refusals = Collections.synchronizedMap(new Recent<>());
    private final Map<UUID, IntentRecord> read = Collections.synchronizedMap(new Recent<>());

    private static final class Recent<V> extends LinkedHashMap<UUID, V> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, V> eldest) {
            return size() > MOST_RECENT;
        }
    }

    /// Who asked for an intent, and who stood by.
    private record Asked(String actor, Optional<String> approver) {}

    /// @param entries finds an entry by its id
    LedgerIntentJournal(Desk desk, Function<UUID, Optional<Entry>> entries, StepMoney money, TillId till) {
        this.desk = desk;
        this.entries = entries;
        this.money = money;
        this.till = till;
    }

    void asks(UUID intent, String actor, Optional<String> approver) {
        refusals.remove(intent);
        asked.put(intent, new Asked(actor, approver));
    }

    Optional<Answer.Refused> refusal(UUID intent) {
        return Optional.ofNullable(refusals.get(intent));
    }

    @Override
    public void plan(String machine, Intent intent) {
        if (find(intent.id()).isEmpty()) {
            order(intent.id(), intent.id(), guarded(() -> money.planned(machine, intent)));
        }
    }

    @Override
    public void keep(String machine, Step step) {
        var text = text(step);
        Optional<OpenIntent> open = guarded(() -> desk.ask(books -> books.intent(step.intent())));
        if (open.isEmpty()) {
            requireKept(step);
            return;
        }
        MachineStep last = open.get().last();
        if (!last.text().equals(text)) {
            Stage next = Stage.valueOf(step.state().name());
            order(
                    step.intent(),
                    id(step.intent(), open.get().steps()),
                    guarded(() -> last.then(next, money.cash(step.moved()), text)));
        }
        if (step.state().isSettled()) {
            asked.remove(step.intent());
        }
    }

    private static SortedMap<String, String> text(Step step) {
        var text = new TreeMap<>(StepText.of(step));
        text.computeIfPresent("words", (_, words) -> cut(words));
        return text;
    }

    /// Not within a character.
    private static String cut(String words) {
        if (words.length() <= LONGEST_WORDS) {
            return words;
        }
        boolean within = Character.isHighSurrogate(words.charAt(LONGEST_WORDS - 1));
        return words.substring(0, within ? LONGEST_WORDS - 1 : LONGEST_WORDS);
    }

    /// A settled intent takes nothing but what ended it, once more.
    private void requireKept(Step step) {
        boolean same = find(step.intent())
                .filter(record -> text(record.steps().getLast()).equals(text(step)))
                .isPresent();
        if (!same) {
            throw new IllegalStateException(
                    step.state() + " of an intent that is settled or unknown: " + step.intent());
        }
    }

    @Override
    public List<IntentRecord> open(String machine) {
        return guarded(() -> desk
                .ask(books -> books.intents().stream()
                        .filter(open ->
                                open.at().equals(till) && open.last().machine().equals(machine))
                        .toList())
                .stream()
                .flatMap(open -> record(open.id(), open.steps()).stream())
                .toList());
    }

    @Override
    public Optional<IntentRecord> find(UUID intent) {
        return guarded(() -> {
            long steps = desk.ask(books -> books.intent(intent))
                    .map(OpenIntent::steps)
                    .orElse(Long.MAX_VALUE);
            return record(intent, steps);
        });
    }

    /// The intent with its first steps, from the entries; those that were read before are not read again.
    private Optional<IntentRecord> record(UUID intent, long steps) {
        Optional<IntentRecord> record = Optional.ofNullable(read.get(intent))
                .or(() -> stepped(intent, 0).map(MachineStepped::step).map(first -> {
                    Intent planned = StepText.intent(first.text());
                    return new IntentRecord(planned, List.of(StepMoney.first(planned)));
                }));
        if (record.isEmpty()) {
            return record;
        }
        var all = new ArrayList<>(record.get().steps());
        while (all.size() < steps && !all.getLast().state().isSettled()) {
            var next = stepped(intent, all.size());
            if (next.isEmpty()) {
                break;
            }
            all.add(StepText.step(next.get().step().text()));
        }
        var whole = new IntentRecord(record.get().intent(), all);
        read.put(intent, whole);
        return Optional.of(whole);
    }

    private Optional<MachineStepped> stepped(UUID intent, long number) {
        return entries.apply(id(intent, number))
                .map(Entry::fact)
                .filter(MachineStepped.class::isInstance)
                .map(MachineStepped.class::cast);
    }

    /// The id of the entry of a step.
    ///
    /// @param number from 0; the first step has the intent's own
    static UUID id(UUID intent, long number) {
        return new UUID(intent.getMostSignificantBits(), intent.getLeastSignificantBits() + (number << APART));
    }

    private void order(UUID intent, UUID id, MachineStep step) {
        long told = step.text().values().stream().mapToLong(String::length).sum();
        if (told > MOST_TEXT) {
            throw unavailable("the machine tells more than an entry holds: " + told + " characters");
        }
        var order = new Order(id, actor(intent, step), approver(intent, step), new Command.StepMachine(till, step));
        switch (guarded(() -> desk.perform(order))) {
            case Answer.Done done -> requireSame(done, step);
            case Answer.Refused refused -> {
                refusals.put(intent, refused);
                throw unavailable("the ledger refuses it: " + refused.why().code());
            }
            case Answer.NotRecording stopped -> throw unavailable(stopped.reason());
        }
    }

    private static void requireSame(Answer.Done done, MachineStep step) {
        boolean same = done.entries().getFirst().fact() instanceof MachineStepped stepped
                && stepped.step().text().equals(step.text());
        if (!same) {
            throw new IllegalStateException(
                    "another entry has the id of this step: " + done.entries().getFirst());
        }
    }

    /// Who asked; the station itself for what an earlier run left open, or when who asked is gone.
    private String actor(UUID intent, MachineStep step) {
        return Optional.ofNullable(asked.get(intent))
                .map(Asked::actor)
                .filter(name -> step.stage() == Stage.PLANNED || isHere(name))
                .orElse(Entry.STATION);
    }

    private boolean isHere(String name) {
        return guarded(() -> desk.ask(books -> books.person(name)))
                .filter(person -> !person.left())
                .isPresent();
    }

    /// Whoever stood by said yes to an end, not to each step.
    private Optional<String> approver(UUID intent, MachineStep step) {
        return step.stage().isProved()
                ? Optional.ofNullable(asked.get(intent)).flatMap(Asked::approver)
                : Optional.empty();
    }

    /// What the station cannot write, the machine must not do.
    private static <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (StationFault | JournalUnavailable e) {
            throw new Unavailable(String.valueOf(e.getMessage()), e);
        }
    }

    private static Unavailable unavailable(String why) {
        return new Unavailable(why, new StationFault(why));
    }
}
