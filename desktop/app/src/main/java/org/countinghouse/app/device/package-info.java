/// How the devices do, in the strip at the edge of the screen.
@NullMarked
package org.countinghouse.app.device;

import org.jspecify.annotations.NullMarked;
