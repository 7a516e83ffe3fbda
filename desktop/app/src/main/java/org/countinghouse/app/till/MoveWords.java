package org.countinghouse.app.till;

import org.countinghouse.app.shell.Destination.Move.Kind;

/// The texts a move is asked with, by their keys.
///
/// @param group where the texts of this move are
record MoveWords(String group, String icon) {
    static MoveWords of(Kind kind) {
        return switch (kind) {
            case PAID_IN -> new MoveWords("till.paidIn", "mdi2t-tray-arrow-down");
            case PAID_OUT -> new MoveWords("till.paidOut", "mdi2t-tray-arrow-up");
            case SAFE_DROP -> new MoveWords("safe.drop", "mdi2s-safe");
            case FLOAT_LOAN -> new MoveWords("safe.loan", "mdi2c-cash-plus");
            case NO_SALE -> new MoveWords("till.noSale", "mdi2a-archive-arrow-down-outline");
            case REFUND -> new MoveWords("till.refund", "mdi2c-cash-refund");
        };
    }

    String title() {
        return group + ".title";
    }

    String amount() {
        return group + ".amount";
    }

    String reason() {
        return group + ".reason";
    }

    String action() {
        return group + ".action";
    }
}
