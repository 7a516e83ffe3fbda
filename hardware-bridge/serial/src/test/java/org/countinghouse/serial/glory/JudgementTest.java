package org.countinghouse.serial.glory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Holdings;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.money.Sight;
import org.junit.jupiter.api.Test;

/// Every answer, whatever it tells, against everything that may really have happened: what the driver
/// says moved is what moved, or it says that it does not know.
class JudgementTest {
    private static final Denomination TEN = new Denomination("EUR", 1000);
    private static final Denomination ONE = new Denomination("EUR", 100);
    private static final Pieces ASKED = Pieces.of(Map.of(TEN, 1, ONE, 2));
    private static final Pieces PART = Pieces.of(TEN, 1);
    private static final Pieces MORE = Pieces.of(Map.of(TEN, 2, ONE, 2));
    private static final Pieces FILLED = Pieces.of(Map.of(TEN, 9, ONE, 9));
    private static final List<Pieces> POSSIBLE = List.of(Pieces.NONE, PART, ASKED, MORE);

    /// @param told what the answer says came out; empty when it says nothing of it
    /// @param really what came out
    /// @param inventory whether the machine tells its inventory
    /// @param seen whether an event told that it began
    private record Case(FccResult result, Optional<Pieces> told, Pieces really, boolean inventory, boolean seen) {
        /// The two things a machine is believed without proof: that all went well, and that it did not
        /// begin.
        boolean contradictsWhatWeBelieve() {
            boolean success = result.isDone() && told.equals(Optional.of(ASKED)) && !really.equals(ASKED);
            boolean refusal = (result.kind() == FccResult.Kind.REFUSED || result.kind() == FccResult.Kind.BUSY)
                    && !seen
                    && told.orElse(Pieces.NONE).isNone()
                    && !really.isNone();
            return success || refusal;
        }
    }

    @FunctionalInterface
    private interface Judge {
        Judgement judge(Case each) throws IOException;
    }

    @Test
    void noAnswerMakesUsSayWhatDidNotHappen() throws IOException {
        assertThat(wrong(JudgementTest::ours)).isEmpty();
    }

    /// The negative control: a driver that takes every answer at its word is caught.
    @Test
    void aDriverThatBelievesEveryAnswerIsCaught() throws IOException {
        assertThat(wrong(each -> new Judgement.Settled(
                        Cash.of("EUR", each.told().orElse(Pieces.NONE)), Optional.empty(), "naive")))
                .hasSizeGreaterThan(100);
    }

    /// Another: one that takes an error to mean that nothing moved, and would pay again.
    @Test
    void aDriverThatTakesAnErrorForNothingIsCaught() throws IOException {
        assertThat(wrong(each -> each.result().isDone() ? ours(each) : new Judgement.Nothing(each.result(), "naive")))
                .hasSizeGreaterThan(100);
    }

    @Test
    void aPlainSuccessNeedsNoInventory() throws IOException {
        assertThat(ours(new Case(FccResult.DONE, Optional.of(ASKED), ASKED, false, true)))
                .isInstanceOf(Judgement.Settled.class);
    }

    @Test
    void anErrorWithoutInventoryIsUnclear() throws IOException {
        assertThat(ours(new Case(FccResult.DEVICE, Optional.of(PART), PART, false, true)))
                .isInstanceOf(Judgement.Unclear.class);
    }

    @Test
    void anErrorTheInventoryBearsOutIsSettled() throws IOException {
        assertThat(ours(new Case(FccResult.DEVICE, Optional.of(PART), PART, true, true)))
                .isInstanceOfSatisfying(
                        Judgement.Settled.class,
                        settled -> assertThat(settled.moved()).isEqualTo(Cash.of("EUR", PART)));
    }

    @Test
    void aNumberTheMachineHasHadBeforeProvesNothing() throws IOException {
        for (Pieces really : POSSIBLE) {
            assertThat(ours(new Case(FccResult.DUPLICATE, Optional.empty(), really, true, false)))
                    .isInstanceOf(Judgement.Unclear.class);
        }
    }

    private static List<Case> wrong(Judge judge) throws IOException {
        var wrong = new ArrayList<Case>();
        for (Case each : all()) {
            var real = Cash.of("EUR", each.really());
            boolean right = switch (judge.judge(each)) {
                case Judgement.Settled(var moved, var _, var _) -> moved.equals(real);
                case Judgement.Nothing _ -> real.isNone();
                case Judgement.Unclear _ -> true;
            };
            if (!right) {
                wrong.add(each);
            }
        }
        return wrong;
    }

    private static List<Case> all() {
        var told = new ArrayList<Optional<Pieces>>();
        told.add(Optional.empty());
        POSSIBLE.forEach(each -> told.add(Optional.of(each)));
        var all = new ArrayList<Case>();
        for (FccResult result : FccResult.values()) {
            for (Optional<Pieces> says : told) {
                for (Pieces really : POSSIBLE) {
                    for (int bits = 0; bits < 4; bits++) {
                        all.add(new Case(result, says, really, (bits & 1) == 0, (bits & 2) == 0));
                    }
                }
            }
        }
        all.removeIf(Case::contradictsWhatWeBelieve);
        return all;
    }

    private static Judgement ours(Case each) throws IOException {
        var intent = new Intent(
                UUID.randomUUID(), Intent.Purpose.PAY, new Intent.Ask.Exactly("EUR", ASKED), "test", Optional.empty());
        var before = Holdings.of(Place.RECYCLER, FILLED);
        var baseline = new Sight(Sight.State.READY, Optional.of(before), new TreeMap<>(), Optional.empty(), List.of());
        var call = new FccCall(FccRequest.cashout(List.of()), "1", new CompletableFuture<>());
        var payout = new Payout(intent, call, baseline, Optional.of(ASKED));
        if (each.seen()) {
            payout.sees(FccStatus.DISPENSING, 1);
        }
        Optional<Holdings> after = each.inventory()
                ? Optional.of(Holdings.of(Place.RECYCLER, FILLED.minus(each.really())))
                : Optional.empty();
        return payout.judged(reply(each), () -> after);
    }

    private static FccReply reply(Case each) {
        var cash = each.told()
                .map(pieces -> new FccCash(
                                FccCash.OUT,
                                pieces.counts().entrySet().stream()
                                        .map(line -> new FccCash.Line(
                                                line.getKey(), 0, 1, line.getValue(), FccCash.Fill.NOT_TOLD))
                                        .toList())
                        .node());
        var body = new Node("CashoutResponse", Map.of(), cash.stream().toList(), "");
        // The code of UNKNOWN stands for any we do not know.
        int code = java.util.stream.IntStream.range(-1, 101)
                .filter(candidate -> FccResult.of(candidate) == each.result())
                .findFirst()
                .orElseThrow();
        return new FccReply("CashoutResponse", code, "1", body);
    }
}
