/// Bar code scanners at a cable.
@org.jspecify.annotations.NullMarked
package org.countinghouse.serial.scan;
