/// Makes installers of the finished image.
@NullMarked
package org.countinghouse.installer;

import org.jspecify.annotations.NullMarked;
