package org.countinghouse.ledger.money;

/// How an amount becomes one that notes and coins can settle: on the whole amount, never on a line, and only when
/// cash settles it. Exact: an amount too large throws `ArithmeticException`. Immutable.
///
/// Rules by country: `resources/currency`, each with its source.
///
/// @param step the smallest amount cash can settle, in minor units
/// @param tie where an amount goes that lies in the middle of two steps
/// @param direction which way an amount goes that lies between two steps
/// @param refundMirrorsSale whether what is paid out is rounded as what is taken. Where it is not, direction and tie
///     are turned round: in Sweden 50 öre are rounded up at a sale and down when paid out
public record CashRounding(long step, Tie tie, Direction direction, boolean refundMirrorsSale) {
    /// Only [Direction#NEAREST] has ties.
    public enum Tie {
        UP,
        DOWN,
        /// To the even number of steps.
        EVEN;

        private Tie turned() {
            return switch (this) {
                case UP -> DOWN;
                case DOWN -> UP;
                case EVEN -> EVEN;
            };
        }
    }

    public enum Direction {
        NEAREST,
        UP,
        DOWN;

        private Direction turned() {
            return switch (this) {
                case NEAREST -> NEAREST;
                case UP -> DOWN;
                case DOWN -> UP;
            };
        }
    }

    public CashRounding {
        if (step < 1) {
            throw new IllegalArgumentException("a cash step is at least 1 minor unit, not " + step);
        }
    }

    /// To the nearest step, a tie up, a refund as a sale.
    public static CashRounding nearest(long step) {
        return new CashRounding(step, Tie.UP, Direction.NEAREST, true);
    }

    /// What cash settles for a total.
    ///
    /// @throws IllegalArgumentException when the total is negative: what is paid out is a [#refund]
    public Money sale(Money exact) {
        return exact.currency().of(settled(exact.minorUnits(), 1));
    }

    /// What cash pays out for an amount that is given back.
    ///
    /// @throws IllegalArgumentException when the amount is negative
    public Money refund(Money exact) {
        return paidOut().sale(exact);
    }

    /// What cash of another currency settles for a total, where `one` is worth `worth`: 1.00 USD is 4100 KHR.
    /// Rounded once, not to the minor unit first.
    public Money saleAt(Money exact, Money one, Money worth) {
        if (!exact.currency().equals(one.currency())) {
            throw new IllegalArgumentException("a rate for " + one.currency() + " says nothing of " + exact);
        }
        return worth.currency()
                .of(settled(Math.multiplyExact(exact.minorUnits(), worth.minorUnits()), one.minorUnits()));
    }

    /// What cash of another currency pays out, where `one` is worth `worth`.
    public Money refundAt(Money exact, Money one, Money worth) {
        return paidOut().saleAt(exact, one, worth);
    }

    /// The rule for what is paid out.
    private CashRounding paidOut() {
        return refundMirrorsSale ? this : new CashRounding(step, tie.turned(), direction.turned(), false);
    }

    /// What cash settles for a fraction of minor units.
    long settled(long numerator, long denominator) {
        if (numerator < 0 || denominator < 1) {
            throw new IllegalArgumentException(
                    "only an amount of zero or more is rounded, not " + numerator + "/" + denominator);
        }
        long whole = Math.multiplyExact(step, denominator);
        long steps = numerator / whole;
        long rest = numerator % whole;
        return Math.multiplyExact(rest > 0 && goesUp(steps, rest, whole - rest) ? steps + 1 : steps, step);
    }

    private boolean goesUp(long steps, long above, long below) {
        return switch (direction) {
            case UP -> true;
            case DOWN -> false;
            case NEAREST -> above == below ? tieGoesUp(steps) : above > below;
        };
    }

    private boolean tieGoesUp(long steps) {
        return switch (tie) {
            case UP -> true;
            case DOWN -> false;
            case EVEN -> steps % 2 != 0;
        };
    }
}
