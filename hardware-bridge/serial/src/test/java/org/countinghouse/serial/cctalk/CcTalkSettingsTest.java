package org.countinghouse.serial.cctalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CcTalkSettingsTest {

    @Test
    void anAddressTellsWhatStandsOnTheBus() {
        var settings =
                settings("hoppers=3:USD25,4:USD100&coins=2&bills=40&checksum-40=crc&echo=yes&coin-1=USD25&baud=9600"
                        + "&sorter=1:2&reply=50");

        assertThat(settings.hoppers())
                .containsExactly(
                        new CcTalkSettings.HopperAt(3, new Denomination("USD", 25)),
                        new CcTalkSettings.HopperAt(4, new Denomination("USD", 100)));
        assertThat(settings.coins()).contains(2);
        assertThat(settings.bills()).contains(40);
        assertThat(settings.checksum(40)).isEqualTo(Checksum.CRC);
        assertThat(settings.checksum(3)).isEqualTo(Checksum.EIGHT_BIT);
        assertThat(settings.coinChannels()).containsEntry(1, new Denomination("USD", 25));
        assertThat(settings.sorter()).containsEntry(1, 2);
        assertThat(settings.timings().reply()).isEqualTo(Duration.ofMillis(50));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "baud=9600              | hoppers=3:USD25,4:USD100",
                "hoppers=3              | hoppers=3:USD25,4:USD100",
                "hoppers=3:25           | such as USD25 for a quarter",
                "hoppers=1:USD25        | an address from 2 to 255",
                "hoppers=3:USD25&coins=3| every device on the bus has its own",
                "coins=two              | a number from 1 to 255",
                "coins=2&checksum=16    | checksum=8 or crc",
                "coins=2&echo=maybe     | echo=yes or no",
                "coins=2&dispense=cipher| serial number",
                "coins=2&hopers=3:USD25 | there are hoppers, coins, bills",
                "coins=2&reply=0        | milliseconds from 1 to 10000",
                "coins=2&coin-17=USD25  | a number from 1 to 16",
            })
    void aWrongSettingSaysWhatToType(String options, String told) {
        assertThatThrownBy(() -> settings(options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(told.strip());
    }

    @Test
    void theDriverIsFoundAndRefusesWhatIsNoCable() {
        assertThat(Devices.open(DeviceAddress.of("cctalk:/dev/ttyUSB0?coins=2"), Duration.ofSeconds(1)))
                .isInstanceOfSatisfying(
                        Devices.Connection.Refused.class,
                        refused -> assertThat(refused.reason()).contains("cctalk:serial:/dev/ttyUSB0"));
        assertThat(Devices.open(DeviceAddress.of("cctalk:tcp://localhost:4001?coins=2"), Duration.ofSeconds(1)))
                .isInstanceOfSatisfying(
                        Devices.Connection.Connected.class,
                        connected ->
                                assertThat(connected.devices().cashMachine()).isPresent());
    }

    @ParameterizedTest
    @CsvSource({"EU100A, EUR, 100", "US025A, USD, 25", "VN5K0A, VND, 5000", "GB2K5A, GBP, 2500", "JP500A, JPY, 500"})
    void coinsAreKnownByTheirNames(String name, String currency, long minorUnits) {
        assertThat(ChannelNames.coin(name)).contains(new Denomination(currency, minorUnits));
    }

    @ParameterizedTest
    @CsvSource({
        "US0005A, 100, 2, USD, 500",
        "VN0050A, 1000, 0, VND, 50000",
        "GB0010A, 100, 2, GBP, 1000",
        "JP0010A, 100, 0, JPY, 1000",
        "KH0010A, 1000, 0, KHR, 10000",
        "KH0010A, 10000, 2, KHR, 1000",
    })
    void billsAreKnownByTheirNames(String name, int scaling, int decimals, String currency, long minorUnits) {
        assertThat(ChannelNames.bill(name, scaling, decimals)).contains(new Denomination(currency, minorUnits));
    }

    @ParameterizedTest
    @CsvSource({"......", "TK001A", "BR100A", "EU.50A", "''", "EU000A"})
    void whatIsNoMoneyIsNotTaken(String name) {
        assertThat(ChannelNames.coin(name)).isEmpty();
    }

    private static CcTalkSettings settings(String options) {
        return CcTalkSettings.of(DeviceAddress.of("cctalk:serial:/dev/ttyUSB0?" + options));
    }
}
