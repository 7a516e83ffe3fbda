package org.countinghouse.serial.glory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What comes over a cable may come from anybody: it is read or refused, and nothing else happens.
class HostileXmlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a><a/>",
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
                "<a>&unknown;</a>",
                "<a><b></a>",
                "</frame><a/><frame>",
                "<a b=\"1\" b=\"2\"/>",
                "<a>\u0001</a>",
                "<",
                "<a",
                "<a>]]></a>",
            })
    void whatIsNoPlainXmlIsRefused(String text) {
        assertThatThrownBy(() -> FccXml.read(text)).isInstanceOf(UnreadableXml.class);
    }

    @Test
    void anEntityBombDoesNotGoOff() {
        var bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 \"boom\">");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY e%d \"&e%d;&e%d;\">".formatted(i, i - 1, i - 1));
        }
        assertThatThrownBy(() -> FccXml.read(bomb + "]><a>&e29;</a>")).isInstanceOf(UnreadableXml.class);
    }

    @Test
    void whatNeverEndsIsRefused() {
        assertThatThrownBy(() -> FccXml.read("<a>".repeat(FccXml.LONGEST))).isInstanceOf(UnreadableXml.class);
        assertThatThrownBy(() -> FccXml.read("<a>".repeat(1000) + "</a>".repeat(1000)))
                .isInstanceOf(UnreadableXml.class);
        assertThatThrownBy(() -> FccXml.read("<a/>".repeat(100_000))).isInstanceOf(UnreadableXml.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>404</body></html>",
                "<Envelope/>",
                "<Envelope><Body/></Envelope>",
                "<Envelope><Body><a/><b/></Body></Envelope>",
                "<Envelope><Body><Fault><faultstring>no</faultstring></Fault></Body></Envelope>",
                "plain text",
                "",
            })
    void whatIsNoAnswerIsRefused(String text) {
        assertThatThrownBy(() -> SoapText.bodyOf(text)).isInstanceOf(UnreadableXml.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<CashoutResponse/>",
                "<CashoutResponse result=\"\"/>",
                "<CashoutResponse result=\"zero\"/>",
                "<CashoutResponse result=\"99999999999999999999\"/>",
            })
    void anAnswerWithoutAResultIsRefused(String text) throws UnreadableXml {
        var node = FccXml.read(text).getFirst();
        assertThatThrownBy(() -> FccReply.of(node)).isInstanceOf(UnreadableXml.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cc=\"EUR\" fv=\"0\"",
                "cc=\"EUR\" fv=\"-5\"",
                "cc=\"EUR\" fv=\"1e3\"",
                "cc=\"EUR\" fv=\"1000000001\"",
                "cc=\"EUR\" fv=\"9999999999999999\"",
                "cc=\"euro\" fv=\"5\"",
                "cc=\"\" fv=\"5\"",
                "fv=\"5\"",
                "cc=\"EUR\"",
            })
    void piecesThatCannotBeAreRefused(String attributes) throws UnreadableXml {
        var node = FccXml.read(
                        "<Cash type=\"2\"><Denomination " + attributes + "><Piece>1</Piece></Denomination></Cash>")
                .getFirst();
        assertThatThrownBy(() -> FccCash.linesIn(node, "")).isInstanceOf(UnreadableXml.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "2000000", "one", "1.0"})
    void countsThatCannotBeAreRefused(String count) throws UnreadableXml {
        var node = FccXml.read(
                        "<Cash><Denomination cc=\"EUR\" fv=\"5\"><Piece>" + count + "</Piece></Denomination></Cash>")
                .getFirst();
        assertThatThrownBy(() -> FccCash.linesIn(node, "")).isInstanceOf(UnreadableXml.class);
    }

    @Test
    void theMostThatIsReadFitsItsSum() throws UnreadableXml {
        String line = "<Denomination cc=\"EUR\" fv=\"1000000000\" devid=\"1\"><Piece>100000</Piece></Denomination>";
        String cash = "<Cash type=\"3\">" + line.repeat(FccCash.MOST_LINES) + "</Cash>";
        var most = FccXml.read("<a>" + cash.repeat(20) + "</a>").getFirst();
        var all = FccCash.in(most, "").stream()
                .flatMap(each -> each.lines().stream())
                .toList();
        assertThat(FccCash.sum(all).total("EUR")).isEqualTo(1_000_000_000L * 100_000 * 200 * 20);
        assertThatThrownBy(() ->
                        FccCash.in(FccXml.read("<a>" + cash.repeat(21) + "</a>").getFirst(), ""))
                .isInstanceOf(UnreadableXml.class);
        assertThatThrownBy(() -> FccCash.linesIn(
                        FccXml.read("<a>" + line.repeat(FccCash.MOST_LINES + 1) + "</a>")
                                .getFirst(),
                        ""))
                .isInstanceOf(UnreadableXml.class);
    }

    @Test
    void anyBytesAreFramesOrNothing() {
        var random = new Random(20261126);
        for (int round = 0; round < 300; round++) {
            var splitter = new FrameSplitter();
            var bytes = new byte[random.nextInt(4096) + 1];
            random.nextBytes(bytes);
            for (String frame : splitter.take(bytes, bytes.length)) {
                assertThat(frame).isNotBlank().doesNotContain("\0", "\u0004");
                readOrRefused(frame);
            }
        }
    }

    @Test
    void anyBrokenEventIsReadOrRefused() {
        var whole = ("<BbxEventRequest><StatusChangeEvent><Status>4</Status><Amount>1500</Amount><SeqNo/>"
                        + "</StatusChangeEvent><GlyCashierEvent devid=\"1\"><eventDepositCountChange><Denomination cc=\"EUR\""
                        + " fv=\"500\" devid=\"1\"><Piece>3</Piece></Denomination></eventDepositCountChange>"
                        + "</GlyCashierEvent></BbxEventRequest>")
                .getBytes(StandardCharsets.UTF_8);
        var random = new Random(7);
        for (int round = 0; round < 500; round++) {
            var bytes = whole.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            readOrRefused(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    @Test
    void aFrameComesWholeHoweverItIsCut() {
        byte[] bytes = "\u0004<a>1</a>\0\0 \0<b/>\0<rest".getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at <= bytes.length; at++) {
            var splitter = new FrameSplitter();
            var frames = new ArrayList<>(splitter.take(bytes, at));
            var rest = java.util.Arrays.copyOfRange(bytes, at, bytes.length);
            frames.addAll(splitter.take(rest, rest.length));
            assertThat(frames).containsExactly("<a>1</a>", "<b/>");
        }
    }

    @Test
    void aFrameThatNeverEndsIsDroppedAndTheNextIsRead() {
        var splitter = new FrameSplitter();
        var flood = new byte[FrameSplitter.LONGEST_FRAME];
        java.util.Arrays.fill(flood, (byte) 'x');
        for (int i = 0; i < 5; i++) {
            assertThat(splitter.take(flood, flood.length)).isEmpty();
        }
        assertThat(splitter.take("\0<a/>\0".getBytes(StandardCharsets.UTF_8), 6))
                .containsExactly("<a/>");
    }

    private static void readOrRefused(String frame) {
        try {
            assertThat(FccEvent.in(frame, "EUR")).isNotNull();
        } catch (UnreadableXml e) {
            assertThat(e).hasMessageNotContaining("\n");
        }
    }
}
