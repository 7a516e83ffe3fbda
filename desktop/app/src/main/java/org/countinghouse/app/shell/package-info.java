/// What every task needs: the desk, the screen thread, moving between screens.
@NullMarked
package org.countinghouse.app.shell;

import org.jspecify.annotations.NullMarked;
