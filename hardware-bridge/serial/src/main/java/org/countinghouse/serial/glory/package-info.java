/// Cash machines of Glory's CASHINFINITY family (CI-5, CI-10 and their like) through their controller,
/// the FCC, which speaks XML: SOAP one way, and a TCP link the machine opens back to us the other way.
@org.jspecify.annotations.NullMarked
package org.countinghouse.serial.glory;
