/// Copies of a station's ledger, and putting one back.
@NullMarked
package org.countinghouse.app.backup;

import org.jspecify.annotations.NullMarked;
