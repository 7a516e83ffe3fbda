package org.countinghouse.app.device;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.function.Consumer;
import org.countinghouse.device.SenseLesson;
import org.countinghouse.device.SenseLesson.Level;
import org.countinghouse.device.SenseLesson.Taught;

/// What is said and typed while a drawer is taught: somebody moves it and says so with Enter.
///
/// @param keys a line for each thing done; its end means that nobody is there
record Teaching(BufferedReader keys, Consumer<String> says) {
    private static final Taught NOBODY = new Taught.NotLearned("nobody said that the drawer was moved");

    Taught taught(SenseLesson lesson, boolean kick) {
        says.accept("Shut the drawer, then press Enter.");
        if (!isDone()) {
            return NOBODY;
        }
        if (lesson.shut() == Level.SILENT) {
            // The drawer need not be opened for a printer that is off.
            return new Taught.NotLearned("the printer does not answer");
        }
        if (kick) {
            lesson.kick();
            says.accept("The drawer got a pulse. When it stands open, press Enter; if it did not move, open it with"
                    + " its key first.");
        } else {
            says.accept("Open the drawer with its key, then press Enter.");
        }
        return isDone() ? lesson.open() : NOBODY;
    }

    private boolean isDone() {
        try {
            return keys.readLine() != null;
        } catch (IOException _) {
            return false;
        }
    }
}
