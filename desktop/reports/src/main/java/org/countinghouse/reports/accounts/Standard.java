package org.countinghouse.reports.accounts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The accounts that stand in a map nobody has edited. English, as the books of an accountant who has none.
final class Standard {
    static final Map<String, BookAccount> PLACES = table("""
            till     1010 Cash in tills
            machine  1020 Cash machines
            safe     1030 Safe
            transit  1040 Cash in transit
            bank     1050 Bank
            """);
    static final Map<String, BookAccount> REASONS = table("""
            tender               1100 Card and other clearing
            tender/card          1110 Card clearing
            tender/mobile-money  1120 Mobile money clearing
            tender/voucher       2110 Vouchers
            beginning            3000 Opening balances
            sales                4000 Sales
            refunds              4010 Refunds
            paid-in              4900 Paid-in
            paid-out             6000 Paid-out
            over-short           6900 Cash over and short
            rounding             6910 Cash rounding
            exchange             6920 Currency exchange
            exchange/spread      6930 Exchange spread
            other                9999 Not assigned
            """);

    private Standard() {}

    private static Map<String, BookAccount> table(String lines) {
        var table = new LinkedHashMap<String, BookAccount>();
        lines.lines()
                .map(line -> line.split("\\s+", 3))
                .forEach(row -> table.put(row[0], new BookAccount(row[1], row[2])));
        return Collections.unmodifiableMap(table);
    }
}
