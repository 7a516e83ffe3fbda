/// Looking through a whole ledger.
@NullMarked
package org.countinghouse.app.verify;

import org.jspecify.annotations.NullMarked;
