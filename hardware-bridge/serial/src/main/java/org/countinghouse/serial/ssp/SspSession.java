package org.countinghouse.serial.ssp;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.spi.Deadline;

/// A machine that has been greeted: one connection, one key. Every fault ends it.
final class SspSession implements AutoCloseable {
    /// From version 6 on every amount has its currency.
    static final int LEAST_PROTOCOL = 6;

    /// In version 8 sources differ on which events name their note, and nothing of it is needed.
    private static final int MOST_PROTOCOL = 7;

    /// The counters of GA138, "Get Counters", in the order they come.
    private static final List<String> COUNTERS = List.of(
            SspCounters.STACKED,
            SspCounters.STORED,
            SspCounters.DISPENSED,
            SspCounters.TRANSFERRED,
            SspCounters.REJECTED);

    private final SspWire wire;
    private final SspCipher cipher;
    private final SspSetup setup;
    private final long serial;
    private final SspEvents events;

    private SspSession(SspWire wire, SspCipher cipher, int protocol, Deadline by) throws IOException {
        this.wire = wire;
        this.cipher = cipher;
        setup = SspSetup.read(told(Ssp.command(Ssp.SETUP_REQUEST), by));
        serial = told(Ssp.command(Ssp.SERIAL_NUMBER), by).big(4);
        events = new SspEvents(protocol, setup.pays());
    }

    /// Greets: same step, highest common version, a new key, and a shut mouth.
    static SspSession greeted(SspWire wire, long fixedKey, SecureRandom random, Deadline by) throws IOException {
        expect(SspReply.of(wire.synchronise(), false), "SYNC");
        int protocol = protocol(wire, by);
        var cipher = new SspCipher(agreedKey(wire, fixedKey, random, by), random);
        var session = new SspSession(wire, cipher, protocol, by);
        session.shutMouth(by);
        return session;
    }

    SspSetup setup() {
        return setup;
    }

    long serial() {
        return serial;
    }

    /// What happened and what is the matter. Events are told again until [#acknowledge].
    List<SspEvent> poll(Deadline by) throws IOException {
        return events.read(told(Ssp.command(Ssp.POLL_WITH_ACK), by));
    }

    /// The events of the last poll need not be kept any longer.
    void acknowledge(Deadline by) throws IOException {
        // F5 says that there was nothing to acknowledge.
        ask(Ssp.command(Ssp.EVENT_ACK), by);
    }

    /// What can be paid out, by its own count.
    Pieces levels(Deadline by) throws IOException {
        var answer = told(Ssp.command(Ssp.ALL_LEVELS), by);
        var levels = new TreeMap<Denomination, Integer>();
        int kinds = answer.one();
        for (int i = 0; i < kinds; i++) {
            int level = answer.two();
            levels.merge(answer.denomination(), level, Integer::sum);
        }
        return new Pieces(levels);
    }

    /// Its counters, or none when it keeps none.
    SortedMap<String, Long> counters(Deadline by) throws IOException {
        var reply = ask(Ssp.command(Ssp.COUNTERS), by);
        var counters = new TreeMap<String, Long>();
        if (reply.code() == Ssp.UNKNOWN) {
            return counters;
        }
        var answer = expect(reply, "GET COUNTERS").reading();
        int count = answer.one();
        for (int i = 0; i < count; i++) {
            long value = answer.four();
            if (i < COUNTERS.size()) {
                counters.put(COUNTERS.get(i), value);
            }
        }
        return counters;
    }

    /// Takes nothing any more; what it pays is not touched.
    void shutMouth(Deadline by) throws IOException {
        mouth(_ -> false, by);
    }

    /// Takes notes of the channels that fit; a coin mechanism is opened when any fits.
    void mouth(Predicate<Denomination> taken, Deadline by) throws IOException {
        int mask = 0;
        for (int channel = 1; channel <= Math.min(16, setup.channels().size()); channel++) {
            mask |= setup.channel(channel).filter(taken).isPresent() ? 1 << channel - 1 : 0;
        }
        if (!setup.isHopper()) {
            expect(ask(Ssp.command(Ssp.SET_INHIBITS, mask, mask >> 8), by), "SET INHIBITS");
        } else if (ask(Ssp.command(Ssp.COIN_MECH_INHIBIT, mask == 0 ? 0 : 1), by)
                                .code()
                        != Ssp.OK
                && mask != 0) {
            throw new IOException("the hopper has no coin mechanism");
        }
    }

    SspReply ask(byte[] command, Deadline by) throws IOException {
        try {
            byte[] answer = wire.exchange(cipher.sealed(command), by);
            boolean repeated = wire.repeated();
            if (answer[0] != SspCipher.ENCRYPTED) {
                throw new IOException(
                        (answer[0] & 0xFF) == Ssp.KEY_NOT_SET
                                ? "it has forgotten the key: it was restarted"
                                : "an answer in clear to a command that was not");
            }
            return SspReply.of(cipher.opened(answer), repeated);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        wire.close();
    }

    private SspReading told(byte[] command, Deadline by) throws IOException {
        return expect(ask(command, by), "%02X".formatted(command[0])).reading();
    }

    private static SspReply expect(SspReply reply, String command) throws IOException {
        if (!reply.isOk()) {
            throw new IOException(command + " was answered with " + reply);
        }
        return reply;
    }

    private static int protocol(SspWire wire, Deadline by) throws IOException {
        for (int version = MOST_PROTOCOL; version >= LEAST_PROTOCOL; version--) {
            if (SspReply.of(wire.exchange(Ssp.command(Ssp.HOST_PROTOCOL, version), by), false)
                    .isOk()) {
                return version;
            }
        }
        throw new IOException("it does not speak version " + LEAST_PROTOCOL + " of its protocol");
    }

    private static byte[] agreedKey(SspWire wire, long fixedKey, SecureRandom random, Deadline by) throws IOException {
        var exchange = KeyExchange.drawn(random);
        expect(plain(wire, Ssp.command(Ssp.SET_GENERATOR, exchange.generator()), by), "SET GENERATOR");
        expect(plain(wire, Ssp.command(Ssp.SET_MODULUS, exchange.modulus()), by), "SET MODULUS");
        var answer = expect(plain(wire, Ssp.command(Ssp.KEY_EXCHANGE, exchange.told()), by), "KEY EXCHANGE");
        var slave = new BigInteger(Long.toUnsignedString(answer.reading().eight()));
        if (slave.signum() == 0) {
            throw new IOException("it offers no key");
        }
        return SspCipher.key(fixedKey, exchange.agreed(slave));
    }

    private static SspReply plain(SspWire wire, byte[] command, Deadline by) throws IOException {
        return SspReply.of(wire.exchange(command, by), false);
    }
}
