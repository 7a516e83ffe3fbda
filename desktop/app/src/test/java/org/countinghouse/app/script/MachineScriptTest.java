package org.countinghouse.app.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.countinghouse.app.Station;
import org.countinghouse.app.device.Bridge;
import org.countinghouse.app.device.PretendMachine;
import org.countinghouse.app.shell.ShopFile;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;
import org.countinghouse.resources.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A day with a connected cash machine, line by line. The machine is only a protocol here; what a real one does on its
/// cable is tried where the drivers are.
class MachineScriptTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final String DARA = """
            {"command":"sign-in","employee":"dara","pin":"123456"}
            """;
    private static final String MALY = """
            {"command":"sign-in","employee":"maly","pin":"246810"}
            """;

    @TempDir
    Path folder;

    private final PretendMachine machine = new PretendMachine().filled(Map.of(20, 5, 5, 5, 1, 10));
    private Station station;
    private Bridge bridge;
    private Script script;

    @BeforeEach
    void open() {
        station =
                Station.open(folder, () -> ShopFile.sample(SampleShop.PHNOM_PENH), Optional.empty(), Clock.systemUTC());
        bridge = Bridge.over(List.of(machine.devices()), station.machineBooks());
        script = new Script(ScriptRun.workplace(station, bridge.cashMachines()), Texts.load(Language.ENGLISH));
    }

    @AfterEach
    void close() {
        bridge.close();
        station.close();
    }

    private List<JsonNode> answers(String lines) {
        return lines.lines().<JsonNode>map(script::answer).toList();
    }

    private JsonNode last(String lines) {
        return answers(lines).getLast();
    }

    private List<JsonNode> done(String lines) {
        var replies = answers(lines);
        assertThat(replies)
                .allSatisfy(reply -> assertThat(reply.get("ok").booleanValue())
                        .as(reply.toString())
                        .isTrue());
        return replies;
    }

    private static String code(JsonNode reply) {
        return reply.at("/error/code").asString("done");
    }

    private static void until(BooleanSupplier claim) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!claim.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private void begin() {
        done(DARA + """
            {"command":"open-shift","amounts":{"USD":"100.00","KHR":"400000"}}
            """);
    }

    private void deposit(int... notes) {
        done("""
            {"command":"machine-take","currency":"USD","reason":"sale"}
            """);
        machine.insert(notes);
        int dollars = IntStream.of(notes).sum();
        until(() -> last("""
                {"command":"machine-taken"}
                """).at("/taken").asString("").equals(dollars + ".00 USD"));
    }

    private String owed() {
        return station.desk().ask(books -> books.owed(station.till())).toString();
    }

    private void isWhole() {
        done(MALY);
        assertThat(code(last("{\"command\":\"verify\"}"))).isEqualTo("done");
    }

    @Test
    void aDepositPaysASaleAndTheChangeComesFromTheMachine() {
        begin();
        deposit(100, 100, 50);
        var ended = done("{\"command\":\"machine-end\"}").getFirst();
        assertThat(ended.get("moved").stringValue()).isEqualTo("250.00 USD");
        assertThat(ended.get("next").stringValue()).contains("machine-deposit");
        var day = done("""
            {"command":"sale","currency":"USD","total":"225.00","tenders":[{"tender":"machine-deposit","amount":"225.00"}]}
            {"command":"machine-pay","currency":"USD","amount":"25.00","reason":"change","parent":"%s"}
            {"command":"machine-state"}
            {"command":"count","amounts":{"USD":"100.00","KHR":"400000"}}
            {"command":"close-shift","z":true}
            """.formatted(ended.get("intent").stringValue()));
        assertThat(day.get(1).get("outcome").stringValue()).isEqualTo("settled-full");
        assertThat(day.get(1).at("/pieces/USD/20.00").asInt()).isEqualTo(1);
        assertThat(day.get(2).at("/holdings/recycler/USD/100.00").asInt()).isEqualTo(2);
        assertThat(day.get(2).get("open")).isEmpty();
        assertThat(owed()).isEqualTo("[]");
        assertThat(day.getLast().at("/counts/0/word").stringValue()).isEqualTo("exact");
        isWhole();
    }

    @Test
    void whatAJammedMachineDidNotPayIsPaidFromTheTill() {
        begin();
        deposit(100);
        done("""
            {"command":"machine-end"}
            {"command":"sale","currency":"USD","total":"75.00","tenders":[{"tender":"machine-deposit","amount":"75.00"}]}
            """);
        machine.jamAfter(1);
        var paid = last("{\"command\":\"machine-pay\",\"currency\":\"USD\",\"amount\":\"25.00\"}");
        assertThat(paid.get("outcome").stringValue()).isEqualTo("settled-partial");
        assertThat(paid.get("fault").stringValue()).isEqualTo("jammed");
        assertThat(paid.get("remainder").stringValue()).isEqualTo("5.00 USD");
        assertThat(code(last("{\"command\":\"pay-owed\",\"amount\":\"6.00 USD\"}")))
                .isEqualTo("not-owed");
        done("""
            {"command":"pay-owed","amount":"5.00 USD"}
            {"command":"count","amounts":{"USD":"95.00","KHR":"400000"}}
            {"command":"close-shift","z":true}
            """);
        assertThat(owed()).isEqualTo("[]");
        isWhole();
    }

    @Test
    void aDepositIsPaidBackOnceWhenTheMachineCannotGiveItBack() {
        begin();
        deposit(20);
        var ended = done("{\"command\":\"machine-end\",\"giveBack\":true}").getFirst();
        assertThat(ended.at("/gaveBack/outcome").stringValue()).isEqualTo("settled-full");
        assertThat(owed()).isEqualTo("[]");
        assertThat(code(last("{\"command\":\"machine-end\",\"giveBack\":true}")))
                .isEqualTo("no-deposit");
        assertThat(machine.commands()).isEqualTo(2);
    }

    @Test
    void aPaymentNobodyCanProveWaitsForAPersonAcrossARestart() {
        begin();
        deposit(100);
        done("""
            {"command":"machine-end"}
            {"command":"sale","currency":"USD","total":"75.00","tenders":[{"tender":"machine-deposit","amount":"75.00"}]}
            """);
        machine.dieAtTheNextCommand();
        var lost = last("{\"command\":\"machine-pay\",\"currency\":\"USD\",\"amount\":\"25.00\"}");
        assertThat(code(lost)).isEqualTo("machine-open");
        String intent = lost.get("intent").stringValue();
        // The sale goes on meanwhile, and nothing else is paid by the machine.
        done("{\"command\":\"sale\",\"currency\":\"USD\",\"total\":\"3.00\"}");
        assertThat(code(last("{\"command\":\"machine-pay\",\"currency\":\"USD\",\"amount\":\"1.00\"}")))
                .isEqualTo("machine-not-started");

        bridge.close();
        station.close();
        machine.speakAgain(true);
        open();
        until(() -> station.desk()
                .ask(books -> books.intents().getFirst().stage().name().equals("DISPUTED")));
        assertThat(machine.commands()).isEqualTo(2);
        assertThat(bridge.health()).extracting(DeviceHealth::level).doesNotContain(DeviceHealth.Level.WELL);
        var state = done(DARA + "{\"command\":\"machine-state\"}").getLast();
        assertThat(state.at("/open/0/state").stringValue()).isEqualTo("disputed");
        String settle = "{\"command\":\"machine-settle\",\"intent\":\"" + intent + "\",\"amount\":\"20.00 USD\"}";
        assertThat(code(last(settle))).isEqualTo("not-allowed");
        done("{\"command\":\"count\",\"amounts\":{\"USD\":\"103.00\",\"KHR\":\"400000\"}}");
        assertThat(code(last("{\"command\":\"close-shift\"}"))).isEqualTo("machine-not-answered");
        var settled = done(MALY + settle).getLast();
        assertThat(settled.get("outcome").stringValue()).isEqualTo("settled-partial");
        assertThat(settled.get("by").stringValue()).isEqualTo("person");
        assertThat(owed()).isEqualTo("[-5.00 USD]");
        done(DARA + """
            {"command":"pay-owed","amount":"5.00 USD","note":"what the machine kept"}
            {"command":"count","amounts":{"USD":"98.00","KHR":"400000"}}
            {"command":"close-shift","z":true}
            """);
        isWhole();
    }

    @Test
    void aMachineIsFilledFromTheSafe() {
        done(MALY + """
            {"command":"machine-fill","currency":"USD"}
            """);
        machine.insert(50, 50);
        until(() -> last("{\"command\":\"machine-taken\"}")
                .at("/taken")
                .asString("")
                .equals("100.00 USD"));
        done("{\"command\":\"machine-fill\",\"end\":true}");
        var balances =
                done("{\"command\":\"balance\",\"account\":\"machine/\"}").getFirst();
        assertThat(balances.at("/balances/0/amount").stringValue()).isEqualTo("100.00");
        assertThat(owed()).isEqualTo("[]");
    }

    @Test
    void theSameLineTwicePaysOnce() {
        begin();
        String line = "{\"command\":\"machine-pay\",\"currency\":\"USD\",\"amount\":\"5.00\",\"id\":\""
                + station.ids().next() + "\"}";
        var once = done(line).getFirst();
        var again = done(line).getFirst();
        assertThat(again.get("outcome")).isEqualTo(once.get("outcome"));
        assertThat(machine.commands()).isEqualTo(1);
    }

    @Test
    void nothingMovesInTrainingOrWithoutAMachine() {
        done(DARA + "{\"command\":\"training\",\"on\":true}");
        assertThat(code(last("{\"command\":\"machine-pay\",\"currency\":\"USD\",\"amount\":\"5.00\"}")))
                .isEqualTo("not-in-training");
        assertThat(code(new ScriptRun(station).reply(DARA + "{\"command\":\"machine-state\"}")))
                .isEqualTo("no-machine");
        assertThat(machine.commands()).isZero();
    }

    @Test
    void aMachineThatDoesNotAnswerKeepsNobodyFromSelling() {
        bridge.close();
        station.close();
        machine.fallSilent();
        open();
        begin();
        done("{\"command\":\"sale\",\"currency\":\"USD\",\"total\":\"3.00\"}");
        var paid = last("{\"command\":\"machine-pay\",\"currency\":\"USD\",\"amount\":\"5.00\"}");
        assertThat(code(paid)).isEqualTo("machine-not-started");
        assertThat(paid.get("fault").stringValue()).isEqualTo("no-answer");
        assertThat(bridge.health()).extracting(DeviceHealth::level).containsExactly(DeviceHealth.Level.FAULT);
        assertThat(machine.commands()).isZero();
    }

    @Test
    void anAmountTheMachineCannotMakeIsNotBegun() {
        begin();
        assertThat(code(last("{\"command\":\"machine-pay\",\"currency\":\"USD\",\"amount\":\"500.00\"}")))
                .isEqualTo("machine-not-started");
        assertThat(machine.commands()).isZero();
    }
}
