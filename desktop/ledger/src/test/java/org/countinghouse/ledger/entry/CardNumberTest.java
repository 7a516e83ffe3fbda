package org.countinghouse.ledger.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Numbers are the card networks' published test numbers; none belongs to anybody.
class CardNumberTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "4111 - 1111 - 1111 - 1111",
                "5500 0000 0000 0004",
                "3782 822463 10005",
                "6011000990139424",
                "4222222222222",
                "6304000000000000000",
                "paid with 4111 1111 1111 1111, thanks",
                "card4111111111111111x",
                "bag 17 4111 1111 1111 1111",
                "4111 1111 1111 1111 12/29",
                "21-11 4111-1111-1111-1111",
                "\uff14\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11",
                "\u0664\u0661\u0661\u0661 \u0661\u0661\u0661\u0661 \u0661\u0661\u0661\u0661 \u0661\u0661\u0661\u0661",
                "\u17e4\u17e1\u17e1\u17e1\u17e1\u17e1\u17e1\u17e1\u17e1\u17e1\u17e1\u17e1\u17e1\u17e1\u17e1\u17e1",
                "4111\u00a01111\u20131111\u22121111",
                "4111\u200b1111\u200b1111\u200b1111",
                "4111\n1111\t1111 1111"
            })
    void aCardNumberIsFound(String text) {
        assertThat(CardNumber.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "milk",
                "4111111111111112",
                "4111 1111 1111 1112",
                "411111111111",
                "411 111 111 111",
                "41111111111111111111",
                "4111/1111/1111/1111",
                "4111 1111 x 1111 1111",
                "2026-11-25/150040",
                "+855 12 345 678",
                "0192f0c8-7b1a-7c3e-9d52-3f1b2c4d5e6f",
                "12.50 and 12.50 and 12.50",
                "\uff14\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff12"
            })
    void otherTextIsNone(String text) {
        assertThat(CardNumber.isIn(text)).isFalse();
    }

    /// The Luhn check has one digit: a ticket's long number is taken for a card's one time in ten.
    @Test
    void oneLongNumberInTenIsTakenForACard() {
        int found = 0;
        for (int i = 0; i < 10_000; i++) {
            found += CardNumber.isIn("ticket 20261125%07d".formatted(i * 37)) ? 1 : 0;
        }
        assertThat(found).isBetween(900, 1_100);
    }

    @Test
    void aLongTextIsReadInATimeThatGrowsWithIt() {
        assertThat(CardNumber.isIn("1 ".repeat(200_000) + "x")).isIn(true, false);
        assertThat(CardNumber.isIn("7".repeat(400_000))).isFalse();
    }
}
