/// Cashmatic cash machines, spoken to over HTTPS with JSON. Verified against our simulator only.
@org.jspecify.annotations.NullMarked
package org.countinghouse.serial.cashmatic;
