package org.countinghouse.app.shell;

import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.resources.Language;

/// What a job of the command line prints with.
///
/// @param papers the station's slips; they do not wait for the printer
/// @param spool where they go; empty when the station has no printer
/// @param language of the slips
public record Prints(Papers papers, Optional<Spool> spool, Language language) {
    /// A station without a printer.
    public static final Prints NONE = new Prints(
            new Papers() {
                @Override
                public Printed slip(Entry entry, Language language) {
                    return new Printed.NoPrinter();
                }

                @Override
                public Printed copy(Entry entry, Language language) {
                    return new Printed.NoPrinter();
                }

                @Override
                public Printed x(TillId till, boolean cashShown, Language language) {
                    return new Printed.NoPrinter();
                }
            },
            Optional.empty(),
            Language.ENGLISH);

    public List<Spool.Slot> jobs() {
        return spool.map(Spool::jobs).orElseGet(List::of);
    }
}
