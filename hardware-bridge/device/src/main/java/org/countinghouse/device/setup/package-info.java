/// What whoever installs a station needs: what stands at which cable, and whether it works.
@org.jspecify.annotations.NullMarked
package org.countinghouse.device.setup;
