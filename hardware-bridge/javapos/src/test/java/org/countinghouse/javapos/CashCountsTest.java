package org.countinghouse.javapos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CashCountsTest {
    @ParameterizedTest
    @ValueSource(strings = {"5:80,10:77,50:0;1000:54,5000:87", "1:1", ";1000:5", "1:1;5:2"})
    void whatIsReadIsWrittenTheSame(String text) throws IOException {
        assertThat(CashCounts.read(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";", " ", ",,;,"})
    void nothingIsNothing(String text) throws IOException {
        assertThat(CashCounts.read(text).isNone()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5",
                "5:",
                ":5",
                "5:5:5",
                "a:1",
                "-5:1",
                "5:-1",
                "5:1;5:1;5:1",
                "0:1",
                "5:1,5:2",
                "2147483648:1",
                "5:1000001",
                "99999999999999999999:1",
                "٥:١"
            })
    void whatIsNoCountIsRefused(String text) {
        assertThatThrownBy(() -> CashCounts.read(text)).isInstanceOf(IOException.class);
    }

    @Test
    void theWorthDoesNotOverflow() throws IOException {
        assertThat(CashCounts.read("2147483647:1000000;2147483646:1000000").worth())
                .isEqualTo(2_147_483_647L * 1_000_000 + 2_147_483_646L * 1_000_000);
    }

    @Test
    void anyTextIsReadOrRefused() {
        var random = new Random(3);
        for (int turn = 0; turn < 20_000; turn++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                text.append("0123456789:;,x- ".charAt(random.nextInt(16)));
            }
            try {
                assertThat(CashCounts.read(text.toString()).worth()).isNotNegative();
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("\"");
            }
        }
    }

    @Test
    void oneKindIsWrittenWithoutTheSemicolonWhereTheVendorDoes() {
        var notes = new TreeMap<Integer, Integer>();
        notes.put(500, 2);
        var counts = new CashCounts(new TreeMap<>(), notes);
        assertThat(counts.text()).isEqualTo(";500:2");
        assertThat(counts.bare()).isEqualTo("500:2");
    }
}
