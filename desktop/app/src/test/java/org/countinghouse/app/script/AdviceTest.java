package org.countinghouse.app.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class AdviceTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    static Path folder;

    private static ScriptedStation station;

    @BeforeAll
    static void open() {
        station = ScriptedStation.open(folder, Clock.systemUTC());
        assertThat(ScriptedStation.codes(station.answers("""
            {"command":"advise-change","amount":"1.00","stock":{"USD":{"1":1}}}
            {"command":"plan-float","counts":{"USD":{"1":1}},"target":"1.00"}
            {"command":"sign-in","employee":"dara","pin":"123456"}
            {"command":"advise-change","amount":"1.00"}
            {"command":"open-shift","counts":{"USD":{"20":1,"5":1,"1":9},"KHR":{"1000":9,"500":1,"100":4}}}
            """)))
                .containsExactly("not-signed-in", "not-signed-in", "done", "no-open-shift", "done");
    }

    @AfterAll
    static void close() {
        station.close();
    }

    @Test
    void changeIsAdvisedOutOfWhatTheTillHolds() {
        answers("""
            {"command":"advise-change","amount":"7.00"}
            """, """
            {"ok":true,"exact":true,"change":{"amount":"7.00 USD","pieces":{"5":1,"1":2}}}
            """);
    }

    @Test
    void theRemainderOfADollarIsAdvisedInRielWithItsRounding() {
        answers("""
            {"command":"advise-change","amount":"7.63","second":"KHR","rate":"4100","smallest":"1"}
            """, """
            {"ok":true,"first":{"amount":"7.00 USD","pieces":{"5":1,"1":2}},\
            "rest":"0.63 USD","exchanged":"2583 KHR","settled":"2600 KHR","rounding":"17 KHR",\
            "exact":true,"change":{"amount":"2600 KHR","pieces":{"1000":2,"500":1,"100":1}}}
            """);
    }

    @Test
    void whatCannotBePaidExactlyIsToldWithTheNearest() {
        answers("""
            {"command":"advise-change","amount":"0.60","stock":{"USD":{"0.25":3,"0.10":0}}}
            """, """
            {"ok":true,"exact":false,"below":{"amount":"0.50 USD","pieces":{"0.25":2}},\
            "above":{"amount":"0.75 USD","pieces":{"0.25":3}}}
            """);
        answers("""
            {"command":"advise-change","amount":"9.00","stock":{"USD":{"1":2}}}
            """, """
            {"ok":true,"exact":false,"below":{"amount":"2.00 USD","pieces":{"1":2}}}
            """);
    }

    @Test
    void theFewestPiecesAreFoundWhereTheLargestFirstFail() {
        answers("""
            {"command":"advise-change","amount":"0.30","stock":{"USD":{"0.25":1,"0.10":3,"0.01":9}}}
            """, """
            {"ok":true,"exact":true,"change":{"amount":"0.30 USD","pieces":{"0.10":3}}}
            """);
    }

    @Test
    void aTillDoesNotTellWhatItHolds() {
        var replies = station.answers("""
            {"command":"advise-change","amount":"99.00"}
            {"command":"advise-change","amount":"100.01"}
            {"command":"advise-change","amount":"1000000","currency":"KHR"}
            """);
        assertThat(replies.getFirst().toString()).isEqualTo("{\"ok\":true,\"exact\":false}");
        assertThat(ScriptedStation.codes(replies.subList(1, 3))).containsOnly("change-too-large");
        assertThat(replies.toString()).doesNotContain("34").doesNotContain("9900");
    }

    @Test
    void adviceWritesNothing() {
        long before = station.written();
        station.answers("""
            {"command":"advise-change","amount":"7.00"}
            {"command":"plan-float","counts":{"USD":{"1":1}},"target":"1.00"}
            """);
        assertThat(station.written()).isEqualTo(before);
    }

    @Test
    void whatIsWrongWithAQuestionIsNamed() {
        var replies = station.answers("""
            {"command":"advise-change","amount":"0.00","stock":{}}
            {"command":"advise-change","amount":"-1.00","stock":{}}
            {"command":"advise-change","amount":"1.00","second":"KHR","stock":{}}
            {"command":"advise-change","amount":"1.00","second":"KHR","rate":"0","stock":{}}
            {"command":"advise-change","amount":"1.00","second":"USD","rate":"1","stock":{}}
            {"command":"advise-change","amount":"1.00","second":"XXX","rate":"1","stock":{}}
            {"command":"advise-change","amount":"1.00","second":"KHR","rate":"4100.5","stock":{}}
            {"command":"advise-change","amount":"9000000000000","second":"KHR","rate":"999999999999999","stock":{}}
            {"command":"plan-float","counts":{"USD":{"1":1}},"target":"-1.00"}
            {"command":"plan-float","counts":{"USD":{"1":-1}},"target":"1.00"}
            {"command":"plan-float","target":"1.00 XXX"}
            """);
        assertThat(ScriptedStation.codes(replies))
                .containsExactly(
                        "not-positive",
                        "not-positive",
                        "missing-field",
                        "not-positive",
                        "malformed",
                        "unknown-currency",
                        "wrong-digits",
                        "sum-too-large",
                        "not-positive",
                        "not-a-quantity",
                        "unknown-currency");
        assertThat(replies)
                .allSatisfy(reply ->
                        assertThat(reply.at("/error/message").stringValue()).doesNotContain("{"));
    }

    @Test
    void aFloatIsPlannedFromACount() {
        answers("""
            {"command":"plan-float","counts":{"USD":{"20":4,"5":6,"1":12}},"target":"50.00"}
            """, """
            {"ok":true,"target":"50.00 USD","keep":{"amount":"50.00 USD","pieces":{"20":1,"5":4,"1":10}},\
            "drop":{"amount":"72.00 USD","pieces":{"20":3,"5":2,"1":2}},\
            "order":{"amount":"0.00 USD","pieces":{}},"gap":"0.00 USD"}
            """);
    }

    @Test
    void aFloatOfWantedPiecesOrdersWhatIsShort() {
        answers("""
            {"command":"plan-float","currency":"KHR","counts":{"KHR":{"10000":3,"1000":2}},"wanted":{"1000":10}}
            """, """
            {"ok":true,"target":"10000 KHR","keep":{"amount":"12000 KHR","pieces":{"10000":1,"1000":2}},\
            "drop":{"amount":"20000 KHR","pieces":{"10000":2}},\
            "order":{"amount":"8000 KHR","pieces":{"1000":8}},"gap":"2000 KHR"}
            """);
    }

    private static void answers(String line, String reply) {
        assertThat(station.answers(line).getLast().toString())
                .isEqualTo(JSON.readTree(reply).toString());
    }
}
