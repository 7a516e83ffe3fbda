/// The station: one package for each task a person does, and the shell around them.
@NullMarked
package org.countinghouse.app;

import org.jspecify.annotations.NullMarked;
