package org.countinghouse.store.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The signs of one Khmer letter in one order, and what looks the same written the same. Keyboards let people type a
/// foot before or after a vowel and the screen shows no difference; Unicode's canonical order leaves them as typed.
/// After the Unicode Standard, chapter 16.4, "Ordering of Syllable Components": robat, shifter, feet with that of ro
/// last, vowels, signs.
final class KhmerOrder {
    private static final int FIRST_LETTER = 0x1780;
    private static final int LAST_LETTER = 0x17B3;
    private static final int DA = 0x178A;
    private static final int TA = 0x178F;
    private static final int RO = 0x179A;
    private static final int COENG = 0x17D2;
    private static final int ROBAT = 0x17CC;
    private static final int MUUSIKATOAN = 0x17C9;
    private static final int TRIISAP = 0x17CA;
    private static final int AA = 0x17B6;
    private static final int II = 0x17B8;
    private static final int U = 0x17BB;
    private static final int OE = 0x17BE;
    private static final int E = 0x17C1;
    private static final int OO = 0x17C4;

    /// What stays together: one sign, or a coeng and the letter that becomes its foot.
    private record Part(int sign, int foot) {
        int rank() {
            return switch (sign) {
                case ROBAT -> 0;
                case MUUSIKATOAN, TRIISAP -> 1;
                case COENG -> foot == RO ? 3 : 2;
                default -> sign >= AA && sign <= 0x17C5 ? 4 : 5;
            };
        }
    }

    private static final Comparator<Part> ORDER =
            Comparator.comparingInt(Part::rank).thenComparingInt(part -> part.sign == COENG ? 0 : part.sign);

    private KhmerOrder() {}

    /// Whether signs can belong to it: a consonant or an independent vowel.
    static boolean isLetter(int point) {
        return point >= FIRST_LETTER && point <= LAST_LETTER;
    }

    /// @param points a letter and what belongs to it
    static List<Integer> of(List<Integer> points) {
        var parts = parts(points);
        join(parts, E, AA, OO);
        join(parts, E, II, OE);
        shiftAbove(parts);
        var ordered = new ArrayList<Integer>();
        ordered.add(points.getFirst());
        parts.stream().sorted(ORDER).distinct().forEach(part -> {
            ordered.add(part.sign);
            if (part.foot != 0) {
                ordered.add(part.foot);
            }
        });
        if (points.getLast() == COENG) {
            // Somebody is still typing: its letter comes next.
            ordered.add(COENG);
        }
        return ordered;
    }

    /// A coeng between signs is a foot without a letter: nobody sees it.
    private static List<Part> parts(List<Integer> points) {
        var parts = new ArrayList<Part>();
        for (int at = 1; at < points.size(); at++) {
            int sign = points.get(at);
            if (sign != COENG) {
                parts.add(new Part(sign, 0));
            } else if (at + 1 < points.size() && isLetter(points.get(at + 1))) {
                at++;
                // Both feet are drawn alike.
                parts.add(new Part(COENG, points.get(at) == DA ? TA : points.get(at)));
            }
        }
        return parts;
    }

    /// A vowel typed as two halves.
    private static void join(List<Part> parts, int left, int right, int whole) {
        var first = new Part(left, 0);
        var second = new Part(right, 0);
        if (parts.contains(first) && parts.contains(second)) {
            parts.removeIf(part -> part.equals(first) || part.equals(second));
            parts.add(new Part(whole, 0));
        }
    }

    /// Under a vowel that stands above, both shifters are drawn as a small stroke below, as the vowel u is.
    private static void shiftAbove(List<Part> parts) {
        if (parts.stream().anyMatch(part -> part.sign >= 0x17B7 && part.sign <= 0x17BA || part.sign == OE)) {
            parts.replaceAll(part -> switch (part.sign) {
                case MUUSIKATOAN, U -> new Part(TRIISAP, 0);
                default -> part;
            });
        }
    }
}
