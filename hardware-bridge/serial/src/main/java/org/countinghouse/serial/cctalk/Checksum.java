package org.countinghouse.serial.cctalk;

import java.util.Arrays;
import java.util.Optional;

/// How a frame proves that it arrived whole. A device speaks one of the two.
enum Checksum {
    /// The last byte makes the sum of all bytes zero. The third byte is the sender's address.
    EIGHT_BIT {
        @Override
        byte[] wrap(CcTalkFrame frame) {
            byte[] bytes = bare(frame, frame.source());
            int sum = 0;
            for (byte each : bytes) {
                sum += each;
            }
            bytes[bytes.length - 1] = (byte) -sum;
            return bytes;
        }

        @Override
        Optional<CcTalkFrame> unwrap(byte[] bytes) {
            int sum = 0;
            for (byte each : bytes) {
                sum += each;
            }
            return (sum & 0xFF) == 0 ? Optional.of(frame(bytes, bytes[2] & 0xFF)) : Optional.empty();
        }
    },

    /// CRC-16/XMODEM over all bytes but its own two: the low byte stands third, the high byte last.
    CRC {
        @Override
        byte[] wrap(CcTalkFrame frame) {
            byte[] bytes = bare(frame, 0);
            int crc = crc(bytes);
            bytes[2] = (byte) crc;
            bytes[bytes.length - 1] = (byte) (crc >> 8);
            return bytes;
        }

        @Override
        Optional<CcTalkFrame> unwrap(byte[] bytes) {
            int told = bytes[2] & 0xFF | (bytes[bytes.length - 1] & 0xFF) << 8;
            return told == crc(bytes) ? Optional.of(frame(bytes, 0)) : Optional.empty();
        }
    };

    private static final int POLYNOMIAL = 0x1021;

    /// The bytes of a frame as they go over the cable.
    abstract byte[] wrap(CcTalkFrame frame);

    /// The frame in as many bytes as its length byte asks for; empty when the check fails.
    abstract Optional<CcTalkFrame> unwrap(byte[] bytes);

    private static byte[] bare(CcTalkFrame frame, int third) {
        var bytes = new byte[frame.data().length + 5];
        bytes[0] = (byte) frame.destination();
        bytes[1] = (byte) frame.data().length;
        bytes[2] = (byte) third;
        bytes[3] = (byte) frame.header();
        System.arraycopy(frame.data(), 0, bytes, 4, frame.data().length);
        return bytes;
    }

    private static CcTalkFrame frame(byte[] bytes, int source) {
        return new CcTalkFrame(
                bytes[0] & 0xFF, source, bytes[3] & 0xFF, Arrays.copyOfRange(bytes, 4, bytes.length - 1));
    }

    private static int crc(byte[] bytes) {
        int crc = 0;
        for (int i = 0; i < bytes.length - 1; i++) {
            if (i != 2) {
                crc ^= (bytes[i] & 0xFF) << 8;
                for (int bit = 0; bit < 8; bit++) {
                    crc = (crc & 0x8000) != 0 ? crc << 1 ^ POLYNOMIAL : crc << 1;
                }
            }
        }
        return crc & 0xFFFF;
    }
}
