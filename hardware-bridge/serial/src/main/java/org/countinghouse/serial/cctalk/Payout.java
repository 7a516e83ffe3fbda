package org.countinghouse.serial.cctalk;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.spi.MoneyProtocol.Begun;
import org.countinghouse.device.spi.MoneyProtocol.Progress;

/// A payout on its way: one hopper after another, and none after one that did not pay all it was asked
/// for.
///
/// A dispense command is said once. When no answer comes, the hopper's counters tell whether it was
/// heard; when they do not tell either, the link is given up and nothing more is said.
final class Payout {
    private final String currency;
    private final Plan plan;
    private final Map<Integer, Hopper> hoppers;
    private final Map<Integer, HopperStatus> baseline;
    private final Duration apart;
    private Pieces done = Pieces.NONE;
    private int soFar;
    private int turn;
    private boolean accepted;
    private boolean goesOn = true;
    private boolean halted;

    /// @param baseline what was seen just before, of every hopper in the plan
    /// @param apart how long after each other a status is read that must be the same twice
    Payout(
            String currency,
            Plan plan,
            Map<Integer, Hopper> hoppers,
            Map<Integer, HopperStatus> baseline,
            Duration apart) {
        this.currency = currency;
        this.plan = plan;
        this.hoppers = hoppers;
        this.baseline = baseline;
        this.apart = apart;
    }

    /// Says the next hopper's command, if the hopper is as it was seen and willing.
    ///
    /// @throws IOException when nobody knows whether the command was heard
    Begun start() throws IOException {
        var hopper = hopper();
        var before = before();
        var now = hopper.status();
        if (now.differsFrom(before)) {
            return new Begun.Refused(
                    DeviceFault.BUSY, hopper.name() + " is not as it was seen: " + before + " became " + now);
        }
        var idle = hopper.flags();
        if (idle.isJammed() || idle.isBroken()) {
            return new Begun.Refused(DeviceFault.JAMMED, hopper.name() + ": " + idle.words());
        }
        if (idle.paysSingleCoins() && share().coins() > 1) {
            return new Begun.Refused(DeviceFault.REFUSED, hopper.name() + " is set to pay single coins only");
        }
        hopper.enable();
        if (hopper.flags().isDisabled()) {
            return new Begun.Refused(DeviceFault.REFUSED, hopper.name() + " does not let itself be enabled");
        }
        soFar = 0;
        return switch (hopper.dispense(share().coins(), before)) {
            case ACCEPTED -> {
                accepted = true;
                yield new Begun.Accepted();
            }
            case REFUSED -> refused(hopper);
            case UNKNOWN -> unanswered(hopper, before, idle.isDisabled());
        };
    }

    /// Looks once.
    ///
    /// @return quiet when nothing is new
    Progress look() throws IOException {
        var hopper = hopper();
        var now = hopper.status();
        if (!now.isMoving()) {
            now = hopper.steadyStatus(apart);
        }
        var flags = now.isMoving() ? new HopperFlags(0) : hopper.flags();
        return switch (HopperProof.judge(before(), now, share().coins(), accepted, flags.stoppedEarly())) {
            case HopperProof.Verdict.Running(var coins) -> {
                boolean more = coins > soFar;
                soFar = coins;
                // It was seen paying, so these figures are no left-overs of an older command.
                accepted |= more;
                yield more ? new Progress.Moving(cash(), false) : new Progress.Quiet();
            }
            case HopperProof.Verdict.Paid(var coins, var _) -> stopped(hopper, coins, flags);
            case HopperProof.Verdict.Untouched(var evidence) ->
                throw new IOException(hopper.name() + " forgot the command: " + evidence);
            case HopperProof.Verdict.Unproven(var why) -> throw new IOException(hopper.name() + ": " + why);
            case HopperProof.Verdict.Contradictory(var why) -> throw new IOException(hopper.name() + ": " + why);
        };
    }

