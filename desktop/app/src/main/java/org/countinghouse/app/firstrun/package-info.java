/// The first start of a station: the questions that make an empty data folder a shop.
@NullMarked
package org.countinghouse.app.firstrun;

import org.jspecify.annotations.NullMarked;
