/// The connected cash machine at the till's screen: a customer's deposit, payouts, and what to do when it jams.
@NullMarked
package org.countinghouse.app.machine;

import org.jspecify.annotations.NullMarked;
