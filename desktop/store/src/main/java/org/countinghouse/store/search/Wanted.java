package org.countinghouse.store.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What somebody looks for.
///
/// @param terms folded; an entry is found when each stands somewhere in its words
/// @param actor only what this employee did
/// @param after only entries after this sequence
/// @param limit at most so many, the newest first
public record Wanted(Findable.Kind kind, List<String> terms, Optional<String> actor, long after, int limit) {
    public Wanted {
        terms = List.copyOf(terms);
    }

    /// What is typed, word by word.
    public static List<String> terms(String typed) {
        return Arrays.stream(Fold.text(typed).strip().split(" "))
                .filter(term -> !term.isEmpty())
                .distinct()
                .toList();
    }
}
