/// Customer displays: two lines on a pole, spoken to in ESC/POS.
@org.jspecify.annotations.NullMarked
package org.countinghouse.serial.pole;
