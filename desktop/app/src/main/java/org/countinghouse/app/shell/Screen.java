package org.countinghouse.app.shell;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The one way onto the screen thread. Whoever has something to show hands it over here and goes on.
public final class Screen implements Executor {
    @Override
    public void execute(Runnable show) {
        if (Platform.isFxApplicationThread()) {
            show.run();
        } else {
            Platform.runLater(show);
        }
    }
}
