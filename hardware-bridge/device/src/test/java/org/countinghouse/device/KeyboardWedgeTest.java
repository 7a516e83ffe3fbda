package org.countinghouse.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.countinghouse.device.KeyboardWedge.Limits;
import org.countinghouse.device.KeyboardWedge.Verdict;
import org.countinghouse.device.Scanner.Scan;
import org.junit.jupiter.api.Test;

class KeyboardWedgeTest {
    private final StringBuilder typed = new StringBuilder();
    private final List<Scan> scans = new ArrayList<>();
    private KeyboardWedge wedge = new KeyboardWedge(Limits.USUAL);
    private Duration now = Duration.ofHours(3);

    @Test
    void aScanIsTakenOutOfWhatAPersonTypes() {
        keys("milk", 140);
        pause();
        keys("4006381333931\r", 8);
        keys("2x\r", 180);
        silence();

        assertThat(scans).containsExactly(new Scan("4006381333931", ""));
        assertThat(typed).hasToString("milk2x\r");
    }

    @Test
    void aSlowScannerIsStillAScannerAndAFastTypistStillAPerson() {
        keys("4006381333931\r", 28);
        assertThat(scans).hasSize(1);
        keys("the quick brown fox\r", 60);
        assertThat(scans).hasSize(1);
        assertThat(typed).hasToString("the quick brown fox\r");
    }

    @Test
    void twoKeysHitTogetherAndAKeyHeldDownAreAPerson() {
        keys("as\r", 5);
        pause();
        keys("00000000\r", 30);

        assertThat(scans).isEmpty();
        assertThat(typed).hasToString("as\r00000000\r");
    }

    @Test
    void aPersonWaitsOneBetweenKeysAndNoLonger() {
        assertThat(wedge.typed('a', now)).isEqualTo(new Verdict("", java.util.Optional.empty(), true));
        assertThat(wedge.silence(now.plusMillis(50))).isEqualTo(new Verdict("", java.util.Optional.empty(), true));
        assertThat(wedge.silence(now.plusMillis(51))).isEqualTo(new Verdict("a", java.util.Optional.empty(), false));
    }

    @Test
    void withAPrefixNothingElseIsHeldBack() {
        wedge = new KeyboardWedge(Limits.USUAL.dressed("~#", "!"));

        assertThat(wedge.typed('a', now)).isEqualTo(new Verdict("a", java.util.Optional.empty(), false));
        keys("~#]E04006381333931!\r", 5);
        pause();
        keys("4006381333931\r", 5);

        assertThat(scans).containsExactly(new Scan("4006381333931", "EAN-13"));
        assertThat(typed).hasToString("4006381333931\r");
    }

    @Test
    void halfABarCodeIsNeverAnotherArticle() {
        keys("1".repeat(256) + "2".repeat(256) + "34567890\r", 3);
        pause();
        keys("40063\u0001", 5);
        keys("81333931\r", 5);

        assertThat(scans).isEmpty();
        assertThat(typed).hasSize(512 + 9 + 6 + 9);
    }

    @Test
    void withoutAnEndingKeySilenceEndsAScan() {
        wedge = new KeyboardWedge(new Limits(Duration.ofMillis(50), Duration.ofMillis(30), 4, 64, "", "", ""));
        keys("96385074", 10);
        silence();
        keys("96", 10);
        silence();

        assertThat(scans).containsExactly(new Scan("96385074", ""));
        assertThat(typed).hasToString("96");
    }

    @Test
    void noKeyIsLostAndNoneIsDoubled() {
        var random = new Random(17);
        for (int round = 0; round < 2000; round++) {
            setUp();
            var keys = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                char key = "ab1\r\t\u001D\u0001~#".charAt(random.nextInt(9));
                keys.append(key);
                now = now.plusMillis(random.nextInt(3) == 0 ? random.nextInt(200) : random.nextInt(20));
                hear(wedge.typed(key, now));
            }
            silence();

            int swallowed =
                    scans.stream().mapToInt(scan -> scan.data().length() + 1).sum();
            assertThat(typed.length() + swallowed).as("%s", keys).isEqualTo(keys.length());
        }
    }

    private void setUp() {
        wedge = new KeyboardWedge(Limits.USUAL);
        typed.setLength(0);
        scans.clear();
    }

    private void keys(String keys, int millisApart) {
        for (char key : keys.toCharArray()) {
            now = now.plusMillis(millisApart);
            hear(wedge.typed(key, now));
        }
    }

    private void pause() {
        now = now.plusSeconds(1);
    }

    private void silence() {
        pause();
        hear(wedge.silence(now));
    }

    private void hear(Verdict verdict) {
        typed.append(verdict.typed());
        verdict.scan().ifPresent(scans::add);
    }
}
