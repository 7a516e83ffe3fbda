package org.countinghouse.app.broken.shell;

import org.countinghouse.app.broken.till.Till;

final class Nosy {
    Till look() {
        return new Till();
    }
}
