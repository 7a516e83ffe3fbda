package org.countinghouse.app.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.countinghouse.app.Station;
import org.countinghouse.app.shell.ShopFile;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ScriptTest {
    private static final String SIGN_IN = """
            {"command":"sign-in","employee":"dara","pin":"123456"}
            """;
    private static final String MANAGER = """
            {"command":"sign-in","employee":"maly","pin":"246810"}
            """;
    private static final String OPEN = SIGN_IN + """
            {"command":"open-shift","amounts":{"GBP":"200.00"}}
            """;

    @TempDir
    Path folder;

    private Station station;

    @BeforeEach
    void open() {
        station = open(SampleShop.BREAD_BASKET, "station");
    }

    private Station open(SampleShop sample, String name) {
        return Station.open(folder.resolve(name), () -> ShopFile.sample(sample), Optional.empty(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void aWholeShiftIsWorkedAndToldInWords() {
        var replies = run(OPEN + """
            {"command":"sale","total":"35.50"}
            {"command":"paid-out","amount":"12.00","reason":"milk"}
            {"command":"safe-drop","amount":"150.00","bag":"17"}
            {"command":"count","amounts":{"GBP":"73.00"}}
            {"command":"close-shift"}
            {"command":"z-report"}
            """);
        assertThat(replies).allMatch(reply -> reply.get("ok").booleanValue());
        assertThat(replies.get(6).at("/counts/0/expected").stringValue()).isEqualTo("73.50");
        assertThat(replies.get(6).at("/counts/0/overShort").stringValue()).isEqualTo("-0.50");
        assertThat(replies.get(6).at("/counts/0/word").stringValue()).isEqualTo("short");
        assertThat(replies.get(7).at("/z/number").longValue()).isEqualTo(1);
        assertThat(run(MANAGER + "{\"command\":\"verify\"}").getLast().get("ok").booleanValue())
                .isTrue();
    }

    @Test
    void theReplyToACountHoldsNothingOfWhatIsExpected() {
        var reply = run(OPEN + """
            {"command":"sale","total":"35.50"}
            {"command":"count","amounts":{"GBP":"73.00"}}
            """).getLast();
        assertThat(reply.toString()).doesNotContain("235.50").doesNotContain("expected");
    }

    @Test
    void aSaleOfLinesPaidBySeveralTendersGivesChangeFromCash() {
        var reply = run(OPEN + """
            {"command":"sale","lines":[{"item":"bread","quantity":2,"price":"2.40"}],\
            "tenders":[{"tender":"card","amount":"2.80"},{"tender":"cash","pieces":{"5":1}}],"change":{"1":3}}
            """).getLast();
        assertThat(reply.get("total").stringValue()).isEqualTo("4.80 GBP");
        assertThat(reply.get("change").stringValue()).isEqualTo("3.00 GBP");
    }

    @Test
    void aCommandGivenTwiceUnderOneIdHappensOnce() {
        String sale = """
            {"command":"sale","total":"1.00","id":"0192f0c8-7b1a-7c3e-9d52-3f1b2c4d5e6f"}
            """;
        var replies = run(OPEN + sale + sale + MANAGER + "{\"command\":\"expected\"}");
        assertThat(replies.get(3).get("sequence")).isEqualTo(replies.get(2).get("sequence"));
        assertThat(replies.get(3).get("repeated").booleanValue()).isTrue();
        assertThat(replies.get(5).at("/expected/GBP").stringValue()).isEqualTo("201.00");
    }

    @Test
    void whatIsWrongIsNamedAndNothingIsWritten() {
        long before = station.reader().lastSequence();
        var replies = run("""
            {"command":"sale","total":"1.00"}
            nonsense
            [1]
            {"command":"dance"}
            {"total":"1.00"}
            """);
        assertThat(codes(replies))
                .containsExactly("not-signed-in", "malformed", "malformed", "unknown-command", "missing-field");
        assertThat(station.reader().lastSequence()).isEqualTo(before);
    }

    @Test
    void amountsAndCountsAreCheckedAtTheDoor() {
        var replies = run(OPEN + """
            {"command":"sale","total":"1.005"}
            {"command":"sale","total":"1,00"}
            {"command":"sale","total":"3.50 XXX"}
            {"command":"sale","total":"99999999999999999"}
            {"command":"count","counts":{"GBP":{"7":1}}}
            {"command":"count","counts":{"GBP":{"5":-1}}}
            {"command":"count","counts":{"GBP":{"5":1000000000000000000}}}
            {"command":"count","counts":{"GBP":{"5":1.5}}}
            {"command":"sale","total":3.5}
            """);
        assertThat(codes(replies.subList(2, replies.size())))
                .containsExactly(
                        "wrong-digits",
                        "not-an-amount",
                        "unknown-currency",
                        "amount-too-large",
                        "unknown-denomination",
                        "not-a-quantity",
                        "not-a-quantity",
                        "malformed",
                        "malformed");
    }

    @Test
    void aWrongPinIsRefusedAndRecorded() {
        var replies = run("""
            {"command":"sign-in","employee":"dara","pin":"000000"}
            {"command":"sign-in","employee":"nobody","pin":"000000"}
            """);
        assertThat(codes(replies)).containsExactly("wrong-pin", "unknown-employee");
        assertThat(station.reader().entries(0, 100).getLast().fact().kind()).isEqualTo("sign-in-refused");
    }

    @Test
    void everyRefusalHasItsWords() {
        var replies = run(OPEN + """
            {"command":"open-shift","amounts":{"GBP":"1.00"}}
            {"command":"close-shift"}
            {"command":"z-report"}
            {"command":"no-sale"}
            {"command":"refund","amount":"1.00","reason":"x","sale":"0192f0c8-7b1a-7c3e-9d52-3f1b2c4d5e6f"}
            {"command":"sale","total":"2.00","tenders":[{"tender":"cash","amount":"1.00"}]}
            {"command":"sale","total":"2.00","till":"9"}
            """);
        for (JsonNode reply : replies.subList(2, replies.size())) {
            assertThat(reply.at("/error/message").stringValue())
                    .doesNotContain("{")
                    .doesNotContain("(");
        }
    }

    @Test
    void twoCurrenciesShareADrawerAndAreNeverNetted() {
        station.close();
        station = open(SampleShop.PHNOM_PENH, "phnom-penh");
        var replies = run(SIGN_IN + """
            {"command":"open-shift","amounts":{"USD":"100.00","KHR":"400000"}}
            {"command":"sale","total":"12.00 USD"}
            {"command":"sale","total":"8000 KHR"}
            {"command":"count","amounts":{"USD":"112.07","KHR":"407700"}}
            {"command":"close-shift","z":true}
            """);
        var counts = replies.getLast().get("counts");
        assertThat(counts.toString())
                .contains("\"currency\":\"USD\",\"expected\":\"112.00\",\"counted\":\"112.07\",\"overShort\":\"0.07\"")
                .contains("\"currency\":\"KHR\",\"expected\":\"408000\",\"counted\":\"407700\",\"overShort\":\"-300\"");
    }

    @Test
    void aLedgerThatWasCutIsReadOnlyUntilAManagerAcceptsIt() throws SQLException {
        run(OPEN + """
            {"command":"sale","total":"3.50"}
            {"command":"sale","total":"4.50"}
            {"command":"sale","total":"5.50"}
            """);
        station.close();
        cutLastEntries(2);
        station = open(SampleShop.BREAD_BASKET, "station");
        var doubted = run("""
            {"command":"trust"}
            {"command":"sign-in","employee":"dara","pin":"000000"}
            {"command":"sign-in","employee":"dara","pin":"123456"}
            {"command":"sale","total":"6.50"}
            {"command":"accept-ledger"}
            {"command":"sign-in","employee":"maly","pin":"246810"}
            {"command":"expected"}
            {"command":"ledger"}
            {"command":"verify"}
            """);
        assertThat(doubted.getFirst().get("trusted").booleanValue()).isFalse();
        assertThat(doubted.getFirst().get("fault").stringValue()).isEqualTo("cut-off");
        assertThat(codes(List.of(doubted.get(1), doubted.get(3), doubted.get(4), doubted.get(8))))
                .containsExactly("wrong-pin", "ledger-not-trusted", "not-allowed", "chain-broken");
        assertThat(doubted.get(2).get("written").booleanValue()).isFalse();
        assertThat(doubted.get(6).get("ok").booleanValue()).isTrue();
        var accepted = run("""
            {"command":"sign-in","employee":"maly","pin":"246810"}
            {"command":"accept-ledger","note":"the disk was changed"}
            {"command":"trust"}
            {"command":"accept-ledger"}
            {"command":"sale","total":"6.50"}
            {"command":"verify"}
            """);
        assertThat(accepted.get(1).get("kind").stringValue()).isEqualTo("ledger-accepted");
        assertThat(accepted.get(2).get("trusted").booleanValue()).isTrue();
        assertThat(codes(List.of(accepted.get(3)))).containsExactly("nothing-to-accept");
        assertThat(accepted.subList(4, 6)).allMatch(reply -> reply.get("ok").booleanValue());
    }

    @Test
    void aShiftsCloseMakesAProvenBackup() {
        station.backUp();
        run(OPEN + """
            {"command":"sale","total":"35.50"}
            {"command":"count","amounts":{"GBP":"235.50"}}
            {"command":"close-shift"}
            """);
        station.close();
        assertThat(folder.resolve("station/backups"))
                .isDirectoryContaining(file -> file.getFileName().toString().matches("ledger-.*Z\\.db"))
                .isDirectoryContaining("glob:**/station.key")
                .isDirectoryContaining("glob:**/shop.json");
        assertThat(station.backups().trouble()).isEmpty();
        assertThat(station.backups().last()).isPresent();
    }

    private void cutLastEntries(int entries) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("station/ledger.db"));
                var statement = connection.createStatement()) {
            statement.executeUpdate("DROP TRIGGER entry_is_never_removed");
            statement.executeUpdate(
                    "DELETE FROM entry WHERE sequence > (SELECT max(sequence) - " + entries + " FROM entry)");
        }
    }

    private List<JsonNode> run(String script) {
        return new ScriptRun(station).replies(script);
    }

    private static List<String> codes(List<JsonNode> replies) {
        return replies.stream()
                .map(reply -> reply.at("/error/code").stringValue())
                .toList();
    }
}
