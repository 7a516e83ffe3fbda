package org.countinghouse.app.device;

import java.util.function.Consumer;

/// One look at a time: what changes while somebody looks is looked at once more afterwards. Only for the screen thread.
final class Refresh {
    private final Consumer<Runnable> look;
    private boolean looking;
    private boolean again;

    /// @param look begins a look, and runs what it is given when that is over
    Refresh(Consumer<Runnable> look) {
        this.look = look;
    }

    void wanted() {
        if (looking) {
            again = true;
            return;
        }
        looking = true;
        look.accept(this::over);
    }

    private void over() {
        looking = false;
        if (again) {
            again = false;
            wanted();
        }
    }
}
