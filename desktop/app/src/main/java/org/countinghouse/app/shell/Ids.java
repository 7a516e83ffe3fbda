package org.countinghouse.app.shell;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.security.SecureRandom;
import java.util.UUID;

/// Makes ids before the first attempt to write what they name: UUID version 7, RFC 9562.
public final class Ids {
    private final TimeBasedEpochRandomGenerator generator =
            Generators.timeBasedEpochRandomGenerator(new SecureRandom());

    public UUID next() {
        return generator.generate();
    }
}
