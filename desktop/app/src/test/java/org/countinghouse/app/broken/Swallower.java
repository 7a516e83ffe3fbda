package org.countinghouse.app.broken;

import java.util.concurrent.Callable;

final class Swallower {
    void swallow(Callable<?> task) {
        try {
            task.call();
        } catch (Exception e) {
            System.err.println(e);
        }
    }
}
