/// Finding what to do next, a page, a receipt, a shift or a person, by typing a part of its name.
@NullMarked
package org.countinghouse.app.palette;

import org.jspecify.annotations.NullMarked;
