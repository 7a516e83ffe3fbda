/// The books and the rules over them: [org.countinghouse.ledger.CashRules] decides, [org.countinghouse.ledger.Books]
/// adds up.
package org.countinghouse.ledger;
