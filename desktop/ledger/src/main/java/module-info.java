/// The cash rules, in plain Java: no clock, no files, no threads, no library.
@org.jspecify.annotations.NullMarked
module org.countinghouse.ledger {
    requires static org.jspecify;

    exports org.countinghouse.ledger;
    exports org.countinghouse.ledger.approval;
    exports org.countinghouse.ledger.catalogue;
    exports org.countinghouse.ledger.correction;
    exports org.countinghouse.ledger.count;
    exports org.countinghouse.ledger.entry;
    exports org.countinghouse.ledger.machine;
    exports org.countinghouse.ledger.money;
    exports org.countinghouse.ledger.people;
    exports org.countinghouse.ledger.report;
    exports org.countinghouse.ledger.safe;
    exports org.countinghouse.ledger.shift;
    exports org.countinghouse.ledger.till;
}
