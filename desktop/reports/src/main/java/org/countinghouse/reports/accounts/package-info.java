/// Entries as the accountant's books take them: the account map, one journal, and the files it is written as.
@NullMarked
package org.countinghouse.reports.accounts;

import org.jspecify.annotations.NullMarked;
