/// What the drivers of cash machines in the network share: settings, HTTP with limits, JSON with limits.
@org.jspecify.annotations.NullMarked
package org.countinghouse.serial.network;
