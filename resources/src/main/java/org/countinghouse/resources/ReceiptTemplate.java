package org.countinghouse.resources;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The layouts of slips as we bring them, one text file each; `desktop/reports` reads meaning into
/// them.
public final class ReceiptTemplate {
    private ReceiptTemplate() {}

    /// @param name of a file in the folder `receipt`, such as `receipt` or `z`
    public static String text(String name) {
        String file = "receipt/" + name + ".txt";
        try (InputStream stream = Resource.open(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("resource " + file + " cannot be read", broken);
        }
    }
}
