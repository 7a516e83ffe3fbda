package org.countinghouse.app.shell;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.entry.Entry;

/// A real desk, and what becomes of each order on the way to it: somebody pulls its plug.
public record PluggedDesk(Desk desk, BiFunction<Desk, Order, Answer> order) implements Desk {
    /// Something happens before each order.
    public static PluggedDesk before(Desk desk, Runnable something) {
        return new PluggedDesk(desk, (real, order) -> {
            something.run();
            return real.perform(order);
        });
    }

    @Override
    public Answer perform(Order wanted) {
        return order.apply(desk, wanted);
    }

    @Override
    public <T> T ask(Function<Books, T> question) {
        return desk.ask(question);
    }

    @Override
    public LocalDate today() {
        return desk.today();
    }

    @Override
    public List<Entry> entries(long after, int limit) {
        return desk.entries(after, limit);
    }

    @Override
    public Runnable watch(Consumer<List<Entry>> committed) {
        return desk.watch(committed);
    }
}
