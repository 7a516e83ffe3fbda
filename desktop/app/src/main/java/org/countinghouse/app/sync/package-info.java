/// How the copy in the cloud does, in the strip at the edge of the screen.
@NullMarked
package org.countinghouse.app.sync;

import org.jspecify.annotations.NullMarked;
