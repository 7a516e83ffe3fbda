package org.countinghouse.serial.glory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.countinghouse.device.DeviceAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlorySettingsTest {
    @Test
    void anAddressWithEverythingSaid() {
        var settings = of("glory:tcp://192.168.1.60:9090?host=192.168.1.10&events=55000&user=till-1&password=secret"
                + "&currency=EUR&clock=set&name=Front");

        assertThat(settings.service()).hasToString("http://192.168.1.60:9090/axis2/services/BrueBoxService");
        assertThat(settings.host()).isEqualTo("192.168.1.10");
        assertThat(settings.events()).isEqualTo(55_000);
        assertThat(settings.setsClock()).isTrue();
        assertThat(settings.toString()).doesNotContain("secret");
    }

    @Test
    void aPortOfHttpsMeansHttps() {
        assertThat(of("glory:192.168.1.60:443").service())
                .hasToString("https://192.168.1.60:443/axis2/services/BrueBoxService");
        assertThat(of("glory:192.168.1.60").service())
                .hasToString("http://192.168.1.60:9090/axis2/services/BrueBoxService");
        assertThat(of("glory:192.168.1.60:9443?pin=" + "ab".repeat(32)).tls()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "glory:tcp://192.168.1.60:9090?baud=9600",
                "glory:tcp://192.168.1.60:9090?events=70000",
                "glory:tcp://192.168.1.60:9090?tls=perhaps",
                "glory:tcp://192.168.1.60:9090?pin=abc",
                "glory:tcp://192.168.1.60:9090?currency=euro",
                "glory:tcp://192.168.1.60:9090?duplicate-check=yes",
                "glory:http://192.168.1.60/path",
                "glory:tcp://192.168.1.60:99999",
                "glory:not a host",
            })
    void whatMakesNoSenseIsSaid(String address) {
        assertThatThrownBy(() -> of(address)).isInstanceOf(IllegalArgumentException.class);
    }

    private static GlorySettings of(String address) {
        return GlorySettings.of(DeviceAddress.of(address));
    }
}
