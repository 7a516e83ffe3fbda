/// Cash machines of Innovative Technology (NV200 with SMART Payout, SMART Hopper): the SSP protocol,
/// manual GA138.
@org.jspecify.annotations.NullMarked
package org.countinghouse.serial.ssp;
