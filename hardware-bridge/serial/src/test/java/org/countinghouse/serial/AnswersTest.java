package org.countinghouse.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.countinghouse.device.PrinterState;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private final List<Asb> told = new ArrayList<>();
    private final Answers answers = new Answers(told::add);

    @Test
    void anAnswerAndWhatIsToldUnaskedAreKeptApartEvenWhenTheyCross() throws InterruptedException {
        hear(0x14, 0x00, 0x16, 0x00, 0x0F, 0x37, 0x22, '0', '0', '1', '7', 0x00, 0x12);

        assertThat(told).containsExactly(new Asb(0x14, 0, 0));
        assertThat(told.getFirst().drawerPinIsHigh()).isTrue();
        assertThat(answers.state(0)).isEqualTo(0x16);
        assertThat(answers.state(0)).isEqualTo(0x12);
        assertThat(answers.confirmation(0)).isEqualTo("0017");
    }

    @Test
    void whatIsToldUnaskedIsSaidInOurWords() {
        hear(0x10, 0, 0, 0x0F, 0x10, 0, 0x03, 0x0F, 0x18, 0, 0x0F, 0x0F, 0x38, 0, 0, 0x0F, 0x18, 0x08, 0, 0x0F);

        assertThat(told)
                .extracting(Asb::state)
                .containsExactly(
                        PrinterState.READY,
                        PrinterState.NEAR_END,
                        PrinterState.OUT_OF_PAPER,
                        PrinterState.COVER_OPEN,
                        PrinterState.ERROR);
    }

    @Test
    void aTornMessageDoesNotSpoilTheNext() {
        hear(0x10, 0x00, 0x14, 0x00, 0x00, 0x0F);

        assertThat(told).containsExactly(new Asb(0x14, 0, 0));
    }

    @Test
    void anyBytesAtAllAreSurvived() throws InterruptedException {
        var random = new Random(4);
        var noise = new byte[100_000];
        random.nextBytes(noise);
        answers.heard(noise, noise.length);
        hear(new int[100]);
        told.clear();
        answers.forgetStates();

        hear(0x14, 0, 0, 0x0F, 0x12);
        assertThat(told).containsExactly(new Asb(0x14, 0, 0));
        assertThat(answers.state(0)).isEqualTo(0x12);
    }

    private void hear(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        answers.heard(bytes, bytes.length);
    }
}
