package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a simulated Glory controller is asked.
class GloryAskedTest {
    @Test
    void piecesAreCountedByTheirKind() throws IOException {
        assertThat(pieces("<Denomination cc='EUR' fv='500'><Piece>2</Piece></Denomination>"
                        + "<Denomination cc='EUR' fv='500'><Piece>1</Piece></Denomination>"))
                .isEqualTo(Pieces.of(new Denomination("EUR", 500), 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Denomination><Piece>1</Piece></Denomination>",
                "<Denomination cc='EUR' fv='0'><Piece>1</Piece></Denomination>",
                "<Denomination cc='EUR' fv='500'></Denomination>",
                "<Denomination cc='EUR' fv='500'><Piece>999999999</Piece></Denomination>"
            })
    void piecesThatCannotBeAreRefused(String line) {
        assertThatThrownBy(() -> pieces(line)).isInstanceOf(IOException.class);
    }

    @Test
    void overSocketIoARequestStandsBareAndEndsWithNul() throws IOException {
        assertThat(GloryAsked.bare("<StatusRequest><SeqNo>7</SeqNo></StatusRequest>\0")
                        .sequence())
                .isEqualTo("7");
        assertThatThrownBy(() -> GloryAsked.bare("<StatusRequest/>")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> GloryAsked.bare("<Status/>\0")).isInstanceOf(IOException.class);
    }

    private static Pieces pieces(String lines) throws IOException {
        return GloryAsked.read("<e:Envelope xmlns:e='e'><e:Body><CashoutRequest><Cash type='2'>" + lines
                        + "</Cash></CashoutRequest></e:Body></e:Envelope>")
                .pieces();
    }
}
