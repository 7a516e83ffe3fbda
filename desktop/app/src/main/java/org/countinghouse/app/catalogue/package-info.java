/// What the shop sells, and what it costs.
@org.jspecify.annotations.NullMarked
package org.countinghouse.app.catalogue;
