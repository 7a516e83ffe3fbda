/// What somebody who helps from afar needs to see of a station, without its secrets and its customers.
@NullMarked
package org.countinghouse.app.support;

import org.jspecify.annotations.NullMarked;
