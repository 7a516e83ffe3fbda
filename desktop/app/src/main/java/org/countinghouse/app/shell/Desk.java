package org.countinghouse.app.shell;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.store.Verification;

/// The one place where commands become entries. Any thread may call; orders are carried out one after the other, and
/// an order is answered once its entries are durable.
public interface Desk {
    /// Decides, writes and answers. Waits for the disk: never call it on the screen thread.
    Answer perform(Order order);

    /// Asks the books something. The function must not keep the books.
    <T> T ask(Function<Books, T> question);

    /// The shop's trading day now.
    LocalDate today();

    /// Entries in order, from the one after this sequence.
    ///
    /// @param limit at most so many
    List<Entry> entries(long after, int limit);

    /// What a manager must accept before anything is written again: the ledger is not the one the station left
    /// behind. Until then the desk shows what it has, lets people sign in without writing it down, and refuses the
    /// rest.
    default Optional<Verification.Broken> doubt() {
        return Optional.empty();
    }

    /// Tells of entries once they are durable, on the desk's own thread: those of a moment together.
    ///
    /// @return ends the watch
    Runnable watch(Consumer<List<Entry>> committed);
}
