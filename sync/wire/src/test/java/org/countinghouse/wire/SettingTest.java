package org.countinghouse.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest {
    private static final Setting DEVICES =
            new Setting("devices", 3, "countinghouse devices 1\nversion 2\n\ndevice ស្នាម \"A\"\n\trole printer\n");

    @Test
    void aSettingAndItsAnswersAreThoseOfTheGoldenFile() throws IOException {
        List<Setting.Reply> replies = List.of(
                new Setting.Reply.Accepted(4),
                new Setting.Reply.Newer(new Setting("devices", 9, "")),
                new Setting.Reply.None());
        var lines = golden().lines().toList();
        assertThat(DEVICES.json()).isEqualTo(lines.getFirst());
        assertThat(Setting.read(lines.getFirst())).isEqualTo(DEVICES);
        var answers = lines.subList(1, lines.size());
        assertThat(replies.stream().map(Setting.Reply::json)).isEqualTo(answers);
        assertThat(answers.stream().map(Setting.Reply::read)).isEqualTo(replies);
    }

    @Test
    void theLargestTextFitsWhateverItsCharactersAre() {
        for (String each : List.of("a", "\n", "\"", "ក")) {
            var largest = new Setting("devices", Long.MAX_VALUE, each.repeat(Setting.MOST_CHARACTERS));
            var answer = new Setting.Reply.Newer(largest).json();
            assertThat(answer.getBytes(UTF_8).length).isLessThan(Setting.MOST_BYTES);
            assertThat(Setting.Reply.read(answer)).isEqualTo(new Setting.Reply.Newer(largest));
        }
    }

    @Test
    void aTextOverTheLimitIsTooLarge() {
        var tooLong = "a".repeat(Setting.MOST_CHARACTERS + 1);
        assertThatThrownBy(() -> new Setting("devices", 1, tooLong)).isInstanceOf(OversizeException.class);
        assertThatThrownBy(() -> Setting.read("{\"key\":\"devices\",\"text\":\"" + tooLong + "\",\"version\":1}"))
                .isInstanceOf(OversizeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Devices", "a b", "-a", "a-", "../x", "abcdefghijklmnopqrstuvwxyz-1234567"})
    void notEveryWordIsAKey(String key) {
        assertThatThrownBy(() -> new Setting(key, 1, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u001b", "a\ud800", "\udc00b"})
    void aTextThatCannotBeKeptIsRefused(String text) {
        assertThatThrownBy(() -> new Setting("devices", 1, text)).isInstanceOf(IllegalArgumentException.class);
        var escaped = text.chars().mapToObj(c -> String.format("\\u%04x", c)).collect(Collectors.joining());
        assertThatThrownBy(() -> Setting.read("{\"key\":\"devices\",\"text\":\"" + escaped + "\",\"version\":1}"))
                .isInstanceOf(WireException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{}",
                "{\"key\":\"devices\",\"text\":\"\",\"version\":-1}",
                "{\"problem\":\"newer\"}",
                "{\"problem\":\"newer\",\"newest\":{}}",
                "{\"version\":\"1\"}"
            })
    void nonsenseIsNoSettingAndNoAnswer(String json) {
        assertThatThrownBy(() -> Setting.read(json)).isInstanceOf(WireException.class);
        assertThatThrownBy(() -> Setting.Reply.read(json)).isInstanceOf(WireException.class);
    }

    @Test
    void aTextIsNoNumber() {
        assertThatThrownBy(() -> Setting.read("{\"key\":\"devices\",\"text\":7,\"version\":1}"))
                .isInstanceOf(WireException.class);
    }

    private static String golden() throws IOException {
        try (var in = SettingTest.class.getResourceAsStream("/golden/settings.jsonl")) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
