package org.countinghouse.serial.cashmatic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.Pieces;
import org.countinghouse.serial.cashmatic.CashmaticReader.Level;
import org.countinghouse.serial.cashmatic.CashmaticReader.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CashmaticReaderTest {
    /// The shape of a withdrawal in a machine's own report.
    private static final String WITHDRAWAL = "{\"id\":33,\"requested\":200,\"inserted\":0,\"dispensed\":200,"
            + "\"notDispensed\":0,\"currency\":\"EUR\",\"operation\":\"withdrawal\",\"success\":true,"
            + "\"endType\":\"normal\",\"startTime\":\"14:19:37 22/11/2023\",\"reference\":\"11/23\",\"powerFail\":false,"
            + "\"piecesOut\":[{\"value\":200,\"currency\":\"EUR\",\"count\":1,\"type\":\"coin\"}]}";

    @Test
    void aTransactionIsReadWithItsReference() throws IOException {
        var last = CashmaticReader.last(data(WITHDRAWAL)).orElseThrow();
        assertThat(last.operation()).isEqualTo("withdrawal");
        assertThat(last.dispensed()).isEqualTo(200);
        assertThat(last.end()).isEqualTo("normal");
        assertThat(last.key()).isEqualTo("33 11/23 14:19:37 22/11/2023");
        assertThat(last.dispensedCash("EUR").pieces()).contains(Pieces.of(new Denomination("EUR", 200), 1));
    }

    /// Ten such entries would not fit the number their sum is counted in.
    @Test
    void aWorthThatFitsNoSumIsNonsense() {
        assertThatThrownBy(() ->
                        CashmaticReader.last(data(WITHDRAWAL.replace("{\"value\":200", "{\"value\":999999999999"))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void piecesThatDoNotAddUpAreNotBelieved() throws IOException {
        var last = CashmaticReader.last(data(WITHDRAWAL.replace("\"count\":1", "\"count\":2")))
                .orElseThrow();
        assertThat(last.dispensedCash("EUR").minorUnits()).isEqualTo(200);
        assertThat(last.dispensedCash("EUR").pieces()).isEmpty();
    }

    @Test
    void idleNeedsNoTotalsAndNothingAtAllIsNotIdle() throws IOException {
        assertThat(CashmaticReader.active(data("{\"operation\":\"idle\"}")).isIdle())
                .isTrue();
        assertThatThrownBy(() -> CashmaticReader.active(data("null"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> CashmaticReader.active(data("{}"))).isInstanceOf(IOException.class);
        assertThat(CashmaticReader.last(data("null"))).isEmpty();
    }

    @Test
    void levelsAreReadByPlace() throws IOException {
        assertThat(CashmaticReader.levels(data("[{\"value\":500,\"currency\":\"EUR\",\"level\":7,\"floatLevel\":10,"
                        + "\"maxLevel\":60,\"type\":\"banknote\",\"routing\":\"recycler\"}]")))
                .containsExactly(new Level(new Denomination("EUR", 500), 7, 60, true, false));
    }

    @Test
    void aTokenIsNeverPrinted() throws IOException {
        assertThat(CashmaticReader.token(data("{\"token\":\"abc.def\"}")))
                .hasToString("(secret)")
                .satisfies(token -> assertThat(token.reveal()).isEqualTo("abc.def"));
        for (String token : List.of("\"\"", "\"a b\"", "\"a\\nb\"", "17", "null", "{}")) {
            assertThatThrownBy(() -> CashmaticReader.token(data("{\"token\":" + token + "}")))
                    .isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "17",
                "\"text\"",
                "{\"operation\":17}",
                "{\"operation\":\"payment\"}",
                "{\"operation\":\"payment\",\"inserted\":-1,\"dispensed\":0}",
                "{\"operation\":\"payment\",\"inserted\":1.5,\"dispensed\":0}",
                "{\"operation\":\"payment\",\"inserted\":1e300,\"dispensed\":0}",
                "{\"operation\":\"payment\",\"inserted\":[1],\"dispensed\":{}}",
                "{\"operation\":\"payment\",\"inserted\":9999999999999999999999,\"dispensed\":0}",
                "{\"operation\":\"payment\",\"inserted\":1,\"dispensed\":0,\"piecesOut\":[{\"value\":0}]}",
                "{\"operation\":\"payment\",\"inserted\":1,\"dispensed\":0,\"piecesOut\":[{\"value\":5,\"currency\":\"EUR\","
                        + "\"count\":99999999999}]}"
            })
    void whatIsNoTransactionIsAFaultOfTheLink(String text) {
        assertThatThrownBy(() -> CashmaticReader.last(data(text)).orElseThrow()).isInstanceOf(IOException.class);
    }

    @Test
    void randomBytesAndDamageAreAValueOrAFaultOfTheLink() {
        var random = new Random(9);
        byte[] sound = ("{\"code\":0,\"message\":\"\",\"data\":" + WITHDRAWAL + "}").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 20_000; i++) {
            byte[] text = sound.clone();
            for (int hits = random.nextInt(3); hits >= 0; hits--) {
                text[random.nextInt(text.length)] = (byte) random.nextInt(256);
            }
            everything(text);
        }
        for (String text : List.of("[".repeat(100_000), "{\"code\":0,\"data\":" + "[".repeat(90_000))) {
            everything(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cashmatic:192.168.1.171",
                "cashmatic:tcp://host?colour=red",
                "cashmatic:tcp://host?pin=zz",
                "cashmatic:tcp://host?password=a&password-file=b",
                "cashmatic:tcp://host?currency=1"
            })
    void anAddressThatMakesNoSenseIsRefused(String address) {
        assertThat(Devices.open(DeviceAddress.of(address), Duration.ofSeconds(1)))
                .isInstanceOf(Devices.Connection.Refused.class);
    }

    private static void everything(byte[] text) {
        for (Reading reading : List.<Reading>of(
                CashmaticReader::last,
                CashmaticReader::active,
                CashmaticReader::levels,
                CashmaticReader::device,
                CashmaticReader::token)) {
            try {
                if (CashmaticReader.reply(text) instanceof Reply.Done(var data)) {
                    reading.read(data);
                }
            } catch (IOException _) {
                // As it should.
            }
        }
    }

    private interface Reading {
        Object read(JsonNode data) throws IOException;
    }

    private static JsonNode data(String text) throws IOException {
        return switch (CashmaticReader.reply(
                ("{\"code\":0,\"message\":\"No error\",\"data\":" + text + "}").getBytes(StandardCharsets.UTF_8))) {
            case Reply.Done(var data) -> data;
            case Reply.Refused refused -> throw new IOException(refused.toString());
        };
    }
}
