package org.countinghouse.serial.ssp;

import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.MoneyProtocol.Evidence;
import org.countinghouse.device.spi.MoneyProtocol.Testimony;
import org.countinghouse.serial.ssp.SspEvent.Amount;
import org.countinghouse.serial.ssp.SspEvent.Incomplete;
import org.countinghouse.serial.ssp.SspEvent.Stray;

/// What a machine's counters, kept events and levels say about one intent. Pure reasoning, no cable.
///
/// | found | said |
/// |---|---|
/// | counters went backwards, or are gone | contradicts: its memory was lost |
/// | no ending, counter of paid pieces unchanged, nothing gone | never heard |
/// | no ending, but pieces paid or gone | contradicts: another host, or its memory |
/// | an ending that counters and levels allow | knows |
/// | an ending that one of them speaks against | contradicts |
/// | no ending and no counters | silent |
final class SspWitness {
    private final Intent intent;
    private final Sight before;
    private final SspSeen now;
    private final SspTraces traces;

    SspWitness(Intent intent, Sight before, SspSeen now, SspTraces traces) {
        this.intent = intent;
        this.before = before;
        this.now = now;
        this.traces = traces;
    }

    Testimony testimony() {
        if (now.isForeign()) {
            return new Testimony.Contradicts("it keeps an event we do not know");
        }
        if (!before.counters().isEmpty() && traces.counters().isEmpty()) {
            return new Testimony.Contradicts("its counters went backwards or are gone: its memory was lost");
        }
        if (now.moving().isPresent() || now.shows(SspEvent.Sign.Kind.EMPTYING)) {
            return moving();
        }
        return switch (intent.purpose()) {
            case PAY -> judged(this::paid);
            case TAKE, FILL -> taken();
            case COLLECT -> judged(this::collected);
        };
    }

    private Testimony moving() {
        long soFar = now.moving().map(amount -> amount.of(currency())).orElse(0L);
        boolean pays = now.moving()
                .map(amount -> amount.kind() == Amount.Kind.DISPENSING)
                .orElse(false);
        boolean ours = now.moving().map(amount -> amount.isOnly(currency())).orElse(true)
                && soFar <= intent.ask().minorUnits().orElse(Long.MAX_VALUE)
                && (pays ? intent.purpose() == Intent.Purpose.PAY : intent.purpose() == Intent.Purpose.COLLECT);
        return ours
                ? new Testimony.StillMoving(Cash.amount(currency(), soFar))
                : new Testimony.Contradicts("it is busy with something that was not asked");
    }

    /// Endings that were waiting before may still be there, or may have been acknowledged since and
    /// have come again. An answer must hold either way; that something else was paid meanwhile is for a
    /// person to find out.
    private Testimony judged(Function<List<SspEvent>, Testimony> judge) {
        var endings = now.endings();
        int older = now.known(before.record());
        var all = judge.apply(endings);
        if (older == 0) {
            return all;
        }
        var newer = judge.apply(endings.subList(older, endings.size()));
        return newer.equals(all) || all instanceof Testimony.Contradicts || newer instanceof Testimony.Silent
                ? newer
                : new Testimony.Contradicts("an older ending cannot be told from this one's");
    }

    private Testimony paid(List<SspEvent> endings) {
        long asked = intent.ask().minorUnits().orElse(0L);
        var claims = endings.stream()
                .filter(event -> !(event instanceof Stray))
                .map(event -> claim(event, asked))
                .distinct()
                .toList();
        long astray = endings.stream()
                .mapToLong(
                        event -> event instanceof Stray(var _, var amounts) ? amounts.getOrDefault(currency(), 0L) : 0)
                .sum();
        boolean strayed = endings.stream().anyMatch(event -> event instanceof Stray);
        if (claims.isEmpty()) {
            return strayed
                    ? new Testimony.Contradicts("it gave a note out at power-up and tells of no payout")
                    : unproved();
        }
        if (claims.size() > 1 || claims.contains(NOT_OURS)) {
            return new Testimony.Contradicts(
                    "it tells of another payout: " + now.record().orElse(""));
        }
        // Whether a note given out at power-up is in the amount already differs between firmwares.
        var possible = LongStream.of(claims.getFirst(), claims.getFirst() + astray)
                .distinct()
                .filter(amount -> amount <= asked && traces.allow(amount, intent.ask()))
                .toArray();
        if (possible.length != 1) {
            return new Testimony.Contradicts(
                    "its counters and levels do not fit " + now.record().orElse(""));
        }
        return knows(
                traces.cash(possible[0], intent.ask()),
                Evidence.EVENTS,
                now.record().orElse(""));
    }

    private static final long NOT_OURS = -1;

