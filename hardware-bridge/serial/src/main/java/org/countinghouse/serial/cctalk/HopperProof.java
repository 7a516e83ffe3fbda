package org.countinghouse.serial.cctalk;

import java.util.OptionalLong;

/// What a hopper's counters prove about one dispense command. When in doubt it says so: to believe that
/// nothing was paid means paying twice.
///
/// The traps, and what is done about them (`decisions/0030`):
///
/// - Counter 0 is what a reset leaves behind, so "still 0" does not prove that nothing was heard.
/// - A refused command may be counted too, with the figures of the command before left standing.
/// - Another host's command is counted like ours.
/// - "Unpaid" may be cleared when the hopper stops by itself, so only "paid" tells what came out.
final class HopperProof {
    private HopperProof() {}

    /// What is proven.
    sealed interface Verdict {
        /// The command was never heard.
        record Untouched(String evidence) implements Verdict {}

        /// It is over, and so many coins came out.
        record Paid(int coins, String evidence) implements Verdict {}

        record Running(int soFar) implements Verdict {}

        /// The counters do not tell it from something else that may have happened.
        record Unproven(String why) implements Verdict {}

        /// Something happened that this command cannot have done alone.
        record Contradictory(String why) implements Verdict {}
    }

    /// @param asked how many coins
    /// @param accepted whether the hopper's own answer said that it took the command
    /// @param stoppedEarly whether its status flags name a reason for stopping before the end
    static Verdict judge(HopperStatus before, HopperStatus now, int asked, boolean accepted, boolean stoppedEarly) {
        if (now.events() == before.nextEvent()) {
            return counted(before, now, asked, accepted, stoppedEarly);
        }
        if (now.events() == before.events()) {
            return notCounted(before, now);
        }
        return new Verdict.Contradictory("it counted something else: " + before + " became " + now);
    }

    private static Verdict notCounted(HopperStatus before, HopperStatus now) {
        var since = now.dispensedSince(before);
        if (now.isMoving() || !now.sameFigures(before) || since.orElse(0) != 0) {
            return new Verdict.Contradictory("it counted no command, and yet " + before + " became " + now);
        }
        if (now.events() != 0) {
            return new Verdict.Untouched("its event counter still says " + now.events());
        }
        return since.isPresent() && now.dispensed().orElse(0) != 0
                ? new Verdict.Untouched("its count of coins ever paid still says "
                        + now.dispensed().getAsLong())
                : new Verdict.Unproven("its counters stand at 0, as they do after a reset");
    }

    private static Verdict counted(
            HopperStatus before, HopperStatus now, int asked, boolean accepted, boolean stoppedEarly) {
        if (now.paid() > asked || now.remaining() > asked - now.paid()) {
            return new Verdict.Contradictory("it was asked for " + asked + " and says " + now);
        }
        if (now.isMoving()) {
            return new Verdict.Running(now.paid());
        }
        var since = now.dispensedSince(before);
        if (!accepted && since.orElse(now.paid()) != now.paid()) {
            return new Verdict.Contradictory("it says that it paid " + now.paid()
                    + ", and its count of coins ever paid rose by " + since.orElse(0));
        }
        if (!accepted && now.paid() > 0 && now.sameFigures(before) && since.isEmpty()) {
            return new Verdict.Unproven("it counted a command, and " + now.paid()
                    + " paid may be what it paid the time before, had it refused");
        }
        return stopped(now, asked, accepted, stoppedEarly, since);
    }

    private static Verdict stopped(
            HopperStatus now, int asked, boolean accepted, boolean stoppedEarly, OptionalLong since) {
        int missing = asked - now.paid();
        boolean tellsTheRest = now.unpaid() == missing;
        boolean clearedTheRest = now.unpaid() == 0 && (accepted || stoppedEarly || now.paid() == 0);
        if (!tellsTheRest && !clearedTheRest) {
            return new Verdict.Contradictory(
                    "it was asked for " + asked + " and says " + now + ": that looks like another host's command");
        }
        return new Verdict.Paid(
                now.paid(), now + (since.isPresent() ? ", " + since.getAsLong() + " more than before" : ""));
    }
}
