package org.countinghouse.app.script;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.countinghouse.app.Station;
import org.countinghouse.app.shell.ShopFile;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;
import org.countinghouse.resources.Texts;
import tools.jackson.databind.JsonNode;

/// A real station in the sample shop at Phnom Penh, where somebody answers lines.
record ScriptedStation(Station station, Script script) implements AutoCloseable {
    static ScriptedStation open(Path folder, Clock clock) {
        var station = Station.open(folder, () -> ShopFile.sample(SampleShop.PHNOM_PENH), Optional.empty(), clock);
        return new ScriptedStation(station, new Script(ScriptRun.workplace(station), Texts.load(Language.ENGLISH)));
    }

    static ScriptedStation signedIn(Path folder, Clock clock) {
        var opened = open(folder, clock);
        opened.answers("""
            {"command":"sign-in","employee":"dara","pin":"123456"}
            """);
        return opened;
    }

    List<JsonNode> answers(String lines) {
        return lines.lines().<JsonNode>map(script::answer).toList();
    }

    static List<String> codes(List<JsonNode> replies) {
        return replies.stream()
                .map(reply -> reply.at("/error/code").asString("done"))
                .toList();
    }

    long written() {
        return station.reader().lastSequence();
    }

    @Override
    public void close() {
        station.close();
    }
}
