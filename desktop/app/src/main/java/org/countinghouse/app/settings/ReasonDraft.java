package org.countinghouse.app.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.approval.Policy.Reason;

/// The shop's words for its matters, while they are put in order.
final class ReasonDraft {
    /// Where a reason is asked for; a safe drop has a bag instead.
    static final List<Matter> MATTERS = List.of(
            Matter.PAID_IN, Matter.PAID_OUT, Matter.REFUND, Matter.NO_SALE, Matter.OVER_SHORT, Matter.CORRECTION);

    private static final String WORD = "[a-z0-9]+(-[a-z0-9]+)*";

    private final Supplier<Rules> rules;
    private final Consumer<Rules> changed;

    ReasonDraft(Supplier<Rules> rules, Consumer<Rules> changed) {
        this.rules = rules;
        this.changed = changed;
    }

    List<Reason> of(Matter matter) {
        return rules.get().reasons(matter);
    }

    /// The books keep `a-z`, `0-9` and `-` only, so that a word is the same in every language and file.
    static boolean isWord(String word) {
        return word.matches(WORD);
    }

    /// @return whether there is no such word yet
    boolean add(Matter matter, String word, boolean noteNeeded) {
        boolean fresh = of(matter).stream().noneMatch(each -> each.word().equals(word));
        if (fresh) {
            change(matter, all -> all.add(new Reason(matter, word, noteNeeded)));
        }
        return fresh;
    }

    void takeOut(Reason reason) {
        change(reason.matter(), all -> all.remove(reason));
    }

    void needsNote(Reason reason, boolean needed) {
        change(
                reason.matter(),
                all -> all.replaceAll(
                        each -> each.equals(reason) ? new Reason(each.matter(), each.word(), needed) : each));
    }

    boolean mayMove(Reason reason, int by) {
        int to = of(reason.matter()).indexOf(reason) + by;
        return to >= 0 && to < of(reason.matter()).size();
    }

    void move(Reason reason, int by) {
        if (mayMove(reason, by)) {
            change(reason.matter(), all -> {
                int from = all.indexOf(reason);
                all.add(from + by, all.remove(from));
            });
        }
    }

    private void change(Matter matter, Consumer<List<Reason>> how) {
        var all = new ArrayList<>(of(matter));
        how.accept(all);
        changed.accept(rules.get().with(matter, all));
    }
}
