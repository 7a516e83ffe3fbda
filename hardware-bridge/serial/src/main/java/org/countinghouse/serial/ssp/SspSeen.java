package org.countinghouse.serial.ssp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Alarm;
import org.countinghouse.device.money.Holdings;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.serial.ssp.SspEvent.Amount;
import org.countinghouse.serial.ssp.SspEvent.Sign;
import org.countinghouse.serial.ssp.SspEvent.Stray;

/// What a machine says of itself at one moment.
///
/// @param events those it keeps, and the states it is in
record SspSeen(List<SspEvent> events, Pieces levels, SortedMap<String, Long> counters) {
    /// Fewer pieces than this are soon none.
    private static final int NEAR_EMPTY = 5;

    static SspSeen by(SspSession session, Deadline by) throws IOException {
        var events = session.poll(by);
        var counters = session.counters(by);
        return new SspSeen(events, session.levels(by), counters);
    }

    boolean shows(Sign.Kind kind) {
        return events.contains(new Sign(kind));
    }

    boolean shows(Stray.Kind kind) {
        return events.stream().anyMatch(event -> event instanceof Stray(var what, var _) && what == kind);
    }

    boolean isForeign() {
        return events.stream().anyMatch(event -> event instanceof SspEvent.Foreign);
    }

    /// It pays or empties right now; this is how far it is.
    Optional<Amount> moving() {
        return events.stream()
                .filter(event -> event instanceof Amount(var kind, var _)
                        && switch (kind) {
                            case DISPENSING, SMART_EMPTYING, FLOATING -> true;
                            case DISPENSED,
                                    JAMMED,
                                    HALTED,
                                    TIMED_OUT,
                                    FLOATED,
                                    CASHBOX_PAID,
                                    COIN_CREDITED,
                                    SMART_EMPTIED,
                                    FRAUD -> false;
                        })
                .map(Amount.class::cast)
                .findFirst();
    }

    /// It does something of its own and will be done soon; what it counts may change.
    boolean isBusy() {
        return shows(Sign.Kind.STARTING) || shows(Sign.Kind.JAM_RECOVERY) || shows(Sign.Kind.STACKING);
    }

    /// The events that tell how something ended, in the order it happened.
    List<SspEvent> endings() {
        return events.stream().filter(SspSeen::isEnding).toList();
    }

    /// What is remembered of the endings that were waiting; empty when none was.
    Optional<String> record() {
        return endings().isEmpty()
                ? Optional.empty()
                : Optional.of(endings().stream().map(SspSeen::text).collect(Collectors.joining(" ")));
    }

    /// How many of the endings are those of an older [#record], which were there first.
    int known(Optional<String> older) {
        var texts = endings().stream().map(SspSeen::text).toList();
        var known = older.map(record -> List.of(record.split(" "))).orElse(List.of());
        return known.size() <= texts.size() && texts.subList(0, known.size()).equals(known) ? known.size() : 0;
    }

    /// @param known what it could pay, if it had any
    Sight sight(boolean mouthOpen, List<Denomination> known) {
        return new Sight(
                state(mouthOpen), Optional.of(Holdings.of(Place.RECYCLER, levels)), counters, record(), alarms(known));
    }

    static boolean isEnding(SspEvent event) {
        return switch (event) {
            case Amount(var kind, var _) ->
                switch (kind) {
                    case DISPENSED, JAMMED, HALTED, TIMED_OUT, FLOATED, SMART_EMPTIED -> true;
                    case DISPENSING, FLOATING, CASHBOX_PAID, COIN_CREDITED, SMART_EMPTYING, FRAUD -> false;
                };
            case SspEvent.Incomplete _ -> true;
            case Stray(var kind, var _) -> kind == Stray.Kind.DISPENSED_AT_POWER_UP;
            case Sign(var kind) -> kind == Sign.Kind.EMPTIED;
            case SspEvent.Note _, SspEvent.PayoutError _, SspEvent.Foreign _ -> false;
        };
    }

