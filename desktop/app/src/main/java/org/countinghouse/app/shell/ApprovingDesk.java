package org.countinghouse.app.shell;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.Refusal;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.store.Verification;

/// A desk beside which a second person can stand. An order that needs approval is held until somebody gave it or
/// nobody did; then it is given again under the same id, with who approved.
public final class ApprovingDesk implements Desk {
    private static final Set<Refusal> ANSWERED_BY_A_SECOND_PERSON = EnumSet.of(
            Refusal.NEEDS_APPROVAL,
            Refusal.APPROVER_MAY_NOT,
            Refusal.APPROVER_ACTED,
            Refusal.COUNTED_TOO_OFTEN,
            Refusal.COUNTS_DIFFER,
            Refusal.MACHINE_NOT_ANSWERED);

    private final Desk desk;
    private final Approvals approvals;

    public ApprovingDesk(Desk desk, Approvals approvals) {
        this.desk = desk;
        this.approvals = approvals;
    }

    /// Waits for people too: only for work that nobody else waits for.
    @Override
    public Answer perform(Order order) {
        Answer answer = desk.perform(order);
        while (answer instanceof Answer.Refused refused && asksSomebodyElse(refused.why())) {
            var approver = approvals.ask(order, refused);
            if (approver.isEmpty()) {
                return answer;
            }
            answer = desk.perform(new Order(order.id(), order.actor(), approver, order.command()));
        }
        return answer;
    }

    /// What a second person beside the one who acts can change.
    private static boolean asksSomebodyElse(Refusal why) {
        return ANSWERED_BY_A_SECOND_PERSON.contains(why);
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
    public Optional<Verification.Broken> doubt() {
        return desk.doubt();
    }

    @Override
    public Runnable watch(Consumer<List<Entry>> committed) {
        return desk.watch(committed);
    }
}
