package org.countinghouse.serial.ssp;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.countinghouse.device.Pieces;

/// The commands and answers of SSP (GA138, the command tables of NV200, SMART Payout and SMART Hopper).
/// Numbers are low byte first.
final class Ssp {
    static final int SET_INHIBITS = 0x02;
    static final int SETUP_REQUEST = 0x05;
    static final int HOST_PROTOCOL = 0x06;
    static final int DISABLE = 0x09;
    static final int ENABLE = 0x0A;
    static final int SERIAL_NUMBER = 0x0C;
    static final int SYNC = 0x11;
    static final int ALL_LEVELS = 0x22;
    static final int PAYOUT_AMOUNT = 0x33;
    static final int HALT_PAYOUT = 0x38;
    static final int EMPTY_ALL = 0x3F;
    static final int PAYOUT_BY_DENOMINATION = 0x46;
    static final int COIN_MECH_INHIBIT = 0x49;
    static final int SET_GENERATOR = 0x4A;
    static final int SET_MODULUS = 0x4B;
    static final int KEY_EXCHANGE = 0x4C;
    static final int SMART_EMPTY = 0x52;
    static final int POLL_WITH_ACK = 0x56;
    static final int EVENT_ACK = 0x57;
    static final int COUNTERS = 0x58;
    static final int ENABLE_PAYOUT = 0x5C;

    static final int OK = 0xF0;
    static final int UNKNOWN = 0xF2;
    static final int CANNOT = 0xF5;
    static final int KEY_NOT_SET = 0xFA;

    /// The byte after a payout: only ask whether it could be paid, or pay.
    enum Really {
        TEST(0x19),
        PAY(0x58);

        private final int option;

        Really(int option) {
            this.option = option;
        }
    }

    private static final int MOST_KINDS = 20;

    private Ssp() {}

    static byte[] command(int command, int... parameters) {
        var bytes = new byte[1 + parameters.length];
        bytes[0] = (byte) command;
        for (int i = 0; i < parameters.length; i++) {
            bytes[1 + i] = (byte) parameters[i];
        }
        return bytes;
    }

    static byte[] command(int command, BigInteger number) {
        return ByteBuffer.allocate(1 + Long.BYTES)
                .put((byte) command)
                .put(KeyExchange.bytes(number))
                .array();
    }

    /// @throws IllegalArgumentException when four bytes do not hold the amount
    static byte[] payout(String currency, long minorUnits, Really really) {
        return numbers(9)
                .put((byte) PAYOUT_AMOUNT)
                .putInt(fourBytes(minorUnits))
                .put(letters(currency))
                .put((byte) really.option)
                .array();
    }

    /// @throws IllegalArgumentException when these are more kinds or pieces than one command holds
    static byte[] payout(Pieces pieces, Really really) {
        int kinds = pieces.counts().size();
        if (kinds > MOST_KINDS) {
            throw new IllegalArgumentException(kinds + " denominations do not go into one command");
        }
        var bytes = numbers(3 + 9 * kinds).put((byte) PAYOUT_BY_DENOMINATION).put((byte) kinds);
        pieces.counts().forEach((denomination, count) -> {
            if (count > 0xFFFF) {
                throw new IllegalArgumentException(count + " pieces do not go into one command");
            }
            bytes.putShort((short) (int) count)
                    .putInt(fourBytes(denomination.minorUnits()))
                    .put(letters(denomination.currency()));
        });
        return bytes.put((byte) really.option).array();
    }

    private static ByteBuffer numbers(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int fourBytes(long value) {
        return Math.toIntExact(value);
    }

    private static byte[] letters(String currency) {
        return currency.getBytes(StandardCharsets.US_ASCII);
    }
}
