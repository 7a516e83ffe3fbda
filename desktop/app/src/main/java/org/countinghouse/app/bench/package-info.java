/// Measuring, as ratios against a named floor in the same run.
@NullMarked
package org.countinghouse.app.bench;

import org.jspecify.annotations.NullMarked;
