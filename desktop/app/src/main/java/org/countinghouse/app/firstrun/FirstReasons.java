package org.countinghouse.app.firstrun;

import java.io.IOException;
import java.util.Objects;
import org.countinghouse.app.shell.ShopFile;
import org.countinghouse.app.shell.StationFault;
import tools.jackson.databind.json.JsonMapper;

/// The reasons a new shop begins with; its owner changes them later.
final class FirstReasons {
    private static final String FILE = "reasons.json";

    private FirstReasons() {}

    static ShopFile.Reasons read() {
        try (var in = Objects.requireNonNull(FirstReasons.class.getResourceAsStream(FILE), FILE)) {
            return new JsonMapper().readValue(in, ShopFile.Reasons.class);
        } catch (IOException e) {
            throw new StationFault("the reasons of a new shop cannot be read: install Countinghouse again", e);
        }
    }
}
