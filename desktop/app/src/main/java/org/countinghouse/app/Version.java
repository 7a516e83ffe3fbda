package org.countinghouse.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// The program's version, as the build wrote it beside this class.
public final class Version implements IVersionProvider {
    /// Such as `0.1.0`.
    public static String number() {
        try (var in = Version.class.getResourceAsStream("version.properties")) {
            var properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unbuilt");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the program's own version", e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Countinghouse " + number()};
    }
}
