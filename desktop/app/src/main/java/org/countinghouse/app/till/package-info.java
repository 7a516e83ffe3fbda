/// Selling and moving cash during a shift.
@NullMarked
package org.countinghouse.app.till;

import org.jspecify.annotations.NullMarked;
