/// The people who work in the shop: who they are, what they may do, and their PINs.
@NullMarked
package org.countinghouse.app.people;

import org.jspecify.annotations.NullMarked;
