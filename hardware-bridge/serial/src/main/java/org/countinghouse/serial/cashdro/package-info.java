/// CashDro cash machines, spoken to over HTTP. Verified against our simulator only.
@org.jspecify.annotations.NullMarked
package org.countinghouse.serial.cashdro;
