package org.countinghouse.serial.cctalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.countinghouse.serial.cctalk.HopperProof.Verdict;
import org.junit.jupiter.api.Test;

/// Every way a dispense command can go, against what the counters say afterwards.
class HopperProofTest {
    private static final int ASKED = 3;

    @Test
    void theSameCounterMeansNothingCameOut() {
        assertThat(judge(status(7, 0, 2, 0), status(7, 0, 2, 0))).isInstanceOf(Verdict.Untouched.class);
    }

    @Test
    void theNextCounterTellsHowMany() {
        assertThat(paid(judge(status(7, 0, 2, 0), status(8, 0, 3, 0)))).isEqualTo(3);
        assertThat(paid(judge(status(7, 0, 2, 0), status(8, 0, 1, 2)))).isEqualTo(1);
        assertThat(judge(status(7, 0, 2, 0), status(8, 2, 1, 0))).isEqualTo(new Verdict.Running(1));
    }

    @Test
    void after255Comes1() {
        assertThat(paid(judge(status(255, 0, 2, 0), status(1, 0, 3, 0)))).isEqualTo(3);
    }

    @Test
    void aCounterThatStandsAt0ProvesNothing() {
        assertThat(judge(status(0, 0, 0, 0), status(0, 0, 0, 0))).isInstanceOf(Verdict.Unproven.class);
    }

    @Test
    void aLifeCountThatStoodStillProvesThatNothingCame() {
        var before = new HopperStatus(0, 0, 0, 0, OptionalLong.of(500));

        assertThat(judge(before, before)).isInstanceOf(Verdict.Untouched.class);
        assertThat(judge(before, new HopperStatus(0, 0, 0, 0, OptionalLong.of(502))))
                .isInstanceOf(Verdict.Contradictory.class);
    }

    @Test
    void aJumpOfTwoIsAnotherHost() {
        assertThat(judge(status(7, 0, 2, 0), status(9, 0, 1, 0))).isInstanceOf(Verdict.Contradictory.class);
    }

    @Test
    void leftOverFiguresOfARefusedCommandAreNotBelieved() {
        assertThat(judge(status(7, 0, 3, 0), status(8, 0, 3, 0))).isInstanceOf(Verdict.Unproven.class);
    }

    @Test
    void aPartWithoutARestIsNotBelievedWithoutAReason() {
        assertThat(judge(status(7, 0, 2, 0), status(8, 0, 1, 0))).isInstanceOf(Verdict.Contradictory.class);
        assertThat(paid(HopperProof.judge(status(7, 0, 2, 0), status(8, 0, 1, 0), ASKED, false, true)))
                .isEqualTo(1);
    }

    @Test
    void theLifeCountMustAgree() {
        var before = new HopperStatus(7, 0, 2, 0, OptionalLong.of(500));

        assertThat(judge(before, new HopperStatus(8, 0, 3, 0, OptionalLong.of(500))))
                .isInstanceOf(Verdict.Contradictory.class);
        assertThat(paid(judge(before, new HopperStatus(8, 0, 3, 0, OptionalLong.of(503)))))
                .isEqualTo(3);
    }

    @Test
    void theLifeCountWrapsToo() {
        var before = new HopperStatus(7, 0, 2, 0, OptionalLong.of((1 << 24) - 1));

        assertThat(paid(judge(before, new HopperStatus(8, 0, 3, 0, OptionalLong.of(2)))))
                .isEqualTo(3);
    }

    @Test
    void noHistoryIsJudgedWrongly() {
        var histories = histories();

        assertThat(histories).hasSizeGreaterThan(2000);
        assertThat(histories).allSatisfy(each -> {
            var verdict = HopperProof.judge(each.before, each.now, each.asked, false, each.stoppedEarly);
            assertThat(claimed(verdict)).as("%s: %s", each, verdict).isIn(-1, each.cameOut);
        });
    }

