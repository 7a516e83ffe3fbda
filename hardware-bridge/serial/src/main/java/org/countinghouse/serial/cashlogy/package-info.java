/// Cashlogy cash machines, spoken to through their CashlogyConnector in ASCII over TCP. Verified
/// against our simulator only.
@org.jspecify.annotations.NullMarked
package org.countinghouse.serial.cashlogy;
