package org.countinghouse.serial;

import java.util.Arrays;

/// Whatever a printer says: states look like states, confirmations have four letters, what it tells
/// unasked is bytes, and nothing piles up.
public final class AnswersFuzz {
    /// Lives through all inputs, as a printer's does through a day.
    private static final Answers ALL_DAY = new Answers(AnswersFuzz::check);

    private static final int MOST_WAITING = 16;

    private AnswersFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) throws InterruptedException {
        ALL_DAY.heard(bytes, bytes.length);
        var answers = new Answers(AnswersFuzz::check);
        int half = bytes.length / 2;
        answers.heard(Arrays.copyOf(bytes, half), half);
        answers.heard(Arrays.copyOfRange(bytes, half, bytes.length), bytes.length - half);
        int told = 0;
        for (Integer state = answers.state(0); state != null; state = answers.state(0)) {
            if ((state & ~0xFF) != 0 || ++told > MOST_WAITING) {
                throw new AssertionError("state " + state + ", number " + told);
            }
        }
        for (String id = answers.confirmation(0); id != null; id = answers.confirmation(0)) {
            if (id.length() != 4 || ++told > 2 * MOST_WAITING) {
                throw new AssertionError("confirmation " + id);
            }
        }
    }

    private static void check(Asb asb) {
        asb.state();
        if (!Asb.begins(asb.printer()) || !Asb.continues(asb.error()) || !Asb.continues(asb.paper())) {
            throw new AssertionError(asb);
        }
    }
}
