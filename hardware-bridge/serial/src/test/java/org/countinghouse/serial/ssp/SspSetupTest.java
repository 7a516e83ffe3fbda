package org.countinghouse.serial.ssp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import org.countinghouse.device.Denomination;
import org.junit.jupiter.api.Test;

/// Who an SSP machine says it is.
class SspSetupTest {
    private static final String HEAD = "06" + "30343436" + "455552" + "000001" + "01" + "05" + "02";

    @Test
    void aValueCountsInItsMultiplier() throws IOException {
        assertThat(validator("000064", "05000000").channels())
                .containsExactly(Optional.of(new Denomination("EUR", 500)));
    }

    @Test
    void aWorthThatFitsNoSumIsNonsense() {
        assertThatThrownBy(() -> validator("030303", "ffffffff"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("worth");
    }

    private static SspSetup validator(String multiplier, String value) throws IOException {
        byte[] answer = HexFormat.of().parseHex(HEAD + multiplier + "08" + "455552" + value);
        return SspSetup.read(new SspReading(answer));
    }
}
