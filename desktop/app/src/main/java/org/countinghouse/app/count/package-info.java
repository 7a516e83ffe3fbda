/// Counting the till blind, and closing the shift.
@NullMarked
package org.countinghouse.app.count;

import org.jspecify.annotations.NullMarked;
