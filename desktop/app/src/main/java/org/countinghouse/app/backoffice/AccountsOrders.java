package org.countinghouse.app.backoffice;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.countinghouse.app.shell.Session;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.report.LedgerExported;

/// Makes the order that writes an export down, for who asked for it: whoever is signed in when the files are ready may
/// be
/// somebody else.
final class AccountsOrders {
    private AccountsOrders() {}

    static Function<LedgerExported, Order> of(Session session, UUID id) {
        String actor = session.person().map(Person::employee).orElseThrow();
        return export -> new Order(id, actor, Optional.empty(), new Command.RecordExport(export));
    }
}
