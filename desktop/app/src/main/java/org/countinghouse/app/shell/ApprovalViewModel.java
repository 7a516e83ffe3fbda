package org.countinghouse.app.shell;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.Refusal;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.people.Person;

/// A second person comes to the counter, sees what is to be done, and says yes with their PIN. Nobody says yes to
/// what they do themselves, and whoever is signed in stays so.
public final class ApprovalViewModel implements Approvals {
    /// So long somebody is waited for; then the order is not carried out.
    public static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Session session;
    private final Desk desk;
    private final Pins pins;
    private final Background background;
    private final Semaphore counter = new Semaphore(1);
    private final PinEntry pin = new PinEntry();
    private final ReadOnlyObjectWrapper<Optional<Question>> question = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Person>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Boolean> checking = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanBinding ready = Bindings.createBooleanBinding(
            () -> chosen.get().isPresent() && pin.digitsProperty().get() > 0 && !checking.get(),
            chosen,
            pin.digitsProperty(),
            checking);

    /// What somebody is asked to approve.
    ///
    /// @param who the one who does it
    /// @param amount how much of it, where it is about an amount that may be told
    /// @param people who may approve it
    record Question(
            Matter matter,
            String who,
            Optional<Money> amount,
            List<Person> people,
            CompletableFuture<Optional<String>> answer) {}

    public ApprovalViewModel(Session session, Desk desk, Pins pins, Background background) {
        this.session = session;
        this.desk = desk;
        this.pins = pins;
        this.background = background;
        session.personProperty().subscribe((_, person) -> {
            if (person.isEmpty()) {
                giveUp();
            }
        });
    }

    /// One question at a time: a second one that comes meanwhile is answered with no.
    @Override
    public Optional<String> ask(Order order, Answer.Refused refused) {
        if (!counter.tryAcquire()) {
            return Optional.empty();
        }
        var answer = new CompletableFuture<Optional<String>>();
        try {
            var asked = question(order, answer);
            background.show(() -> open(asked, refused));
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (TimeoutException | ExecutionException _) {
            return Optional.empty();
        } finally {
            background.show(() -> close(answer));
            counter.release();
        }
    }

    private Question question(Order order, CompletableFuture<Optional<String>> answer) {
        Matter matter = matter(order.command());
        var people = desk.ask(books -> books.people().stream()
                .filter(person -> person.mayApprove(matter.approval(), order.actor()))
                .toList());
        String who =
                desk.ask(books -> books.person(order.actor())).map(Person::name).orElse(order.actor());
        return new Question(matter, who, amount(order.command()), people, answer);
    }

    private static Matter matter(Command command) {
        return switch (command) {
            case Command.PayIn _ -> Matter.PAID_IN;
            case Command.PayOut _, Command.PayOwed _ -> Matter.PAID_OUT;
            case Command.Refund _ -> Matter.REFUND;
            case Command.OpenDrawer _ -> Matter.NO_SALE;
            case Command.DropToSafe _ -> Matter.SAFE_DROP;
            case Command.Correct _, Command.RecordLate _ -> Matter.CORRECTION;
            default -> Matter.OVER_SHORT;
        };
    }

    /// Nothing of a count: what is over or short tells what is expected.
    private static Optional<Money> amount(Command command) {
        return switch (command) {
            case Command.PayIn in -> Optional.of(in.amount().amount());
            case Command.PayOut out -> Optional.of(out.amount().amount());
            case Command.PayOwed owed -> Optional.of(owed.amount().amount());
            case Command.Refund refund -> Optional.of(refund.amount());
            case Command.DropToSafe drop -> Optional.of(drop.amount().amount());
            case Command.RecordLate late -> Optional.of(late.amount());
            default -> Optional.empty();
        };
    }

    ReadOnlyObjectProperty<Optional<Question>> questionProperty() {
        return question.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Person>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty digitsProperty() {
        return pin.digitsProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    BooleanBinding readyProperty() {
        return ready;
    }

    private void open(Question asked, Answer.Refused refused) {
        if (asked.answer().isDone() || session.person().isEmpty()) {
            asked.answer().complete(Optional.empty());
            return;
        }
        pin.forget();
        question.set(Optional.of(asked));
        chosen.set(asked.people().size() == 1 ? Optional.of(asked.people().getFirst()) : Optional.empty());
        notice.set(
                asked.people().isEmpty()
                        ? Optional.of(Notice.of(Tone.WARNING, "signin.approve.nobody"))
                        : refused.why() == Refusal.NEEDS_APPROVAL ? Optional.empty() : Notice.about(refused));
    }

    private void close(CompletableFuture<Optional<String>> answer) {
        if (question.get().filter(asked -> asked.answer() == answer).isPresent()) {
            pin.forget();
            checking.set(false);
            chosen.set(Optional.empty());
            question.set(Optional.empty());
            notice.set(Optional.empty());
        }
    }

    void choose(Person person) {
        if (!checking.get()) {
            pin.forget();
            notice.set(Optional.empty());
            chosen.set(Optional.of(person));
        }
    }

    void press(char key) {
        if (chosen.get().isPresent() && !checking.get()) {
            pin.press(key);
        }
    }

    void clear() {
        pin.forget();
    }

    /// Nobody says yes; nothing is done.
    void giveUp() {
        question.get().ifPresent(asked -> {
            asked.answer().complete(Optional.empty());
            close(asked.answer());
        });
    }

    /// Says yes, once the PIN is right.
    void approve() {
        if (!ready.get() || question.get().isEmpty()) {
            return;
        }
        Question asked = question.get().get();
        Person person = chosen.get().orElseThrow();
        char[] typed = pin.take();
        checking.set(true);
        background.run(
                () -> checked(person, typed), verdict -> show(asked, person, verdict), told -> tell(asked, told));
    }

    private Pins.Verdict checked(Person person, char[] typed) {
        try {
            return pins.check(person.employee(), typed);
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    private void show(Question asked, Person person, Pins.Verdict verdict) {
        verdict.refusal(person, session.shop().zone())
                .ifPresentOrElse(
                        told -> tell(asked, told), () -> asked.answer().complete(Optional.of(person.employee())));
    }

    private void tell(Question asked, Notice told) {
        if (question.get().filter(asked::equals).isPresent()) {
            checking.set(false);
            notice.set(Optional.of(told));
        }
    }
}
