package org.countinghouse.javapos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.money.FileIntentJournal;

/// Where other software's use of a cash machine is written down: a file for each machine.
final class Journals {
    /// The folder, when it is not `journals` in the working directory.
    static final String FOLDER = "countinghouse.journals";

    private Journals() {}

    static FileIntentJournal of(DeviceAddress machine) throws IOException {
        String text = machine.toString();
        // The name is for people, the number tells machines apart whose names look alike.
        String name = text.replaceAll("[^A-Za-z0-9.-]+", "_") + "-"
                + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .substring(0, 8);
        return FileIntentJournal.at(Path.of(System.getProperty(FOLDER, "journals"), name + ".intents"));
    }
}
