package org.countinghouse.app.script;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.people.PersonAdded;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.people.Verb;

/// The lines about people and what they may do.
final class People {
    private static final Pattern SHORT_NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    private People() {}

    static Command of(Request request) {
        return switch (request.command()) {
            case "add-person" -> add(request);
            case "person-left" -> new Command.RemovePerson(request.text("employee"));
            case "permission" -> permission(request);
            case "unlock" -> new Command.Unlock(request.text("employee"));
            default -> throw new BadRequest("unknown-command", Map.of("command", request.command()));
        };
    }

    private static Command add(Request request) {
        Role role = request.word(
                "role", Role::of, Arrays.stream(Role.values()).map(Role::word).toList());
        String employee = request.text("employee");
        if (!SHORT_NAME.matcher(employee).matches()) {
            throw new BadRequest(
                    "malformed",
                    Map.of("reason", "\"employee\" must be 1 to 32 of a-z, 0-9, - and begin with a letter"));
        }
        return new Command.AddPerson(new PersonAdded(employee, request.text("name"), role));
    }

    private static Command permission(Request request) {
        Verb verb = request.word(
                "verb", Verb::of, Arrays.stream(Verb.values()).map(Verb::word).toList());
        return new Command.ChangePermission(request.text("employee"), verb, request.flag("allowed"));
    }
}
