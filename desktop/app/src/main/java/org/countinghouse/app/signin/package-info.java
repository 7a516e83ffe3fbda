/// Who is at the counter: choosing a name, checking a PIN.
@NullMarked
package org.countinghouse.app.signin;

import org.jspecify.annotations.NullMarked;
