/// ccTalk: coin acceptors, hoppers and bill validators on one bus, which together are one cash machine.
@org.jspecify.annotations.NullMarked
package org.countinghouse.serial.cctalk;
