/// The cash that is not in a till: safe, cash machines, bags under way and the bank.
@NullMarked
package org.countinghouse.app.safe;

import org.jspecify.annotations.NullMarked;
