/// What a shift comes to on paper and in the accountant's workbook.
@NullMarked
package org.countinghouse.reports;

import org.jspecify.annotations.NullMarked;
