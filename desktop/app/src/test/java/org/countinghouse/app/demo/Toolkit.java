package org.countinghouse.app.demo;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/// The toolkit of the tests, started once.
public final class Toolkit {
    private static boolean started;

    private Toolkit() {}

    public static synchronized void start() {
        if (started) {
            return;
        }
        var up = new CountDownLatch(1);
        Platform.startup(up::countDown);
        Platform.setImplicitExit(false);
        started = true;
        try {
            if (!up.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the toolkit did not start");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
