package org.countinghouse.installer;

import java.io.IOException;
import java.nio.file.Path;

/// Makes the installers that this system has the tools for.
///
/// Arguments: the image's folder, the version, the folder for the installers. Exit code 1, with the reason, when one
/// failed.
public final class BuildInstaller {
    private BuildInstaller() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        try {
            System.out.println("installer: " + build(Path.of(args[0]), args[1], Path.of(args[2])));
        } catch (InstallerException e) {
            System.err.println("installer: " + e.getMessage());
            System.exit(1);
        }
    }

    private static String build(Path image, String version, Path target) throws IOException, InterruptedException {
        if (!Command.exists("dpkg-deb")) {
            return "no dpkg-deb here, so no Debian package";
        }
        return new DebianPackage(image, version).build(target).toString();
    }
}
