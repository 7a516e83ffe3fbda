package org.countinghouse.ledger.entry;

import org.countinghouse.ledger.money.Pieces;

/// Notes and coins that came to a place (positive counts) or left it (negative counts).
public record PieceMove(Account place, Pieces pieces) {}
