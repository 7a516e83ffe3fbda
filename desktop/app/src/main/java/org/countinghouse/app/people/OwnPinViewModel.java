package org.countinghouse.app.people;

import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.countinghouse.app.people.ShopPeople.Outcome;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Pins;
import org.countinghouse.app.shell.Session;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.people.Person;

/// Whoever is signed in proves who they are with the old PIN and takes another one.
public final class OwnPinViewModel {
    private final Session session;
    private final ShopPeople task;
    private final Background background;
    private final Consumer<Notice> tell;
    private final Runnable back;
    private final UUID id;
    private final PinTyping typing = new PinTyping();
    private boolean closed;

    /// @param tell who shows it when the new PIN holds
    /// @param back to the page behind
    public OwnPinViewModel(
            Session session, ShopPeople task, Background background, Consumer<Notice> tell, Runnable back) {
        this.session = session;
        this.task = task;
        this.background = background;
        this.tell = tell;
        this.back = back;
        this.id = session.newId();
        typing.begin(this::old, this::chosen);
    }

    PinTyping typing() {
        return typing;
    }

    private void old(char[] pin) {
        session.person()
                .ifPresent(person -> background.run(
                        () -> task.check(person, pin), verdict -> checked(person, verdict), this::again));
    }

    private void checked(Person person, Pins.Verdict verdict) {
        if (!closed) {
            verdict.refusal(person, session.shop().zone()).ifPresentOrElse(typing::again, typing::oldIsRight);
        }
    }

    private void chosen(char[] pin) {
        session.person().ifPresent(person -> {
            var changing = session.order(id, new Command.ChangePin(person.employee()));
            background.run(
                    () -> task.givePin(person.employee(), changing, pin),
                    outcome -> answered(person, outcome),
                    this::again);
        });
    }

    /// Who has gone meanwhile is told nothing, and no other task is closed.
    private void answered(Person person, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done() -> {
                if (!closed) {
                    back.run();
                    tell.accept(Notice.of(Tone.SUCCESS, "people.own.done"));
                }
            }
            case Outcome.NotDone(var why) -> again(why);
            case Outcome.PinNotKept() ->
                again(new Notice(Tone.DANGER, "people.pin.notKept", Map.of("employee", person.name())));
        }
    }

    private void again(Notice why) {
        if (!closed) {
            typing.again(why);
        }
    }

    void close() {
        closed = true;
        typing.forget();
    }
}
