/// What a translator, designer or installer edits, and the thin doors to it. Knows nothing of ours and no library:
/// it opens what lies beside it and reads no meaning into it.
@NullMarked
package org.countinghouse.resources;

import org.jspecify.annotations.NullMarked;
