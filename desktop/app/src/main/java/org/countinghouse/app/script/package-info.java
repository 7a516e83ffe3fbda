/// The station's commands as JSON lines, for tests, migrations and other programs.
@NullMarked
package org.countinghouse.app.script;

import org.jspecify.annotations.NullMarked;
