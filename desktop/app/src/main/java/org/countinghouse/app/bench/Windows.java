package org.countinghouse.app.bench;

import java.nio.file.Path;
import org.countinghouse.app.shell.Shell;
import org.countinghouse.app.shell.Workplace;

/// Opens the station's real window.
public interface Windows {
    /// A window that is shown, and the station behind it. Closing the station closes the window.
    record Opened(Shell shell, Workplace station) {}

    /// Opens the window on a data folder, without devices and cloud.
    Opened open(Path data);

    /// Whether this computer has a screen; where it has none, the window is drawn all the same.
    boolean hasScreen();
}
