package org.countinghouse.serial.glory;

import java.util.Optional;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Holdings;
import org.countinghouse.device.money.Place;

/// Compares what a machine says moved with what is inside now and was before. Every answer but a plain
/// success is believed only when both say the same: an answer that says too little would make somebody
/// pay the rest again.
record Books(Optional<Holdings> before, Optional<Holdings> now) {
    /// Whether exactly these pieces left the machine; what was put aside inside has not left it.
    boolean showGone(Pieces pieces) {
        return before.isPresent()
                && now.isPresent()
                && before.get().all().equals(now.get().all().plus(pieces));
    }

    /// Whether exactly these pieces left the recycler, wherever they are now.
    boolean showCollected(Pieces pieces) {
        return before.isPresent()
                && now.isPresent()
                && before.get()
                        .in(Place.RECYCLER)
                        .equals(now.get().in(Place.RECYCLER).plus(pieces));
    }
}
