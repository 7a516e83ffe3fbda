package org.countinghouse.app.shell;

import java.util.List;
import java.util.function.Supplier;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.store.JournalReader;
import org.countinghouse.store.StationKey;
import org.countinghouse.store.Verification;

/// What a job of the command line needs of a station that has no window.
///
/// @param currencies the shop's, the main one first
/// @param till the till a command means that names none
/// @param practice a new desk to practise at
/// @param machines the connected cash machines
/// @param prints where slips go
/// @param verify looks through the whole ledger
/// @param closing lets the station go
public record Workplace(
        Desk desk,
        Pins pins,
        Ids ids,
        JournalReader reader,
        StationKey key,
        List<Currency> currencies,
        TillId till,
        Supplier<Desk> practice,
        Supplier<Verification> verify,
        CashMachines machines,
        Prints prints,
        Runnable closing)
        implements AutoCloseable {
    public Workplace {
        currencies = List.copyOf(currencies);
    }

    @Override
    public void close() {
        closing.run();
    }
}
