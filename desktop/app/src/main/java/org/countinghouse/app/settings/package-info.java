/// What an owner or a manager sets for the shop: who does what alone, its reasons, its exchange rates.
@NullMarked
package org.countinghouse.app.settings;

import org.jspecify.annotations.NullMarked;
