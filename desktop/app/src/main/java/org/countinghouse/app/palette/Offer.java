package org.countinghouse.app.palette;

import java.util.List;
import org.countinghouse.store.search.Fold;

/// Something that can be chosen.
///
/// @param id names it on the screen, in a group
/// @param detail what tells it from others of its name; may be empty
/// @param key the key that does the same without the palette, such as `F7`; empty where there is none
/// @param also what it is found by besides what is shown, such as its names in other languages
record Offer(Group group, String id, String icon, String title, String detail, String key, String also, Choice choice) {
    private static final int NOT_FOUND = Integer.MAX_VALUE;
    private static final int ELSEWHERE = 3;

    /// Each word somewhere in it.
    ///
    /// @param terms folded
    boolean matches(List<String> terms) {
        return Fold.of(String.join("\n", title, detail, key, also)).holds(terms);
    }

    /// How near its name is to what was typed: it begins so, a word of it does, it stands in the middle, or elsewhere.
    int distance(List<String> terms) {
        if (terms.isEmpty()) {
            return 0;
        }
        String name = Fold.text(title);
        int worst = 0;
        for (String term : terms) {
            int at = name.indexOf(term);
            int one = at < 0 ? ELSEWHERE : at == 0 ? 0 : name.contains(" " + term) ? 1 : 2;
            worst = Math.max(worst, one);
        }
        return matches(terms) ? worst : NOT_FOUND;
    }
}