    /// How much an ending says was paid for this intent.
    private long claim(SspEvent ending, long asked) {
        return switch (ending) {
            case Amount amount -> claim(amount, asked);
            case Incomplete(var payout, var moved, var wanted) -> {
                boolean ours = payout
                        && ((Incomplete) ending).isOnly(currency())
                        && wanted.getOrDefault(currency(), 0L) == asked;
                long paid = moved.getOrDefault(currency(), 0L);
                yield ours && paid <= asked ? paid : NOT_OURS;
            }
            case SspEvent.Sign _, SspEvent.Note _, Stray _, SspEvent.PayoutError _, SspEvent.Foreign _ -> NOT_OURS;
        };
    }

    private long claim(Amount amount, long asked) {
        long paid = amount.of(currency());
        boolean ours = amount.isOnly(currency())
                && switch (amount.kind()) {
                    case DISPENSED -> paid == asked;
                    case JAMMED, HALTED, TIMED_OUT -> paid <= asked;
                    case DISPENSING,
                            FLOATING,
                            FLOATED,
                            CASHBOX_PAID,
                            COIN_CREDITED,
                            SMART_EMPTYING,
                            SMART_EMPTIED,
                            FRAUD -> false;
                };
        return ours ? paid : NOT_OURS;
    }

    /// No ending tells of it.
    private Testimony unproved() {
        if (traces.counters().isEmpty()) {
            return new Testimony.Silent("it keeps no counters, and no event tells of it");
        }
        var counters = traces.counters().get();
        boolean gone = !traces.fell().isNone();
        if (counters.dispensed() > 0) {
            return new Testimony.Contradicts(
                    "it gave out " + counters.dispensed() + " pieces and kept no event of a payout");
        }
        if (gone && counters.transferred() == 0) {
            return new Testimony.Contradicts("pieces are gone that no counter tells of");
        }
        if (!counters.trusted()) {
            return new Testimony.Silent("its counters are all nought, as a lost memory's are");
        }
        return counters.transferred() > 0
                ? knows(Cash.none(currency()), Evidence.COUNTERS, "paid none, put some into the cashbox")
                : new Testimony.NeverHeard(Evidence.COUNTERS, "the counter of paid pieces has not moved");
    }

    private Testimony taken() {
        if (traces.counters().isEmpty()) {
            return new Testimony.Silent("it keeps no counters");
        }
        var counters = traces.counters().get();
        boolean still = counters.dispensed() == 0
                && counters.transferred() == 0
                && traces.fell().isNone();
        if (counters.taken() == 0 && counters.trusted() && still) {
            return knows(Cash.none(currency()), Evidence.COUNTERS, "the counters of taken pieces have not moved");
        }
        if (counters.taken() == 0 && still && traces.rose().isNone()) {
            return new Testimony.Silent("its counters are all nought, as a lost memory's are");
        }
        boolean told = still
                && counters.stacked() == 0
                && SspTraces.count(traces.rose()) == counters.taken()
                && SspTraces.worth(traces.rose(), currency()) > 0;
        return told
                ? knows(Cash.of(currency(), traces.rose()), Evidence.COUNTERS, "stored " + counters.taken() + " pieces")
                : new Testimony.Contradicts("it took " + counters.taken() + " pieces and does not tell which");
    }

    private Testimony collected(List<SspEvent> endings) {
        long gone = SspTraces.worth(traces.fell(), currency());
        boolean contrary = endings.stream()
                .anyMatch(event -> event instanceof Amount amount
                        && (!amount.isOnly(currency())
                                || amount.kind() == Amount.Kind.DISPENSED
                                || traces.rose().isNone() && amount.of(currency()) != gone));
        if (contrary || gone < 0) {
            return new Testimony.Contradicts(
                    "it tells of something else: " + now.record().orElse(""));
        }
        var counters = traces.counters();
        if (counters.isEmpty()) {
            return endings.isEmpty() || !traces.rose().isNone()
                    ? new Testimony.Silent("it keeps no counters")
                    : knows(
                            Cash.of(currency(), traces.fell()),
                            Evidence.EVENTS,
                            now.record().orElse(""));
        }
        if (counters.get().transferred() == 0 && endings.isEmpty() && gone == 0) {
            return unproved();
        }
        boolean told = counters.get().dispensed() == 0
                && traces.rose().isNone()
                && SspTraces.count(traces.fell()) == counters.get().transferred();
        return told
                ? knows(
                        Cash.of(currency(), traces.fell()),
                        Evidence.COUNTERS,
                        "put " + counters.get().transferred() + " pieces into the cashbox")
                : new Testimony.Contradicts("its counters and levels do not agree");
    }

    private Testimony.Knows knows(Cash moved, Evidence by, String words) {
        boolean held = now.shows(Stray.Kind.HELD_IN_BEZEL);
        return new Testimony.Knows(moved, Cash.none(currency()), held, by, words);
    }

    private String currency() {
        return intent.ask().currency();
    }
}
