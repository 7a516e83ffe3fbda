package org.countinghouse.serial.cashdro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.countinghouse.serial.cashdro.CashDroReader.Level;
import org.countinghouse.serial.cashdro.CashDroReader.Phase;
import org.countinghouse.serial.cashdro.CashDroReader.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CashDroReaderTest {

    @Test
    void aStartIsReadInBothGenerations() throws IOException {
        assertThat(
                        CashDroReader.started(
                                content(
                                        "{\"code\":1,\"response\":{\"errorMessage\":\"none\",\"operation\":{\"operationId\":\"1234\"}}}")))
                .isEqualTo("1234");
        assertThat(CashDroReader.started(content("{\"code\":1,\"data\":\"56\"}")))
                .isEqualTo("56");
        assertThat(CashDroReader.started(content("{\"code\":1,\"data\":56}"))).isEqualTo("56");
    }

    @Test
    void anOperationIsReadInBothGenerations() throws IOException {
        String told = "{\"operation\":{\"operationid\":\"12\",\"state\":\"F\",\"total\":\"730\",\"totalin\":\"1000\","
                + "\"totalout\":\"-270\"},\"messages\":[],\"withError\":\"false\"}";
        for (String answer : List.of(
                "{\"code\":1,\"response\":{\"operation\":" + told + "}}",
                "{\"code\":1,\"data\":\"" + told.replace("\"", "\\\"") + "\"}")) {
            var operation = CashDroReader.operation(content(answer));
            assertThat(operation.phase()).isEqualTo(Phase.FINISHED);
            assertThat(operation.total()).isEqualTo(OptionalLong.of(730));
            assertThat(operation.in()).isEqualTo(1000);
            assertThat(operation.out()).isEqualTo(270);
            assertThat(operation.failed()).isFalse();
        }
    }

    @Test
    void nothingExecutingIsNotTheSameAsNotSayingSo() throws IOException {
        assertThat(executing("{\"operation\":{\"OperationId\":-1}}")).isEmpty();
        assertThat(executing("{\"operation\":{\"OperationId\":\"0\"}}")).isEmpty();
        assertThat(executing("{\"operation\":null}")).isEmpty();
        assertThat(executing("{\"operation\":{\"OperationId\":\"17\"}}")).contains("17");
        assertThatThrownBy(() -> executing("{}")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> executing("{\"operation\":{\"OperationId\":{}}}"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void levelsAreReadByPlace() throws IOException {
        assertThat(CashDroReader.levels(content("{\"code\":1,\"data\":[{\"Value\":\"500\",\"Type\":\"2\","
                        + "\"LevelRecycler\":\"7\",\"LevelCasete\":3,\"RecyclerLimit\":\"60\"}]}")))
                .containsExactly(new Level(500, true, 7, 3, 60));
    }

    @Test
    void aWorthThatFitsNoSumIsNonsense() {
        assertThatThrownBy(() -> CashDroReader.levels(
                        content("{\"code\":1,\"data\":[{\"Value\":\"1000000001\",\"LevelRecycler\":\"1\"}]}")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aRefusalKeepsItsCodeAndWords() throws IOException {
        assertThat(CashDroReader.reply(bytes("{\"code\":-1,\"response\":{\"errorMessage\":\"Error message\"}}")))
                .isEqualTo(new Reply.Refused(-1, "Error message"));
        assertThat(CashDroReader.reply(bytes("{\"code\":-2,\"data\":\"Operation not queued\"}")))
                .isEqualTo(new Reply.Refused(-2, "Operation not queued"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"code\":1}",
                "{\"code\":true,\"response\":{}}",
                "{\"code\":1e400,\"response\":{}}",
                "{\"code\":1,\"response\":[[[]]]}",
                "{\"code\":1,\"response\":{\"operation\":{\"operation\":{\"operationid\":[],\"state\":{},\"totalin\":\"x\"}}}}",
                "{\"code\":1,\"response\":{\"operation\":{\"operation\":{\"operationid\":\"1\",\"state\":\"F\","
                        + "\"totalin\":\"99999999999999999999\",\"totalout\":\"1\"}}}}",
                "{\"code\":1,\"response\":{\"operation\":{\"operation\":{\"operationid\":\"1\",\"state\":\"F\","
                        + "\"totalin\":-9223372036854775808,\"totalout\":\"1\"}}}}",
                "{\"code\":1,\"response\":{\"operation\":{\"operation\":{\"operationid\":\"1\",\"state\":\"X\","
                        + "\"totalin\":\"0\",\"totalout\":\"0\"}}}}",
                "{\"code\":1,\"response\":{}}{\"code\":1,\"response\":{}}",
                "{\"code\":1,\"code\":2,\"response\":{}}",
                "{\"code\":1,\"data\":\"{\\\"operation\\\":\"}"
            })
    void whatIsNoOperationIsAFaultOfTheLink(String text) {
        assertThatThrownBy(() -> CashDroReader.operation(content(text))).isInstanceOf(IOException.class);
    }

    @Test
    void deepAndLongAnswersEnd() {
        for (String text : List.of(
                "[".repeat(100_000),
                "{\"code\":".repeat(50_000),
                "{\"code\":" + "9".repeat(100_000) + "}",
                "{\"code\":1,\"data\":\"" + "x".repeat(200_000) + "\"}")) {
            assertThatThrownBy(() -> CashDroReader.levels(content(text))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void randomBytesAreAValueOrAFaultOfTheLink() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] text = new byte[random.nextInt(60)];
            random.nextBytes(text);
            everything(text);
        }
    }

    @Test
    void aTrueAnswerWithDamageIsAValueOrAFaultOfTheLink() {
        var random = new Random(8);
        byte[] sound =
                bytes("{\"code\":1,\"response\":{\"operation\":{\"operation\":{\"operationid\":\"12\",\"state\":\"F\","
                        + "\"total\":\"730\",\"totalin\":\"1000\",\"totalout\":\"-270\"},\"withError\":\"false\"}}}");
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = sound.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(128);
            everything(damaged);
        }
    }

    private static void everything(byte[] text) {
        for (Reading reading : List.<Reading>of(
                CashDroReader::operation, CashDroReader::executing, CashDroReader::levels, CashDroReader::started)) {
            try {
                if (CashDroReader.reply(text) instanceof Reply.Done(var content)) {
                    reading.read(content);
                }
            } catch (IOException _) {
                // As it should.
            }
        }
    }

    private interface Reading {
        Object read(JsonNode content) throws IOException;
    }

    private static java.util.Optional<String> executing(String response) throws IOException {
        return CashDroReader.executing(content("{\"code\":1,\"response\":" + response + "}"));
    }

    private static JsonNode content(String text) throws IOException {
        return switch (CashDroReader.reply(bytes(text))) {
            case Reply.Done(var content) -> content;
            case Reply.Refused refused -> throw new IOException(refused.toString());
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
