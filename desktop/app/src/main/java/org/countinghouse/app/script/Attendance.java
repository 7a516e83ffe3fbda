package org.countinghouse.app.script;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.Ids;
import org.countinghouse.app.shell.Pins;
import org.countinghouse.app.shell.Workplace;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.people.PinChanged;
import org.countinghouse.ledger.people.TrainingBegan;
import org.countinghouse.ledger.people.TrainingEnded;
import org.countinghouse.ledger.people.Verb;
import tools.jackson.databind.node.ObjectNode;

/// Who is at the counter of a script, who stands by to approve, and at which desk: the real one, or one to
/// practise at.
final class Attendance {
    /// Four digits suffice where the station's key is part of the hash; six are better.
    private static final Pattern PIN = Pattern.compile("[0-9]{4,12}");

    private final Desk desk;
    private final Pins pins;
    private final Ids ids;
    private final Supplier<Desk> practice;
    private final Replies replies;
    private final Map<String, Desk> practising = new HashMap<>();
    private Optional<String> actor = Optional.empty();

    Attendance(Workplace stage, Replies replies) {
        this.desk = stage.desk();
        this.pins = stage.pins();
        this.ids = stage.ids();
        this.practice = stage.practice();
        this.replies = replies;
    }

    /// Signing in ends the stay of who was signed in before.
    ObjectNode signIn(Request request) {
        String employee = request.text("employee");
        return refusePin(employee, request.text("pin"), "wrong-pin").orElseGet(() -> {
            var answer = desk.perform(new Order(ids.next(), employee, Optional.empty(), new Command.SignIn(employee)));
            if (answer instanceof Answer.Done) {
                actor = Optional.of(employee);
            }
            return replies.answer(answer);
        });
    }

    /// Who leaves has left, whether or not the journal can take it.
    ObjectNode signOut(Request request) {
        if (actor.isEmpty()) {
            return Replies.ok();
        }
        String employee = actor.get();
        if (practising.remove(employee) != null) {
            desk.perform(new Order(ids.next(), employee, Optional.empty(), new Command.EndTraining(employee)));
        }
        var answer = desk.perform(order(request, Optional.empty(), new Command.SignOut(employee)));
        actor = Optional.empty();
        return replies.answer(answer);
    }

    /// Carries a command out as who is signed in, approved by who proves to stand by.
    ObjectNode perform(Request request, Command command) {
        return approved(request, approver -> told(desk().perform(order(request, approver, command))));
    }

    /// The same about people and permissions: those change in earnest, also while somebody practises.
    ObjectNode decide(Request request, Command command) {
        return approved(request, approver -> replies.answer(desk.perform(order(request, approver, command))));
    }

    /// Works at a device, which knows no practice.
    ///
    /// @param work gets who is signed in and who stands by
    ObjectNode atDevice(Request request, BiFunction<String, Optional<String>, ObjectNode> work) {
        return approved(
                request,
                approver -> isPractising()
                        ? replies.refused("not-in-training", Map.of())
                        : work.apply(actor.orElseThrow(), approver));
    }

    /// Works for who is signed in and does not practise.
    ///
    /// @param otherwise what practice is refused with
    ObjectNode inEarnest(String otherwise, Supplier<ObjectNode> work) {
        return signedIn(() -> isPractising() ? replies.refused(otherwise, Map.of()) : work.get());
    }

    boolean isPractising() {
        return actor.filter(practising::containsKey).isPresent();
    }

    /// That who is signed in may not do this.
    ObjectNode notAllowed() {
        return replies.refused("not-allowed", Map.of("employee", actor.orElseThrow()));
    }

    private Order order(Request request, Optional<String> approver, Command command) {
        return new Order(request.id().orElseGet(ids::next), actor.orElseThrow(), approver, command);
    }

    /// Works for who is signed in, with the approver who proved to be that person; only here a name becomes an
    /// approver.
    private ObjectNode approved(Request request, Function<Optional<String>, ObjectNode> work) {
        return signedIn(() -> {
            Optional<String> approver = request.textIfAny("approver");
            return approver.flatMap(each -> refusePin(each, request.text("approverPin"), "pin-refused"))
                    .orElseGet(() -> work.apply(approver));
        });
    }

    private Optional<ObjectNode> refusePin(String employee, String pin, String code) {
        var about = Map.of("employee", employee);
        return switch (pins.check(employee, pin.toCharArray())) {
            case Pins.Verdict.Right() -> Optional.empty();
            case Pins.Verdict.Wrong(var triesLeft) ->
                Optional.of(replies.refused(code, about).put("triesLeft", triesLeft));
            case Pins.Verdict.LockedOut(var until) ->
                Optional.of(replies.refused(
                        "locked-out",
                        Map.of(
                                "employee",
                                employee,
                                "time",
                                until.truncatedTo(ChronoUnit.SECONDS).toString())));
            case Pins.Verdict.Stopped() -> Optional.of(replies.refused("pin-stopped", about));
            case Pins.Verdict.Unknown() -> Optional.of(replies.refused("unknown-employee", about));
        };
    }

    /// One's own PIN needs the old one; somebody else's the right to set it.
    ObjectNode setPin(Request request) {
        return approved(request, approver -> {
            String employee = request.textOr("employee", actor.orElseThrow());
            String pin = request.text("pin");
            if (!PIN.matcher(pin).matches()) {
                return replies.refused("not-a-pin", Map.of());
            }
            return refuseOldPin(employee, request).orElseGet(() -> {
                var answer = desk.perform(order(request, approver, new Command.ChangePin(employee)));
                if (ledTo(answer, new PinChanged(employee))) {
                    pins.set(employee, pin.toCharArray());
                }
                return replies.answer(answer);
            });
        });
    }

    private Optional<ObjectNode> refuseOldPin(String employee, Request request) {
        return actor.filter(employee::equals).flatMap(self -> refusePin(self, request.text("oldPin"), "pin-refused"));
    }

    /// Whether an order did this. An order given under the id of another one is answered with what that one did.
    private static boolean ledTo(Answer answer, Fact fact) {
        return answer instanceof Answer.Done done
                && done.entries().getFirst().fact().equals(fact);
    }

    /// Begins to practise on a ledger in memory, or throws it away.
    ObjectNode training(Request request) {
        return approved(request, approver -> {
            String employee = actor.orElseThrow();
            boolean on = request.flag("on");
            Answer answer = desk.perform(order(
                    request, approver, on ? new Command.BeginTraining(employee) : new Command.EndTraining(employee)));
            if (ledTo(answer, new TrainingBegan(employee))) {
                practising.put(employee, practice.get());
            } else if (ledTo(answer, new TrainingEnded(employee))) {
                practising.remove(employee);
            }
            return told(answer);
        });
    }

    private ObjectNode told(Answer answer) {
        return marked(replies.answer(answer));
    }

    /// What is read or done in practice says so.
    private ObjectNode marked(ObjectNode reply) {
        return isPractising() ? reply.put("training", true) : reply;
    }

    /// Reads something, when who is signed in may.
    ObjectNode read(Verb verb, Supplier<ObjectNode> work) {
        return signedIn(() -> may(verb) ? marked(work.get()) : notAllowed());
    }

    boolean may(Verb verb) {
        return desk.ask(books ->
                actor.flatMap(books::person).filter(person -> person.may(verb)).isPresent());
    }

    /// Where who is signed in works.
    Desk desk() {
        return actor.map(practising::get).orElse(desk);
    }

    private ObjectNode signedIn(Supplier<ObjectNode> work) {
        return actor.isPresent() ? work.get() : replies.refused("not-signed-in", Map.of());
    }
}
