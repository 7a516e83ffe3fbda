package org.countinghouse.app.catalogue;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.app.shell.Catalogue;
import org.countinghouse.app.shell.Catalogue.Listed;

/// What somebody wants to change, one change per item, and the way back step by step.
final class ItemChanges {
    private final Deque<Map<String, ItemChange>> before = new ArrayDeque<>();
    private Map<String, ItemChange> wanted = new LinkedHashMap<>();

    List<ItemChange> all() {
        return List.copyOf(wanted.values());
    }

    Optional<ItemChange> find(String word) {
        return Optional.ofNullable(wanted.get(word));
    }

    /// A change to what the item is already is none: it takes an earlier one back.
    ///
    /// @return whether anything is another now
    boolean take(ItemChange change) {
        var next = new LinkedHashMap<>(wanted);
        if (change.seen().equals(Optional.of(ItemWords.wanted(change)))) {
            next.remove(change.word());
        } else {
            next.put(change.word(), change);
        }
        if (next.equals(wanted)) {
            return false;
        }
        before.push(wanted);
        wanted = next;
        return true;
    }

    boolean canUndo() {
        return !before.isEmpty();
    }

    void undo() {
        if (canUndo()) {
            wanted = before.pop();
        }
    }

    void giveUp() {
        before.clear();
        wanted = new LinkedHashMap<>();
    }

    /// What stands in the ledger cannot be undone here any more.
    void written(Collection<String> words) {
        before.clear();
        wanted.keySet().removeAll(words);
    }

    /// The catalogue as it will be once all of it is written.
    Catalogue over(Catalogue now) {
        return now.with(all().stream().map(ItemChange::wanted).toList());
    }

    /// Takes the catalogue as others left it for what the changes are made from.
    ///
    /// @return the items that others changed while they are being changed here
    List<Listed> seen(Catalogue now) {
        var clashes = all().stream()
                .filter(change -> !now.find(change.word()).equals(change.seen()))
                .flatMap(change ->
                        now.find(change.word()).stream().filter(listed -> !listed.equals(ItemWords.wanted(change))))
                .toList();
        wanted.replaceAll((word, change) -> change.from(now.find(word)));
        return clashes;
    }
}
