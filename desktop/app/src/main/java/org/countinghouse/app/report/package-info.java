/// X and Z on the screen.
@NullMarked
package org.countinghouse.app.report;

import org.jspecify.annotations.NullMarked;
