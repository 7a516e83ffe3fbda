package org.countinghouse.device;

import java.time.Duration;
import java.util.Optional;

/// Tells what a scanner typed from what a person typed, for scanners that pretend to be a keyboard.
///
/// A scanner types faster than any hand, and ends with Enter or Tab. So each key is held back until the
/// next one, or the silence after it, shows who it was; a person sees a letter later by
/// [Limits#betweenKeys] and no more. With a [Limits#prefix] nothing but the prefix is ever held back,
/// and a key hit in the moment before a scan does not become part of it: set one where the scanner can
/// send it.
///
/// It has no clock and no thread: whoever feeds it hands the time in, and asks [#silence] once
/// [Verdict#waits] is over. Used from one thread.
public final class KeyboardWedge {
    private static final char GROUP_SEPARATOR = 0x1D;

    private final Limits limits;
    private final StringBuilder held = new StringBuilder();
    private Duration first = Duration.ZERO;
    private Duration last = Duration.ZERO;
    /// Part of this burst was let go already; what follows would be half a bar code, which is another
    /// article.
    private boolean torn;

    public KeyboardWedge(Limits limits) {
        this.limits = limits;
    }

    /// What is a scan.
    ///
    /// @param betweenKeys the longest between two keys of one scan. Cheap scanners need 30 ms, the
    ///        fastest hands 60 ms
    /// @param onAverage the longest between two keys on average over the scan
    /// @param shortest fewer characters are a person who hit two keys at once
    /// @param longest more characters are no bar code
    /// @param prefix what the scanner types before each; may be empty
    /// @param suffix what it types after each and before the ending; may be empty
    /// @param endings the keys that end a scan; when empty, silence does
    public record Limits(
            Duration betweenKeys,
            Duration onAverage,
            int shortest,
            int longest,
            String prefix,
            String suffix,
            String endings) {
        /// For a scanner as it comes out of its box.
        public static final Limits USUAL =
                new Limits(Duration.ofMillis(50), Duration.ofMillis(30), 4, 512, "", "", "\r\n\t");

        public Limits {
            if (shortest < 1 || longest < shortest || longest > 8192) {
                throw new IllegalArgumentException(
                        "a scan has 1 to 8192 characters, not " + shortest + " to " + longest);
            }
            if (betweenKeys.isNegative() || betweenKeys.compareTo(Duration.ofSeconds(1)) > 0) {
                throw new IllegalArgumentException("keys of one scan are at most 1 s apart, not " + betweenKeys);
            }
        }

        /// The same for a scanner that types these before and after each bar code.
        public Limits dressed(String newPrefix, String newSuffix) {
            return new Limits(betweenKeys, onAverage, shortest, longest, newPrefix, newSuffix, endings);
        }
    }

    /// What is known after a key or a silence.
    ///
    /// @param typed what a person typed, to be passed on; often empty
    /// @param scan what a scanner typed; it comes after `typed`
    /// @param waits whether keys are held back, so that [#silence] is to be asked after
    ///        [Limits#betweenKeys]
    public record Verdict(String typed, Optional<Scanner.Scan> scan, boolean waits) {}

    /// A key came.
    ///
    /// @param character what it types: one UTF-16 unit
    /// @param at when, on a clock that never goes back
    public Verdict typed(char character, Duration at) {
        boolean pause = isPause(at);
        String before = pause ? letGo() : "";
        torn &= !pause;
        if (held.isEmpty()) {
            first = at;
        }
        last = at;
        if (limits.endings().indexOf(character) >= 0) {
            var scan = scan();
            held.append(character);
            String person = letGo();
            torn = false;
            return new Verdict(scan.isPresent() ? before : before + person, scan, false);
        }
        held.append(character);
        torn |= tears(character);
        return !torn && startsAsScan() ? verdict(before) : verdict(before + letGo());
    }

    /// Nothing came since.
    public Verdict silence(Duration at) {
        if (!isPause(at)) {
            return verdict("");
        }
        var scan = limits.endings().isEmpty() ? scan() : Optional.<Scanner.Scan>empty();
        String person = letGo();
        torn = false;
        return new Verdict(scan.isPresent() ? "" : person, scan, false);
    }

    private Verdict verdict(String typed) {
        return new Verdict(typed, Optional.empty(), !held.isEmpty());
    }

    private boolean isPause(Duration at) {
        return (!held.isEmpty() || torn)
                && (at.minus(last).compareTo(limits.betweenKeys()) > 0 || at.compareTo(last) < 0);
    }

    private boolean tears(char character) {
        boolean printable = !Character.isISOControl(character) || character == GROUP_SEPARATOR;
        int longest =
                limits.longest() + limits.prefix().length() + limits.suffix().length();
        return held.length() > longest
                || !printable && held.length() > limits.prefix().length();
    }

    private boolean startsAsScan() {
        int known = Math.min(held.length(), limits.prefix().length());
        return limits.prefix().startsWith(held.substring(0, known));
    }

    private Optional<Scanner.Scan> scan() {
        String text = held.toString();
        int dress = limits.prefix().length() + limits.suffix().length();
        int length = text.length() - dress;
        boolean fits = length >= limits.shortest()
                && length <= limits.longest()
                && text.startsWith(limits.prefix())
                && text.endsWith(limits.suffix())
                && last.minus(first).compareTo(limits.onAverage().multipliedBy(text.length())) <= 0
                && (dress > 0 || !isOneKeyHeldDown(text));
        return fits
                ? Optional.of(Scanner.Scan.sent(text.substring(
                        limits.prefix().length(),
                        text.length() - limits.suffix().length())))
                : Optional.empty();
    }

    /// A key that is held down repeats every 30 ms.
    private static boolean isOneKeyHeldDown(String text) {
        return text.chars().distinct().count() == 1;
    }

    private String letGo() {
        String text = held.toString();
        held.setLength(0);
        return text;
    }
}
