package org.countinghouse.reports.accounts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// As what a journal can be saved.
public enum JournalForm {
    /// One line for each debit or credit, for any program that lets one say which column is what.
    GENERIC(new CsvProfile(
            CsvProfile.columns("Date:DATE,Entry:REFERENCE,Description:TEXT,Account code:CODE,Account name:NAME,"
                    + "Currency:CURRENCY,Debit:DEBIT,Credit:CREDIT"),
            ',',
            "yyyy-MM-dd",
            false,
            false,
            true,
            CsvProfile.NO_LIMIT)),
    /// Xero's manual journals (Xero Central, "Import a manual journal"): lines of equal narration and date are one
    /// journal, a debit is positive, and a file holds 300 lines, of which the first is the headings.
    XERO(new CsvProfile(
            CsvProfile.columns("*Narration:TEXT,*Date:DATE,Description:REFERENCE,*AccountCode:CODE,*TaxRate:TAX_RATE,"
                    + "*Amount:SIGNED,TrackingName1:NOTHING,TrackingOption1:NOTHING,TrackingName2:NOTHING,"
                    + "TrackingOption2:NOTHING"),
            ',',
            "dd MMM yyyy",
            true,
            true,
            false,
            299)),
    /// QuickBooks Online (Intuit, "Import journal entries"): lines of equal number are one journal.
    QUICKBOOKS(new CsvProfile(
            CsvProfile.columns("Journal No:REFERENCE,Journal Date:DATE,Account Name:NAME,Description:TEXT,Debits:DEBIT,"
                    + "Credits:CREDIT"),
            ',',
            "dd/MM/yyyy",
            true,
            true,
            false,
            CsvProfile.NO_LIMIT)),
    /// Plain text for hledger and ledger, whose strict check proves it.
    HLEDGER(null);

    private final Optional<CsvProfile> csv;

    JournalForm(@org.jspecify.annotations.Nullable CsvProfile csv) {
        this.csv = Optional.ofNullable(csv);
    }

    /// Empty for what is no CSV.
    Optional<CsvProfile> csv() {
        return csv;
    }

    /// `journal-xero`: the name the ledger keeps.
    public String word() {
        return "journal-" + name().toLowerCase(Locale.ROOT);
    }

    public String extension() {
        return csv.isPresent() ? "csv" : "journal";
    }

    public static Optional<JournalForm> of(String word) {
        return Arrays.stream(values()).filter(form -> form.word().equals(word)).findFirst();
    }
}
