package org.countinghouse.serial.cctalk;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.OptionalLong;
import org.countinghouse.device.Denomination;

/// One hopper: a bowl of coins of one kind, and a motor. It asks and tells; what follows from it is not
/// decided here.
final class Hopper {
    /// A dispense command carries the number in one byte.
    static final int MOST_AT_ONCE = 255;

    private static final int ENABLED = 0xA5;
    private static final int SECURITY_BYTES = 8;
    private static final int MOST_READS = 3;

    private final Bus bus;
    private final CcTalkSettings.HopperAt at;
    private final CcTalkSettings.Opening opening;
    private int[] serial = {};
    private boolean countsForever;
    private boolean tellsLevel;

    Hopper(Bus bus, CcTalkSettings.HopperAt at, CcTalkSettings.Opening opening) {
        this.bus = bus;
        this.at = at;
        this.opening = opening;
    }

    /// How full it is, as far as its two sensors tell.
    enum Level {
        LOW,
        BETWEEN,
        FULL,
        UNKNOWN
    }

    /// Its answer to a dispense command.
    enum Dispensing {
        /// It says how far its event counter has come, and that is one further than before.
        ACCEPTED,
        REFUSED,
        /// It did not answer in a way that tells anything.
        UNKNOWN
    }

    int address() {
        return at.address();
    }

    Denomination coin() {
        return at.coin();
    }

    String name() {
        return "hopper " + at.address();
    }

    /// Learns who it is.
    ///
    /// @return its product code and serial number
    Identity greet() throws IOException {
        ask(Header.SIMPLE_POLL, 0);
        var identity = Identity.of(bus, at.address());
        serial = identity.serialBytes();
        countsForever = knows(Header.DISPENSE_COUNT, 3);
        tellsLevel = knows(Header.READ_LEVEL, 1);
        return identity;
    }

    HopperStatus status() throws IOException {
        byte[] status = ask(Header.HOPPER_STATUS, 4);
        var dispensed = OptionalLong.empty();
        if (countsForever) {
            byte[] count = ask(Header.DISPENSE_COUNT, 3);
            dispensed = OptionalLong.of(count[0] & 0xFF | (count[1] & 0xFF) << 8 | (count[2] & 0xFF) << 16);
        }
        return new HopperStatus(status[0] & 0xFF, status[1] & 0xFF, status[2] & 0xFF, status[3] & 0xFF, dispensed);
    }

    /// The same, once it says the same twice: between taking a command and turning its motor it may
    /// look idle.
    HopperStatus steadyStatus(Duration apart) throws IOException {
        var status = status();
        for (int turn = 0; turn < MOST_READS; turn++) {
            bus.pause(apart);
            var again = status();
            if (again.equals(status)) {
                return again;
            }
            status = again;
        }
        return status;
    }

    HopperFlags flags() throws IOException {
        return switch (bus.ask(at.address(), Header.TEST_HOPPER, length -> length >= 1 && length <= 3)) {
            case Bus.Reply.Answer(var registers) -> HopperFlags.of(registers);
            case Bus.Reply.Nak _ -> throw new IOException(name() + " cannot be tested");
        };
    }

    /// Bit 0: below the low sensor; bit 1: below the high one (Flow manual, p. 12).
    Level level() throws IOException {
        if (!tellsLevel) {
            return Level.UNKNOWN;
        }
        byte[] level = ask(Header.READ_LEVEL, 1);
        return (level[0] & 1) != 0 ? Level.LOW : (level[0] & 2) != 0 ? Level.BETWEEN : Level.FULL;
    }

    void enable() throws IOException {
        ask(Header.ENABLE_HOPPER, 0, ENABLED);
    }

    /// Switches it off, so that nobody but us makes it pay; whether that worked is no matter of money.
    void disable() throws IOException {
        bus.askOptional(at.address(), Header.ENABLE_HOPPER, length -> length == 0, 0);
    }

    /// The one command that moves coins. It is said once, whatever happens.
    Dispensing dispense(int coins, HopperStatus before) throws IOException {
        int[] key = opening == CcTalkSettings.Opening.SERIAL_NUMBER ? serial : anyKey();
        var said = new int[key.length + 1];
        System.arraycopy(key, 0, said, 0, key.length);
        said[key.length] = coins;
        var reply = bus.say(at.address(), Header.DISPENSE, length -> length <= 1, said);
        if (reply.isEmpty()) {
            return Dispensing.UNKNOWN;
        }
        return switch (reply.get()) {
            case Bus.Reply.Nak _ -> Dispensing.REFUSED;
            case Bus.Reply.Answer(var counter) ->
                counter.length == 1 && (counter[0] & 0xFF) == before.nextEvent()
                        ? Dispensing.ACCEPTED
                        : Dispensing.UNKNOWN;
        };
    }

    /// Asks it to stop after the coin that is on its way. Said as often as need be: it can only stop.
    void stop() throws IOException {
        bus.ask(at.address(), Header.EMERGENCY_STOP, length -> length == 1);
    }

    /// The two steps before a dispense command with a cipher; a hopper without one takes its own key
    /// back.
    private int[] anyKey() throws IOException {
        var random = new byte[SECURITY_BYTES];
        new SecureRandom().nextBytes(random);
        ask(Header.PUMP_RNG, 0, Identity.unsigned(random));
        return Identity.unsigned(ask(Header.REQUEST_CIPHER_KEY, SECURITY_BYTES));
    }

    /// Asked once: some say nothing instead of no, and to know less only makes us more careful.
    private boolean knows(int header, int length) throws IOException {
        return bus.say(at.address(), header, each -> each == length).orElseGet(Bus.Reply.Nak::new)
                instanceof Bus.Reply.Answer;
    }

    private byte[] ask(int header, int length, int... data) throws IOException {
        return switch (bus.ask(at.address(), header, each -> each == length, data)) {
            case Bus.Reply.Answer(var answer) -> answer;
            case Bus.Reply.Nak _ -> throw new IOException("%s refuses command %02X".formatted(name(), header));
        };
    }
}
