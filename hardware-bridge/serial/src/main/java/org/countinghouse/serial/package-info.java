/// Cables and the protocols spoken over them. The only place that knows `com.fazecast`.
@org.jspecify.annotations.NullMarked
package org.countinghouse.serial;
