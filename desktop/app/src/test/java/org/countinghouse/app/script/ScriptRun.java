package org.countinghouse.app.script;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.countinghouse.app.Station;
import org.countinghouse.app.shell.CashMachines;
import org.countinghouse.app.shell.Prints;
import org.countinghouse.app.shell.Workplace;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.Texts;
import org.countinghouse.store.Verifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One script on a station; lines may be given one after the other.
final class ScriptRun {
    private static final JsonMapper JSON = new JsonMapper();

    private final Script script;
    private final Texts texts = Texts.load(Language.ENGLISH);

    ScriptRun(Station station) {
        this(workplace(station));
    }

    ScriptRun(Workplace workplace) {
        script = new Script(workplace, texts);
    }

    static Workplace workplace(Station station) {
        return workplace(station, CashMachines.NONE);
    }

    static Workplace workplace(Station station, CashMachines machines) {
        return workplace(station, machines, Prints.NONE);
    }

    static Workplace workplace(Station station, CashMachines machines, Prints prints) {
        return new Workplace(
                station.desk(),
                station.pins(),
                station.ids(),
                station.reader(),
                station.key(),
                station.shopCurrencies(),
                station.till(),
                station::practice,
                () -> new Verifier(station.data(), station.currencies(), _ -> {}).verify(),
                machines,
                prints,
                () -> {});
    }

    /// @return the replies' lines
    List<String> lines(String commands) {
        var out = new ByteArrayOutputStream();
        try (var print = new PrintStream(out, false, StandardCharsets.UTF_8)) {
            new ScriptLines(script, new Replies(texts), false)
                    .run(new BufferedReader(new StringReader(commands)), print);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    List<JsonNode> replies(String commands) {
        return lines(commands).stream().map(JSON::readTree).toList();
    }

    JsonNode reply(String command) {
        return replies(command).getLast();
    }

    /// The code the last of these commands is refused with; `ok` when it is not.
    String code(String commands) {
        JsonNode reply = reply(commands);
        return reply.get("ok").booleanValue() ? "ok" : reply.at("/error/code").stringValue();
    }
}
