/// What was recorded today.
@NullMarked
package org.countinghouse.app.backoffice;

import org.jspecify.annotations.NullMarked;
