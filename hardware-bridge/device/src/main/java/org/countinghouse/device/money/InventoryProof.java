package org.countinghouse.device.money;

import java.util.Optional;
import org.countinghouse.device.Pieces;

/// What two looks into a machine prove about an intent between them, when its protocol keeps no record.
///
/// An inventory says what is inside, not why. Pieces somebody put in by hand hide pieces that were
/// paid, and then "nothing was paid" pays twice. So "nothing" and "a part" are believed only while the
/// connection never broke; "all of it" is believed also afterwards, since nothing put in can look like
/// it.
final class InventoryProof {
    private InventoryProof() {}

    sealed interface Finding {
        record Moved(Cash moved) implements Finding {}

        record Unproved(String why) implements Finding {}
    }

    static Finding of(Intent intent, Sight before, Sight now, Sight again, boolean sameEpoch) {
        if (before.holdings().isEmpty() || now.holdings().isEmpty()) {
            return new Finding.Unproved("the machine does not know its inventory");
        }
        if (!now.holdings().equals(again.holdings()) || now.state() != Sight.State.READY) {
            return new Finding.Unproved("its inventory is still changing");
        }
        if (before.isUnsure() || now.isUnsure()) {
            return new Finding.Unproved("the machine itself is not sure of its inventory");
        }
        var was = before.holdings().get();
        var is = now.holdings().get();
        return switch (intent.purpose()) {
            case PAY -> left(intent, inside(was), inside(is), sameEpoch);
            case COLLECT -> left(intent, was.in(Place.RECYCLER), is.in(Place.RECYCLER), sameEpoch);
            case TAKE, FILL -> came(intent, inside(was), inside(is), sameEpoch);
        };
    }

    private static Finding left(Intent intent, Pieces was, Pieces is, boolean sameEpoch) {
        var gone = difference(was, is, intent.ask().currency());
        if (gone.isEmpty()) {
            return new Finding.Unproved("pieces came in that nobody booked");
        }
        boolean whole = intent.ask() instanceof Intent.Ask.Exactly exactly
                && exactly.pieces().equals(gone.get());
        if (!whole && !sameEpoch) {
            return new Finding.Unproved("the connection broke, and pieces may have been put in by hand since");
        }
        return new Finding.Moved(Cash.of(intent.ask().currency(), gone.get()));
    }

    private static Finding came(Intent intent, Pieces was, Pieces is, boolean sameEpoch) {
        var come = difference(is, was, intent.ask().currency());
        if (come.isEmpty()) {
            return new Finding.Unproved("pieces left that nobody booked");
        }
        if (!sameEpoch) {
            return new Finding.Unproved("the connection broke, and pieces may have been put in by hand since");
        }
        return new Finding.Moved(Cash.of(intent.ask().currency(), come.get()));
    }

    /// Everything but what lies in the bezel: that counts as paid.
    private static Pieces inside(Holdings holdings) {
        return holdings.with(Place.BEZEL, Pieces.NONE).all();
    }

    /// Empty when `less` has something that `more` has not, or another currency changed.
    private static Optional<Pieces> difference(Pieces more, Pieces less, String currency) {
        if (!more.lacking(less).isNone()) {
            return Optional.empty();
        }
        var rest = more.minus(less);
        boolean only =
                rest.counts().keySet().stream().allMatch(each -> each.currency().equals(currency));
        return only ? Optional.of(rest) : Optional.empty();
    }
}
