package org.countinghouse.reports;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A kind of slip with a template of its own, and the names its template may use.
public enum Paper {
    RECEIPT(
            "receipt",
            "till number time employee approver total change",
            "lines quantity item amount tenders tender changes rates one rate roundings"),
    X(
            "x",
            "till shift businessDate opened employee time shown hash mark markCaption",
            Words.FIGURES,
            "sealed otherTenders label"),
    Z(
            "z",
            "till shifts businessDate number time employee approver first last hash mark markCaption",
            Words.FIGURES,
            "counts shift closingDrop left grandTotals"),
    CASH_MOVE(
            "cash-move",
            "till shift number time employee approver reason bag slip sale note amount tender signature",
            "refund pieces count face worth"),
    COUNT(
            "count",
            "till shift number time employee approver blank signature",
            "currencies currency pieces count face worth counted"),
    TEST("test", "printer columns tens ones");

    private final String word;
    private final Set<String> names;

    Paper(String word, String... names) {
        this.word = word;
        this.names = Stream.concat(Stream.of("shop title"), Stream.of(names))
                .flatMap(some -> Stream.of(some.strip().split("\\s+")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What its file is called, without `.txt`.
    public String word() {
        return word;
    }

    /// What a template may name in braces, after `if` and after `each`.
    public Set<String> names() {
        return Set.copyOf(names);
    }

    private static final class Words {
        static final String FIGURES = """
                currencies currency sales salesTimes salesTenders refunds refundsTimes refundTenders tender amount net
                exchange rounding voided late recounted machineOverShort machineOwed openingFloat openingOverShort
                cashSales cashRefunds paidIn paidOut floatLoan handoverOverShort handedOver received transferOut
                transferIn owedPaid corrected safeDrop expected counted overShort noSales voids copies training
                """;
    }
}
