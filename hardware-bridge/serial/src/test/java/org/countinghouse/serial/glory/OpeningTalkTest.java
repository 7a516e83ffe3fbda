package org.countinghouse.serial.glory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.serial.glory.OpeningTalk.Next;
import org.junit.jupiter.api.Test;

/// What is said over socket.io before the machine takes requests.
class OpeningTalkTest {
    private final OpeningTalk nameless = talk("");

    @Test
    void aMachineWithSessionsGivesUsOne() throws IOException {
        assertThat(nameless.begin()).isEqualTo(new Next.Say("42[\"check credential\",null]"));
        assertThat(hears(nameless, "[\"credential ok\"]")).isEqualTo(new Next.Say("42[\"getFunctionSetting\"]"));
        assertThat(hears(nameless, "[\"sendFunctionSetting\",{\"FunctionSetting\":{\"SessionEnable\":\"1\"}}]"))
                .isEqualTo(new Next.Say("42[\"openSession\"]"));
        assertThat(hears(nameless, "[\"sendSessionID\",{\"SessionID\":\"S77\"}]"))
                .isEqualTo(new Next.Over(FccResult.DONE, "S77"));
        assertThat(hears(nameless, "[\"sendSessionID\",{\"SessionID\":\"S78\"}]"))
                .isEqualTo(new Next.Wait());
    }

    @Test
    void aMachineWithoutSessionsIsNotAskedForOne() throws IOException {
        nameless.begin();
        hears(nameless, "[\"credential ok\"]");

        assertThat(hears(nameless, "[\"sendFunctionSetting\",{\"FunctionSetting\":{\"SessionEnable\":\"0\"}}]"))
                .isEqualTo(new Next.Over(FccResult.NO_SESSIONS, ""));
    }

    @Test
    void aUserLogsInFirstAndIsKnownByWhatTheMachineGives() throws IOException {
        var talk = talk("&user=till-1&password=secret");

        assertThat(talk.begin()).isEqualTo(new Next.Say("42[\"login request\",\"till-1\",\"secret\"]"));
        assertThat(hears(talk, "[\"login response\",{\"ret\":0,\"session_id\":\"abc\"}]"))
                .isEqualTo(new Next.Say("42[\"check credential\",\"abc\"]"));
    }

    @Test
    void aLoginThatFailsIsNoEndButNoCredentialIs() throws IOException {
        var talk = talk("&user=till-1");
        talk.begin();

        assertThat(hears(talk, "[\"login response\",{\"ret\":-1}]"))
                .isEqualTo(new Next.Say("42[\"check credential\",null]"));
        assertThat(hears(talk, "[\"credential ng\"]")).isEqualTo(new Next.Over(FccResult.USER_UNKNOWN, ""));
        assertThat(hears(talk, "[\"credential ok\"]")).isEqualTo(new Next.Wait());
    }

    @Test
    void wordsOutOfTurnAreNotAnswered() throws IOException {
        nameless.begin();

        assertThat(hears(nameless, "[\"sendSessionID\",{\"SessionID\":\"S1\"}]"))
                .isEqualTo(new Next.Wait());
        assertThat(hears(nameless, "[\"sendFunctionSetting\",{}]")).isEqualTo(new Next.Wait());
        assertThat(hears(nameless, "[\"login response\",{\"ret\":0}]")).isEqualTo(new Next.Wait());
        assertThat(hears(nameless, "[\"news\"]")).isEqualTo(new Next.Wait());
    }

    private static Next hears(OpeningTalk talk, String event) throws IOException {
        return talk.hears((SocketIoPacket.Event) SocketIoPacket.read("42" + event));
    }

    private static OpeningTalk talk(String more) {
        return new OpeningTalk(
                GlorySettings.of(DeviceAddress.of("glory:tcp://192.168.1.60:3000?channel=socket.io" + more)));
    }
}
