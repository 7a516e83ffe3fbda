package org.countinghouse.simulator;

import org.countinghouse.device.Denomination;

/// What simulated acceptors call their channels: `US025A` a quarter, `US0005A` five dollars.
final class CcTalkNames {
    private static final int IN_CENTS = 100;
    private static final int IN_WHOLES = 1000;

    private CcTalkNames() {}

    static String coin(Denomination coin) {
        long value = coin.minorUnits();
        String digits = value < 1000
                ? "%03d".formatted(value)
                : value < 10_000 ? value / 1000 + "K" + value / 100 % 10 : value / 1000 + "K";
        return country(coin.currency()) + digits + "A";
    }

    static String bill(Denomination bill) {
        return country(bill.currency()) + "%04dA".formatted(bill.minorUnits() / scaling(bill.currency()));
    }

    /// By how much a bill's number is to be multiplied for the smallest unit.
    static int scaling(String currency) {
        return decimals(currency) == 0 ? IN_WHOLES : IN_CENTS;
    }

    static int decimals(String currency) {
        return switch (currency) {
            case "JPY", "KHR", "VND" -> 0;
            default -> 2;
        };
    }

    private static String country(String currency) {
        return currency.substring(0, 2);
    }
}
