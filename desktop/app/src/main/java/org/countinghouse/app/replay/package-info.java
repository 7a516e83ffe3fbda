/// Importing a real till log: each trading day becomes a shift.
@NullMarked
package org.countinghouse.app.replay;

import org.jspecify.annotations.NullMarked;
