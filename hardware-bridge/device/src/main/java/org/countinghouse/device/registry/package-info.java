/// Which devices a station has, as it writes them down.
@org.jspecify.annotations.NullMarked
package org.countinghouse.device.registry;
