package org.countinghouse.ledger.count;

import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;

/// What to do with counted pieces so that a float stays.
///
/// @param keep stays in the till, and
/// @param drop goes to the safe: together what was counted, of every denomination
/// @param order small change to fetch: with it the float is complete
/// @param gap what is kept less the target: zero when it is met, negative when less was counted, positive when the
///     pieces make nothing nearer that is enough
public record FloatPlan(Pieces keep, Pieces drop, Pieces order, Money gap) {}
