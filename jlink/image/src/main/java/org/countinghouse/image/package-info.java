/// Builds the runtime image: what a shop gets, with no JDK in sight.
@NullMarked
package org.countinghouse.image;

import org.jspecify.annotations.NullMarked;
