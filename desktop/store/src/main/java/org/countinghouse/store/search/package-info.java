/// Finding entries by their words: how words are compared, and an index that can be thrown away.
@NullMarked
package org.countinghouse.store.search;

import org.jspecify.annotations.NullMarked;
