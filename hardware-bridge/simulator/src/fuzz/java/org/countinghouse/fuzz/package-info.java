/// Every parser of bytes from outside, fed with bytes nobody thought of.
@org.jspecify.annotations.NullMarked
package org.countinghouse.fuzz;
