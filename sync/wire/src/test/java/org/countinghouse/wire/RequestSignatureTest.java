package org.countinghouse.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import org.countinghouse.wire.RequestSignature.Request;
import org.junit.jupiter.api.Test;

class RequestSignatureTest {
    private static final Request PUSH = new Request("POST", "/v1/x?y=1", "body".getBytes(UTF_8));
    private static final RequestSignature SIGNED =
            RequestSignature.sign(Keys.PRIVATE, "counter-1", Instant.ofEpochSecond(1_477_821_491), PUSH);

    @Test
    void theSignatureIsThatOfTheGoldenFile() throws IOException {
        try (var in = getClass().getResourceAsStream("/golden/signature.txt")) {
            assertThat(SIGNED.written()).isEqualTo(new String(in.readAllBytes(), UTF_8).strip());
        }
    }

    @Test
    void aWrittenSignatureReadBackVerifies() {
        assertThat(RequestSignature.read(SIGNED.written()).verifies(Keys.PUBLIC, PUSH))
                .isTrue();
    }

    @Test
    void anotherMethodTargetBodyOrTimeDoesNotVerify() {
        assertThat(SIGNED.verifies(Keys.PUBLIC, new Request("PUT", PUSH.target(), PUSH.body())))
                .isFalse();
        assertThat(SIGNED.verifies(Keys.PUBLIC, new Request("POST", "/v1/x?y=2", PUSH.body())))
                .isFalse();
        assertThat(SIGNED.verifies(Keys.PUBLIC, new Request("POST", PUSH.target(), new byte[0])))
                .isFalse();
        var later = new RequestSignature("counter-1", SIGNED.epochSeconds() + 1, SIGNED.base64());
        assertThat(later.verifies(Keys.PUBLIC, PUSH)).isFalse();
    }

    @Test
    void whatIsNotWrittenLikeASignatureIsRefused() {
        assertThatThrownBy(() -> RequestSignature.read("counter-1:1:abc")).isInstanceOf(WireException.class);
        assertThatThrownBy(() -> RequestSignature.read("")).isInstanceOf(WireException.class);
    }

    @Test
    void aKeyOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> PublicKeyBytes.of(new byte[44])).isInstanceOf(WireException.class);
    }
}
