/// Opening a shift: counting the float before trading.
@NullMarked
package org.countinghouse.app.shift;

import org.jspecify.annotations.NullMarked;
