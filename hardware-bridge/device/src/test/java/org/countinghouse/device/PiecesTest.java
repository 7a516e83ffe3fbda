package org.countinghouse.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PiecesTest {
    private static final Denomination FIVE = new Denomination("EUR", 500);
    private static final Denomination TEN = new Denomination("EUR", 1000);
    private static final Denomination YEN = new Denomination("JPY", 1000);

    @Test
    void piecesAddUpPerCurrency() {
        var pieces = Pieces.of(Map.of(FIVE, 3, TEN, 1, YEN, 2));

        assertThat(pieces.total("EUR")).isEqualTo(2500);
        assertThat(pieces.total("JPY")).isEqualTo(2000);
        assertThat(pieces.total("USD")).isZero();
    }

    @Test
    void whatIsLackingIsNamed() {
        var held = Pieces.of(FIVE, 2);
        var wanted = Pieces.of(Map.of(FIVE, 3, TEN, 1));

        assertThat(held.lacking(wanted)).isEqualTo(Pieces.of(Map.of(FIVE, 1, TEN, 1)));
        assertThat(held.plus(Pieces.of(TEN, 1)).minus(held)).isEqualTo(Pieces.of(TEN, 1));
        assertThatThrownBy(() -> held.minus(wanted)).isInstanceOf(IllegalArgumentException.class);
    }
}
