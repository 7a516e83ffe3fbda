package org.countinghouse.serial.cashlogy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.Devices;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Intent.Ask;
import org.countinghouse.device.money.Intent.Purpose;
import org.countinghouse.device.spi.MoneyProtocol.Slot;
import org.countinghouse.serial.cashlogy.CashlogyReader.Reply;
import org.countinghouse.serial.cashlogy.CashlogyReader.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CashlogyReaderTest {
    private static final CashlogySettings MACHINE =
            CashlogySettings.of(DeviceAddress.of("cashlogy:tcp://host?charge=machine"));
    private static final CashlogySettings HOST = CashlogySettings.of(DeviceAddress.of("cashlogy:tcp://host"));

    /// From a log of Connector 2.5.0.136: 20.00 in, 10.10 out, 9.90 net; the warning is no error.
    @Test
    void aChargeWithALevelWarningIsASuccess() throws IOException {
        var order = CashlogyOrder.of(take(990), MACHINE, List.of());
        var ended = order.ended(reply("#WR:LEVEL#2000#1010#0#0#"), false);
        assertThat(ended.moved().minorUnits()).isEqualTo(990);
        assertThat(ended.returned().minorUnits()).isEqualTo(1010);
        assertThat(ended.fault()).isEmpty();
    }

    /// From the same log.
    @Test
    void aCancelledChargeMovedNothing() throws IOException {
        var ended = CashlogyOrder.of(take(360), MACHINE, List.of()).ended(reply("#WR:CANCEL#0#0#0#0#"), true);
        assertThat(ended.moved().isNone()).isTrue();
        assertThat(ended.returned().isNone()).isTrue();
    }

    @Test
    void aFaultOnTheWayTellsWhatIsOut() throws IOException {
        var ended = CashlogyOrder.of(pay(1735), HOST, List.of()).ended(reply("#ER:GENERIC#1500#0#"), false);
        assertThat(ended.moved().minorUnits()).isEqualTo(1500);
        assertThat(ended.fault()).contains(DeviceFault.JAMMED);
    }

    @Test
    void ordersAreWrittenAsTheConnectorReadsThem() {
        var slots = List.of(
                new Slot(new Denomination("EUR", 200), false, true),
                new Slot(new Denomination("EUR", 500), true, true));
        var pieces = Pieces.of(Map.of(new Denomination("EUR", 200), 3, new Denomination("EUR", 500), 1));
        assertThat(CashlogyOrder.of(pay(1735), HOST, slots).command()).isEqualTo("#P#1735#0#0#0#");
        assertThat(CashlogyOrder.of(intent(Purpose.PAY, new Ask.Exactly("EUR", pieces)), HOST, slots)
                        .command())
                .isEqualTo("#U2#200:3;500:1#0#0#0#");
        assertThat(CashlogyOrder.of(take(990), HOST, slots).command()).isEqualTo("#B#0#0#0#");
        assertThat(CashlogyOrder.of(take(990), MACHINE, slots).command())
                .matches("#C#[0-9]{1,9}#1#990#0#0#0#0#0#0#0#0#");
    }

    @Test
    void countsAreReadInTwoHalves() throws IOException {
        var counts = CashlogyReader.counts(reply("#0#5:3,200:1;500:7,STACKER:2#"), 0);
        assertThat(counts.coins()).isEqualTo(Map.of(5L, 3, 200L, 1));
        assertThat(counts.notes()).isEqualTo(Map.of(500L, 7));
        assertThat(CashlogyReader.counts(reply("#0##"), 0).coins()).isEmpty();
    }

    @Test
    void anAnswerThatCameTwiceIsOne() throws IOException {
        assertThat(reply("#0#1735#0##0#1735#0#")).isEqualTo(new Reply(Status.DONE, List.of("1735", "0")));
    }

    @Test
    void twoAnswersThatDifferAreNone() {
        assertThatThrownBy(
                        () -> CashlogyOrder.of(pay(1735), HOST, List.of()).ended(reply("#0#1735#0##0#900#0#"), false))
                .isInstanceOf(IOException.class);
    }

    @Test
    void moreThanWasAskedForIsTheAnswerToSomethingElse() {
        assertThatThrownBy(() -> CashlogyOrder.of(pay(100), HOST, List.of()).ended(reply("#0#200#0#"), false))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aRefusalAfterAWishToCancelProvesNothing() throws IOException {
        var order = CashlogyOrder.of(pay(100), HOST, List.of());
        assertThat(order.ended(reply("#ER:BUSY#"), false).fault()).contains(DeviceFault.BUSY);
        assertThatThrownBy(() -> order.ended(reply("#ER:BUSY#"), true)).isInstanceOf(IOException.class);
    }

    @Test
    void anAnswerIsCountedWhileItComes() {
        assertThat(fields("#")).isZero();
        assertThat(fields("#0")).isZero();
        assertThat(fields("#0#")).isEqualTo(1);
        assertThat(fields("#0#17")).isZero();
        assertThat(fields("#0#17#\r\n")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#",
                "##",
                "0#1#",
                "#XX#1#",
                "#0#-5#0#",
                "#0#1e9#0#",
                "#0#99999999999999#0#",
                "#0#17",
                "#0#abc#0#",
                "#ER:GENERIC#",
                "#WR:OTHER#1#"
            })
    void whatTellsNoAmountIsAFaultOfTheLink(String text) {
        assertThatThrownBy(() -> CashlogyOrder.of(pay(1735), HOST, List.of()).ended(reply(text), false))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#0#1:1;2:2;3:3#", "#0#0:1#", "#0#5:1,5:2#", "#0#5#", "#0#5:99999999#", "#0#x:1#"})
    void countsThatCannotBeAreAFaultOfTheLink(String text) {
        assertThatThrownBy(() -> CashlogyReader.counts(reply(text), 0)).isInstanceOf(IOException.class);
    }

    @Test
    void randomBytesAreAValueOrAFaultOfTheLink() {
        var random = new Random(11);
        String letters = "#0123:;,WRLEVELER:GENERIC\u0000\u00ff";
        for (int i = 0; i < 20_000; i++) {
            byte[] text = new byte[random.nextInt(40)];
            for (int at = 0; at < text.length; at++) {
                text[at] = (byte) letters.charAt(random.nextInt(letters.length()));
            }
            everything(text);
        }
        everything("#".repeat(200_000).getBytes(StandardCharsets.US_ASCII));
        everything(("#0#" + "1:1,".repeat(15_000) + "#").getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cashlogy:192.168.1.80",
                "cashlogy:tcp://host?till=a#b",
                "cashlogy:tcp://host?charge=me",
                "cashlogy:tcp://host?pin=00",
                "cashlogy:tcp://host/path"
            })
    void anAddressThatMakesNoSenseIsRefused(String address) {
        assertThat(Devices.open(DeviceAddress.of(address), Duration.ofSeconds(1)))
                .isInstanceOf(Devices.Connection.Refused.class);
    }

    private static void everything(byte[] text) {
        assertThat(CashlogyReader.fields(text, text.length)).isNotNegative();
        try {
            var reply = CashlogyReader.reply(text);
            CashlogyReader.counts(reply, 0);
            CashlogyReader.amount(reply, 1);
        } catch (IOException _) {
            // As it should.
        }
    }

    private static int fields(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return CashlogyReader.fields(bytes, bytes.length);
    }

    private static Reply reply(String text) throws IOException {
        return CashlogyReader.reply(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Intent pay(long amount) {
        return intent(Purpose.PAY, new Ask.Worth("EUR", amount));
    }

    private static Intent take(long amount) {
        return intent(Purpose.TAKE, new Ask.Worth("EUR", amount));
    }

    private static Intent intent(Purpose purpose, Ask ask) {
        return new Intent(UUID.randomUUID(), purpose, ask, "test", Optional.empty());
    }
}
