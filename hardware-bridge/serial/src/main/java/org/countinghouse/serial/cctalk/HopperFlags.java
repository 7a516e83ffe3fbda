package org.countinghouse.serial.cctalk;

import java.util.ArrayList;
import java.util.List;

/// What a hopper says of itself when it is tested: one to three registers (generic specification,
/// header 163).
///
/// @param bits register 1 in the lowest byte
record HopperFlags(int bits) {
    private static final int DISABLED = 1 << 7;
    private static final int PAYOUT_TIMEOUT = 1 << 1;
    private static final int SINGLE_COIN = 1 << 9;
    private static final int PIN = 1 << 15;
    private static final int PIN_WRONG = 1 << 18;
    private static final int CIPHER_WRONG = 1 << 19;

    /// Current limit, path blocked or shorted while idle, path blocked or shorted while paying,
    /// reversing in vain.
    private static final int JAMMED = 1 | 1 << 3 | 1 << 4 | 1 << 5 | 1 << 8 | 1 << 12;

    /// Timeout, power-up, power-down while paying.
    private static final int STOPPED = PAYOUT_TIMEOUT | 1 << 6 | 1 << 16;

    private static final int FRAUD = 1 << 11 | 1 << 17;
    private static final int BROKEN = 1 << 13 | 1 << 14;

    static HopperFlags of(byte[] registers) {
        int bits = 0;
        for (int i = 0; i < registers.length; i++) {
            bits |= (registers[i] & 0xFF) << 8 * i;
        }
        return new HopperFlags(bits);
    }

    boolean isDisabled() {
        return has(DISABLED);
    }

    boolean isJammed() {
        return has(JAMMED);
    }

    /// No coin came for so long that it stopped: it is empty, or a coin lies across.
    boolean ranDry() {
        return has(PAYOUT_TIMEOUT);
    }

    boolean isTampered() {
        return has(FRAUD);
    }

    boolean isBroken() {
        return has(BROKEN);
    }

    boolean paysSingleCoins() {
        return has(SINGLE_COIN);
    }

    /// Whether there is a reason for a payout to have stopped before its end.
    boolean stoppedEarly() {
        return has(JAMMED | STOPPED);
    }

    /// What is wrong, in words; empty when nothing is.
    String words() {
        var words = new ArrayList<String>();
        say(words, JAMMED, "a coin is jammed");
        say(words, PAYOUT_TIMEOUT, "no coin came");
        say(words, FRAUD, "somebody meddles with it");
        say(words, BROKEN, "its sensor or memory is broken");
        say(words, SINGLE_COIN, "it pays single coins only");
        say(words, PIN, "it may want its PIN");
        say(words, PIN_WRONG, "its PIN is wrong");
        say(words, CIPHER_WRONG, "its cipher is switched on");
        return String.join(", ", words);
    }

    private void say(List<String> words, int mask, String what) {
        if (has(mask)) {
            words.add(what);
        }
    }

    private boolean has(int mask) {
        return (bits & mask) != 0;
    }
}
