package org.countinghouse.app.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is no money is refused at the door, with the reason, and nothing is written.
class DoorTest {
    @TempDir
    Path folder;

    private static final String NO_MONEY = """
        "command":"sale","total":"1.005"  | wrong-digits
        "command":"sale","total":"100.5 KHR"  | wrong-digits
        "command":"sale","total":"1,00"  | not-an-amount
        "command":"sale","total":"１.００"  | not-an-amount
        "command":"sale","total":"١.٠٠"  | not-an-amount
        "command":"sale","total":"១.០០"  | not-an-amount
        "command":"sale","total":"+1.00"  | not-an-amount
        "command":"sale","total":"1e3"  | not-an-amount
        "command":"sale","total":" 1.00"  | unknown-currency
        "command":"sale","total":"NaN"  | not-an-amount
        "command":"sale","total":""  | not-an-amount
        "command":"sale","total":"1.00 "  | unknown-currency
        "command":"sale","total":"1.00 usd"  | unknown-currency
        "command":"sale","total":"1.00 XXX"  | unknown-currency
        "command":"sale","total":"1.00 GBP"  | unknown-currency
        "command":"sale","total":"99999999999999999"  | amount-too-large
        "command":"sale","total":"9223372036854775808"  | amount-too-large
        "command":"sale","total":"99999999999999999999999"  | not-an-amount
        "command":"sale","total":1.00  | malformed
        "command":"sale","lines":[{"item":"x","price":"9000000000000","quantity":1000000000}] | sum-too-large
        "command":"sale","lines":[{"item":"x","price":"1.00","quantity":0}]  | not-a-quantity
        "command":"sale","lines":[{"item":"x","price":"1.00","quantity":-1}]  | not-a-quantity
        "command":"sale","lines":[{"item":"x","price":"1.00","quantity":1.5}]  | malformed
        "command":"sale","total":"-1.00"  | not-positive
        "command":"paid-in","amount":"0.00","reason":"found"  | not-positive
        "command":"safe-drop","amount":"-5.00"  | not-positive
        "command":"sale","total":"1.00","tenders":[{"tender":"cash","pieces":{"7":1}}] | unknown-denomination
        "command":"sale","total":"1.00","tenders":[{"tender":"cash","pieces":{"1":-1}}] | not-a-quantity
        "command":"sale","total":"1.00","change":{"0.33":1}  | unknown-denomination
        "command":"safe-drop","pieces":{"3":1}  | unknown-denomination
        "command":"count","counts":{"USD":{"7":1}}  | unknown-denomination
        "command":"count","counts":{"KHR":{"25000":1}}  | unknown-denomination
        "command":"count","counts":{"USD":{"5":-1}}  | not-a-quantity
        "command":"count","counts":{"USD":{"5":1000000000000000000}}  | not-a-quantity
        "command":"count","counts":{"USD":{"5":10000000000000000000000}}  | malformed
        "command":"count","counts":{"USD":{"5":1.5}}  | malformed
        "command":"count","counts":{"USD":{"5":"1"}}  | malformed
        "command":"count","counts":{"USD":{"５":1}}  | not-an-amount
        "command":"count","counts":{"XXX":{"5":1}}  | unknown-currency
        "command":"count","counts":{"USD":{"5":1},"USD":{"5":1}}  | malformed
        "command":"count","amounts":{"USD":5}  | malformed
        "command":"close-shift","dropCounts":{"USD":{"7":1}}  | unknown-denomination
        """;

    @Test
    void whatIsNoMoneyIsRefusedWithItsReasonAndNothingIsWritten() {
        try (var station = ScriptedStation.signedIn(folder, Clock.systemUTC())) {
            station.answers("""
                {"command":"open-shift","amounts":{"USD":"100.00","KHR":"0"}}
                """);
            long before = station.written();
            NO_MONEY.lines().map(line -> line.split(" +\\| ")).forEach(each -> {
                var reply = station.answers("{" + each[0] + "}").getFirst();
                assertThat(reply.at("/error/code").asString("done")).as(each[0]).isEqualTo(each[1]);
                assertThat(reply.at("/error/message").stringValue())
                        .isNotBlank()
                        .doesNotContain("{");
            });
            assertThat(station.written()).isEqualTo(before);
        }
    }

    @Test
    void aNoteThatIsNotIssuedYetIsRefusedOnThatBusinessDate() {
        String open = """
            {"command":"open-shift","counts":{"USD":{"1":1},"KHR":{"200000":1}}}
            """;
        try (var station = signedIn("before", "2024-10-15T09:00:00Z")) {
            var reply = station.answers(open).getLast();
            assertThat(reply.at("/error/code").stringValue()).isEqualTo("inactive-denomination");
            assertThat(reply.at("/error/message").stringValue())
                    .contains("200000")
                    .contains("2024-10-15");
        }
        try (var station = signedIn("after", "2024-10-17T09:00:00Z")) {
            assertThat(ScriptedStation.codes(station.answers(open))).containsOnly("done");
        }
    }

    @Test
    void theBusinessDateIsTheShiftsNotTheClocks() {
        Path data = folder.resolve("overnight");
        try (var station = at(data, "2024-10-15T09:00:00Z")) {
            station.answers("""
                {"command":"open-shift","amounts":{"USD":"1.00","KHR":"0"}}
                """);
        }
        try (var station = at(data, "2024-10-16T09:00:00Z")) {
            var reply = station.answers("""
                {"command":"count","counts":{"USD":{"1":1},"KHR":{"200000":1}}}
                """).getLast();
            assertThat(reply.at("/error/code").stringValue()).isEqualTo("inactive-denomination");
        }
    }

    private ScriptedStation signedIn(String name, String now) {
        return at(folder.resolve(name), now);
    }

    private static ScriptedStation at(Path data, String now) {
        return ScriptedStation.signedIn(data, Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }
}