    /// Negative control: believing the event counter alone does pay twice.
    @Test
    void believingTheEventCounterAloneIsCaught() {
        assertThat(histories())
                .anyMatch(each -> each.now.events() == each.before.events() && each.cameOut > 0)
                .anyMatch(each -> each.now.events() == each.before.nextEvent() && each.now.paid() != each.cameOut);
    }

    @Test
    void mostHistoriesWithoutAFaultAreProven() {
        var plain = histories().stream().filter(each -> each.plain).toList();

        assertThat(plain).isNotEmpty().allSatisfy(each -> {
            var verdict = HopperProof.judge(each.before, each.now, each.asked, false, each.stoppedEarly);
            assertThat(claimed(verdict)).as("%s: %s", each, verdict).isEqualTo(each.cameOut);
        });
    }

    /// @param cameOut how many coins really left the hopper since the baseline
    /// @param plain whether it worked for years, counts its coins, and nobody else had it
    private record History(
            HopperStatus before, HopperStatus now, int asked, boolean stoppedEarly, int cameOut, boolean plain) {}

    private static List<History> histories() {
        var all = new ArrayList<History>();
        for (int events : new int[] {0, 1, 77, 254, 255}) {
            for (long life : new long[] {-1, 0, 900}) {
                for (int oldPaid = 0; oldPaid <= 3; oldPaid++) {
                    for (int oldUnpaid = 0; oldUnpaid <= 2; oldUnpaid++) {
                        var before = new HopperStatus(events, 0, oldPaid, oldUnpaid, life(life, 0));
                        for (int asked = 1; asked <= 3; asked++) {
                            addHistories(all, before, life, asked);
                        }
                    }
                }
            }
        }
        return all;
    }

    private static void addHistories(List<History> all, HopperStatus before, long life, int asked) {
        boolean worn = before.events() > 0 && life > 0;
        all.add(new History(before, before, asked, false, 0, worn));
        var refused = new HopperStatus(before.nextEvent(), 0, before.paid(), before.unpaid(), before.dispensed());
        all.add(new History(before, refused, asked, false, 0, false));
        all.add(new History(before, counted(before, life, 0, 0), asked, false, 0, false));
        for (int out = 0; out <= asked; out++) {
            all.add(new History(before, counted(before, life, out, asked - out), asked, out < asked, out, worn));
            // Some hoppers clear the rest when they stop, with or without a flag that tells why.
            all.add(new History(before, counted(before, life, out, 0), asked, true, out, false));
            // A reset that keeps the figures but not the event counter, and one that keeps nothing.
            var reset = new HopperStatus(0, 0, before.paid(), before.unpaid(), life(life, out));
            all.add(new History(before, reset, asked, true, out, false));
            all.add(new History(
                    before, new HopperStatus(0, 0, 0, 0, life(life < 0 ? life : 0, 0)), asked, true, out, false));
            // Another host's coin, after ours or instead of ours.
            var after = counted(counted(before, life, out, asked - out), life < 0 ? life : life + out, 1, 0);
            all.add(new History(before, after, asked, false, out + 1, false));
        }
        all.add(new History(before, counted(before, life, 1, 0), asked, false, 1, false));
    }

    private static HopperStatus counted(HopperStatus before, long life, int paid, int unpaid) {
        return new HopperStatus(before.nextEvent(), 0, paid, unpaid, life(life, paid));
    }

    private static OptionalLong life(long count, int more) {
        return count < 0 ? OptionalLong.empty() : OptionalLong.of(count + more);
    }

    /// How many coins a verdict says came out; -1 when it says nothing.
    private static int claimed(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Untouched _ -> 0;
            case Verdict.Paid(var coins, var _) -> coins;
            case Verdict.Running _, Verdict.Unproven _, Verdict.Contradictory _ -> -1;
        };
    }

    private static int paid(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Paid.class);
        return claimed(verdict);
    }

    private static Verdict judge(HopperStatus before, HopperStatus now) {
        return HopperProof.judge(before, now, ASKED, false, false);
    }

    private static HopperStatus status(int events, int remaining, int paid, int unpaid) {
        return new HopperStatus(events, remaining, paid, unpaid, OptionalLong.empty());
    }
}
