/// Questions that recognise a device at an unknown cable.
@org.jspecify.annotations.NullMarked
package org.countinghouse.serial.probe;
