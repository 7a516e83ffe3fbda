/// Money that machines move, and the proof that it moved once.
@org.jspecify.annotations.NullMarked
package org.countinghouse.device.money;
