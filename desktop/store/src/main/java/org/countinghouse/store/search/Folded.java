package org.countinghouse.store.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Words in the one spelling of [Fold], which still knows what was folded.
public final class Folded {
    private final String text;
    private final int[] starts;
    private final int[] ends;

    /// A part of the words as they were written: from a place up to another one, never inside a letter with its signs.
    public record Span(int from, int to) {}

    private Folded(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    public String text() {
        return text;
    }

    /// Whether all of these stand somewhere in it.
    ///
    /// @param terms folded
    public boolean holds(List<String> terms) {
        return terms.stream().allMatch(text::contains);
    }

    /// Where these stand in the words that were folded, in order; those that touch are one.
    ///
    /// @param terms folded
    public List<Span> spans(List<String> terms) {
        var found = new ArrayList<Span>();
        for (String term : terms) {
            for (int at = text.indexOf(term); at >= 0 && !term.isEmpty(); at = text.indexOf(term, at + 1)) {
                found.add(new Span(starts[at], ends[at + term.length() - 1]));
            }
        }
        found.sort(Comparator.comparingInt(Span::from));
        var joined = new ArrayList<Span>();
        for (Span span : found) {
            if (!joined.isEmpty() && span.from() <= joined.getLast().to()) {
                Span last = joined.removeLast();
                joined.add(new Span(last.from(), Math.max(last.to(), span.to())));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    static final class Builder {
        private final StringBuilder text;
        private int[] starts;
        private int[] ends;

        Builder(int length) {
            text = new StringBuilder(length);
            starts = new int[length + 1];
            ends = new int[length + 1];
        }

        void add(int point, int start, int end) {
            int at = text.length();
            text.appendCodePoint(point);
            if (text.length() > starts.length) {
                starts = Arrays.copyOf(starts, 2 * text.length());
                ends = Arrays.copyOf(ends, 2 * text.length());
            }
            Arrays.fill(starts, at, text.length(), start);
            Arrays.fill(ends, at, text.length(), end);
        }

        Folded built() {
            return new Folded(text.toString(), starts, ends);
        }
    }
}
