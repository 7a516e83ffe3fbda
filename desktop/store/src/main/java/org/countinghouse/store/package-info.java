/// The journal on disk: SQLite through jOOQ, its hash chain and its read tables.
@NullMarked
package org.countinghouse.store;

import org.jspecify.annotations.NullMarked;
