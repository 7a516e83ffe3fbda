package org.countinghouse.serial.ssp;

import java.time.Duration;
import org.countinghouse.device.DeviceAddress;

/// How long the driver waits for what.
///
/// @param answer for a machine's answer to one frame (GA138 asks a machine to answer within a second)
/// @param tries how often the same frame is sent with the same sequence bit before the link is given up
/// @param poll between two questions whether something happened (GA138: at least every five seconds,
///         usually 200 ms)
/// @param write for the cable to take a frame
record SspLimits(Duration answer, int tries, Duration poll, Duration write) {
    static final SspLimits USUAL =
            new SspLimits(Duration.ofSeconds(1), 3, Duration.ofMillis(200), Duration.ofSeconds(2));

    /// The settings `answer` and `poll` in milliseconds and `tries` of an address.
    ///
    /// @throws IllegalArgumentException with the setting that makes no sense
    static SspLimits of(DeviceAddress address) {
        return new SspLimits(
                Duration.ofMillis(number(address, "answer", USUAL.answer.toMillis(), 20, 10_000)),
                (int) number(address, "tries", USUAL.tries, 1, 20),
                Duration.ofMillis(number(address, "poll", USUAL.poll.toMillis(), 1, 2_000)),
                USUAL.write);
    }

    static long number(DeviceAddress address, String setting, long usual, long least, long most) {
        String text = address.option(setting).orElse(Long.toString(usual));
        if (!text.matches("[0-9]{1,5}") || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            throw new IllegalArgumentException(setting + "=" + text + " is not a number from " + least + " to " + most);
        }
        return Long.parseLong(text);
    }
}
