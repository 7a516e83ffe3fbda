package org.countinghouse.app.till;

import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;

/// A sale as it stands in the books.
///
/// @param pieces which notes and coins to give back
record Receipt(Entry entry, Money total, Money change, Pieces pieces) {}
