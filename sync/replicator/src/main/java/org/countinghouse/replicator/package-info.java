/// Journal to cloud and back: what is committed at the station reaches the centre exactly once, whatever fails between.
@NullMarked
package org.countinghouse.replicator;

import org.jspecify.annotations.NullMarked;
