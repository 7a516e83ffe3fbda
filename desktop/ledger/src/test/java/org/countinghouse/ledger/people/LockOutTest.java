package org.countinghouse.ledger.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockOutTest {
    private static final long SECOND = 1_000_000_000L;

    @ParameterizedTest(name = "after {0} wrong PINs: {1} tries free, wait {2} s, stopped {3}")
    @CsvSource({
        " 0, 5,    0, false",
        " 1, 4,    0, false",
        " 4, 1,    0, false",
        " 5, 0,   30, false",
        " 6, 0,   60, false",
        " 7, 0,  120, false",
        " 8, 0,  240, false",
        " 9, 0,  480, false",
        "10, 0,  960, false",
        "11, 0, 1920, false",
        "12, 0, 3600, false",
        "19, 0, 3600, false",
        "20, 0,    0, true",
        "21, 0,    0, true",
        "2147483647, 0, 0, true"
    })
    void theWaitsRiseAndThenNoneHelps(int wrongPins, int free, long wait, boolean stopped) {
        var lockOut = LockOut.after(wrongPins, 7);
        assertThat(lockOut.triesLeft()).isEqualTo(free);
        assertThat(lockOut.left()).isEqualTo(Duration.ofSeconds(wait));
        assertThat(lockOut.isStopped()).isEqualTo(stopped);
        assertThat(lockOut.isShut()).isEqualTo(stopped || wait > 0);
    }

    @ParameterizedTest(name = "{1} s after the wait of {0} wrong PINs began, {2} s are left")
    @CsvSource({
        "5,     0,   30",
        "5,    29,    1",
        "5,    30,    0",
        "5,  9999,    0",
        "5, -9999,   30",
        "12, 1800, 1800",
        "20, 99999,   0"
    })
    void onlyTheMonotonicClockShortensAWait(int wrongPins, long seconds, long left) {
        assertThat(LockOut.after(wrongPins, 0).at(seconds * SECOND).left()).isEqualTo(Duration.ofSeconds(left));
    }

    @Test
    void aWaitGoesOnAfterARestartWhereItStood() {
        var before = LockOut.after(6, 0).at(20 * SECOND);
        var after = LockOut.resumed(6, before.left(), 5_000 * SECOND);
        assertThat(after.left()).isEqualTo(Duration.ofSeconds(40));
        assertThat(after.at(5_039 * SECOND).isShut()).isTrue();
        assertThat(after.at(5_040 * SECOND).isShut()).isFalse();
    }

    @Test
    void whatWasKeptNeverMakesAWaitLonger() {
        assertThat(LockOut.resumed(5, Duration.ofDays(9), 0).left()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void ticksMayPassTheLargestNumber() {
        assertThat(LockOut.after(5, Long.MAX_VALUE - SECOND)
                        .at(Long.MIN_VALUE + 29 * SECOND - 1)
                        .left())
                .isEqualTo(Duration.ZERO);
    }
}
