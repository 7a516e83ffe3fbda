package org.countinghouse.store.search;

/// What an entry is found by.
///
/// @param words all of them, as people write them; the index folds them
public record Findable(Kind kind, String words) {
    /// What is searched apart from each other: of the one there are hundreds of thousands, of the other a few thousand.
    public enum Kind {
        RECEIPT,
        SHIFT
    }
}