    /// Asks the hopper that pays to stop.
    void halt() throws IOException {
        halted = true;
        goesOn = false;
        hopper().stop();
    }

    /// No further hopper is started, whatever this one says.
    void goNoFurther() {
        goesOn = false;
    }

    private Begun refused(Hopper hopper) throws IOException {
        var flags = hopper.flags();
        hopper.disable();
        return new Begun.Refused(
                flags.isJammed() ? DeviceFault.JAMMED : DeviceFault.REFUSED,
                hopper.name() + " refused the command: " + flags.words());
    }

    /// The command or its answer was lost. It is not said again.
    private Begun unanswered(Hopper hopper, HopperStatus before, boolean wasDisabled) throws IOException {
        accepted = false;
        var now = hopper.steadyStatus(apart);
        var flags = hopper.flags();
        // A reset switches a hopper off. One that was off, was switched on by us, and is still on, was not reset.
        boolean sameLife = wasDisabled && !flags.isDisabled();
        return switch (HopperProof.judge(before, now, share().coins(), false, flags.stoppedEarly())) {
            case HopperProof.Verdict.Running _, HopperProof.Verdict.Paid _ -> new Begun.Accepted();
            case HopperProof.Verdict.Untouched(var evidence) -> notHeard(hopper, evidence);
            case HopperProof.Verdict.Unproven(var why) -> {
                if (sameLife && now.events() == before.events()) {
                    yield notHeard(hopper, "it counted no command and was not reset");
                }
                throw new IOException(hopper.name() + " did not answer: " + why);
            }
            case HopperProof.Verdict.Contradictory(var why) ->
                throw new IOException(hopper.name() + " did not answer: " + why);
        };
    }

    private static Begun notHeard(Hopper hopper, String evidence) throws IOException {
        hopper.disable();
        return new Begun.Refused(DeviceFault.REFUSED, hopper.name() + " did not hear the command: " + evidence);
    }

    private Progress stopped(Hopper hopper, int coins, HopperFlags flags) throws IOException {
        boolean all = coins == share().coins();
        done = done.plus(Pieces.of(hopper.coin(), coins));
        soFar = 0;
        hopper.disable();
        if (!all) {
            return ended(
                    why(hopper, flags),
                    hopper.name() + " paid " + coins + " of " + share().coins()
                            + (flags.words().isEmpty() ? "" : ": " + flags.words()));
        }
        if (++turn == plan.shares().size()) {
            return ended(Optional.empty(), "");
        }
        if (!goesOn) {
            return ended(Optional.empty(), "stopped after " + hopper.name());
        }
        return switch (start()) {
            case Begun.Accepted() -> new Progress.Moving(cash(), false);
            case Begun.Refused(var fault, var words) -> ended(Optional.of(fault), words);
            case Begun.NotEnough(var words) -> ended(Optional.of(DeviceFault.REFUSED), words);
            case Begun.Silence(var words) -> throw new IOException(words);
        };
    }

    private Optional<DeviceFault> why(Hopper hopper, HopperFlags flags) throws IOException {
        if (halted) {
            return Optional.empty();
        }
        boolean empty = flags.ranDry() && !flags.isJammed() && hopper.level() == Hopper.Level.LOW;
        return Optional.of(empty ? DeviceFault.REFUSED : DeviceFault.JAMMED);
    }

    private Progress.Ended ended(Optional<DeviceFault> fault, String words) {
        return new Progress.Ended(Cash.of(currency, done), Cash.none(currency), fault, false, words);
    }

    private Cash cash() {
        var coin = hopper().coin();
        return Cash.of(currency, done.plus(Pieces.of(coin, soFar)));
    }

    private Plan.Share share() {
        return plan.shares().get(turn);
    }

    private Hopper hopper() {
        return Objects.requireNonNull(hoppers.get(share().hopper()));
    }

    private HopperStatus before() {
        return Objects.requireNonNull(baseline.get(share().hopper()));
    }
}
