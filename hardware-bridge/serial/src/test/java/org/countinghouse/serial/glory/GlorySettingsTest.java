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

    @Test
    void thePortsOfSocketIoMeanSocketIoUnlessTheAddressSaysOtherwise() {
        assertThat(of("glory:tcp://192.168.1.60:3000").service())
                .hasToString("ws://192.168.1.60:3000/socket.io/?EIO=3&transport=websocket");
        assertThat(of("glory:tcp://192.168.1.60:3001?pin=" + "ab".repeat(32)).service())
                .hasToString("wss://192.168.1.60:3001/socket.io/?EIO=3&transport=websocket");
        assertThat(of("glory:tcp://192.168.1.60?channel=socket.io").port()).isEqualTo(3000);
        assertThat(of("glory:tcp://192.168.1.60?channel=socket.io&tls=yes").port())
                .isEqualTo(3001);
        assertThat(of("glory:tcp://192.168.1.60:8080?channel=socket.io").channel())
                .isEqualTo(GlorySettings.Way.SOCKET_IO);
        assertThat(of("glory:tcp://192.168.1.60:3000?channel=soap").service())
                .hasToString("http://192.168.1.60:3000/axis2/services/BrueBoxService");
    }

    @Test
    void onlyWhoIsNamedLogsIn() {
        assertThat(of("glory:tcp://192.168.1.60:3000").logsIn()).isFalse();
        assertThat(of("glory:tcp://192.168.1.60:3000?user=till-1").logsIn()).isTrue();
        assertThat(of("glory:tcp://192.168.1.60:3000?password=secret").logsIn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "glory:tcp://192.168.1.60:9090?baud=9600",
                "glory:tcp://192.168.1.60:9090?channel=carrier-pigeon",
                "glory:tcp://192.168.1.60:3000?events=55561",
                "glory:tcp://192.168.1.60:3000?host=192.168.1.10",
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
