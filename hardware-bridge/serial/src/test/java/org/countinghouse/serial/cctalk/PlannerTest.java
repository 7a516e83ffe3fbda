package org.countinghouse.serial.cctalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.countinghouse.serial.cctalk.Planner.Source;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final Denomination TEN = new Denomination("USD", 10);
    private static final Denomination QUARTER = new Denomination("USD", 25);
    private static final Denomination DOLLAR = new Denomination("USD", 100);

    @Test
    void theFewestCoinsAreChosen() {
        var planner = planner(source(3, TEN), source(4, QUARTER), source(5, DOLLAR));

        assertThat(planner.worth("USD", 30)).hasToString("Optional[3x3]");
        assertThat(planner.worth("USD", 150)).hasToString("Optional[4x2 5x1]");
        assertThat(planner.worth("USD", 15)).isEmpty();
        assertThat(planner.worth("EUR", 100)).isEmpty();
    }

    @Test
    void aLowHopperIsSparedWhereThatIsPossible() {
        var planner = planner(source(3, QUARTER), new Source(4, DOLLAR, true));

        assertThat(planner.worth("USD", 200)).hasToString("Optional[3x8]");
        assertThat(planner(new Source(4, DOLLAR, true)).worth("USD", 200)).hasToString("Optional[4x2]");
    }

    @Test
    void twoHoppersWithTheSameCoinHelpEachOther() {
        var planner = planner(new Source(3, QUARTER, true), source(4, QUARTER));

        assertThat(planner.exactly(Pieces.of(QUARTER, 300))).hasToString("Optional[4x255 3x45]");
        assertThat(planner.exactly(Pieces.of(QUARTER, 511))).isEmpty();
    }

    @Test
    void piecesNoHopperHasAreNotPaid() {
        assertThat(planner(source(3, QUARTER)).exactly(Pieces.of(Map.of(QUARTER, 1, DOLLAR, 1))))
                .isEmpty();
    }

    @Test
    void dongAndBigAmountsArePlannedToo() {
        var planner = planner(source(3, new Denomination("VND", 1000)), source(4, new Denomination("VND", 5000)));

        assertThat(planner.worth("VND", 87_000)).hasToString("Optional[3x2 4x17]");
        assertThat(planner.worth("VND", Long.MAX_VALUE / 1000 * 1000)).isEmpty();
    }

    @Test
    void aPlanIsReadAsItWasWritten() {
        assertThat(Plan.read("3x2 4x1")).contains(new Plan(List.of(new Plan.Share(3, 2), new Plan.Share(4, 1))));
        assertThat(Plan.read("")).isEmpty();
        assertThat(Plan.read("3x2 4x")).isEmpty();
        assertThat(Plan.read("9999x1")).isEmpty();
    }

    private static Planner planner(Source... sources) {
        return new Planner(List.of(sources));
    }

    private static Source source(int hopper, Denomination coin) {
        return new Source(hopper, coin, false);
    }
}
