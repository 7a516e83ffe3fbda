/// A whole shift worked through the real screens, with a picture of each.
@NullMarked
package org.countinghouse.app.demo;

import org.jspecify.annotations.NullMarked;
