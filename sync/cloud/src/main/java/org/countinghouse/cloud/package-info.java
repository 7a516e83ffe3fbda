/// The centre: every tenant's entries, checked, stored verbatim in PostgreSQL and given to the tenant's stations again.
@NullMarked
package org.countinghouse.cloud;

import org.jspecify.annotations.NullMarked;