    private Sight.State state(boolean mouthOpen) {
        if (shows(Sign.Kind.SAFE_JAM) || shows(Sign.Kind.UNSAFE_JAM) || shows(Sign.Kind.COIN_MECH_JAM)) {
            return Sight.State.JAMMED;
        }
        if (moving().isPresent() || shows(Sign.Kind.EMPTYING)) {
            return Sight.State.PAYING;
        }
        if (isBusy()) {
            return Sight.State.BUSY;
        }
        if (shows(Sign.Kind.OUT_OF_SERVICE) || shows(Sign.Kind.STORE_REMOVED) || shows(Sign.Kind.PATH_OPEN)) {
            return Sight.State.OUT_OF_ORDER;
        }
        return mouthOpen ? Sight.State.TAKING : Sight.State.READY;
    }

    private List<Alarm> alarms(List<Denomination> known) {
        var alarms = new ArrayList<Alarm>();
        for (var event : events) {
            alarm(event).ifPresent(alarms::add);
        }
        for (var denomination : known) {
            int level = levels.count(denomination);
            if (level < NEAR_EMPTY) {
                var kind = level == 0 ? Alarm.Kind.EMPTY : Alarm.Kind.NEAR_EMPTY;
                alarms.add(Alarm.of(kind, denomination, level + " left of " + words(denomination)));
            }
        }
        return alarms;
    }

    private static Optional<Alarm> alarm(SspEvent event) {
        return switch (event) {
            case Sign(var kind) -> alarm(kind);
            case Stray(var kind, var _) ->
                kind == Stray.Kind.HELD_IN_BEZEL
                        ? Optional.of(Alarm.of(Alarm.Kind.NOTE_HELD, "a note waits in the bezel"))
                        : Optional.empty();
            case Amount(var kind, var _) ->
                kind == Amount.Kind.FRAUD
                        ? Optional.of(Alarm.of(Alarm.Kind.FRAUD, "somebody tampered with it"))
                        : Optional.empty();
            case SspEvent.Incomplete _ ->
                Optional.of(Alarm.of(Alarm.Kind.FAULT, "the power failed while it was paying"));
            case SspEvent.PayoutError(var cause) ->
                Optional.of(Alarm.of(Alarm.Kind.FAULT, "a note went wrong on its way out, cause " + cause));
            case SspEvent.Foreign(var code) ->
                Optional.of(Alarm.of(Alarm.Kind.FAULT, "it says %02X, which we do not know".formatted(code)));
            case SspEvent.Note _ -> Optional.empty();
        };
    }

    private static Optional<Alarm> alarm(Sign.Kind kind) {
        return switch (kind) {
            case SAFE_JAM, UNSAFE_JAM, COIN_MECH_JAM -> Optional.of(Alarm.of(Alarm.Kind.JAMMED, "jammed"));
            case STACKER_FULL -> Optional.of(Alarm.of(Alarm.Kind.CASHBOX_FULL, "the cashbox is full"));
            case STORE_FULL -> Optional.of(Alarm.of(Alarm.Kind.FULL, "the store is full"));
            case CASHBOX_REMOVED -> Optional.of(Alarm.of(Alarm.Kind.CASHBOX_REMOVED, "the cashbox was taken out"));
            case PATH_OPEN -> Optional.of(Alarm.of(Alarm.Kind.DOOR_OPEN, "the note path is open"));
            case OUT_OF_SERVICE, STORE_REMOVED ->
                Optional.of(Alarm.of(Alarm.Kind.FAULT, "the store is out of service"));
            case RESET,
                    REJECTING,
                    REJECTED,
                    STACKING,
                    STACKED,
                    STORED,
                    JAM_RECOVERY,
                    DISABLED,
                    CHANNELS_DISABLED,
                    STARTING,
                    CASHBOX_REPLACED,
                    STORE_ATTACHED,
                    RETURN_PRESSED,
                    EMPTYING,
                    EMPTIED -> Optional.empty();
        };
    }

    private static String text(SspEvent event) {
        return switch (event) {
            case Amount(var kind, var amounts) -> kind + amounts.toString().replace(" ", "");
            case Stray(var kind, var amounts) -> kind + amounts.toString().replace(" ", "");
            case SspEvent.Incomplete(var payout, var moved, var asked) ->
                ((payout ? "INCOMPLETE" : "INCOMPLETE_FLOAT") + moved + "of" + asked).replace(" ", "");
            case Sign(var kind) -> kind.name();
            case SspEvent.Note _, SspEvent.PayoutError _, SspEvent.Foreign _ -> "";
        };
    }

    private static String words(Denomination denomination) {
        return denomination.currency() + " " + denomination.minorUnits();
    }
}
