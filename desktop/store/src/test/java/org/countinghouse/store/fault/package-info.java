/// Faults the ledger must survive: killed programs, power cuts, disks that fail, bits that turn. Each suite is
/// also held against something that is broken on purpose, and must notice.
@NullMarked
package org.countinghouse.store.fault;

import org.jspecify.annotations.NullMarked;
