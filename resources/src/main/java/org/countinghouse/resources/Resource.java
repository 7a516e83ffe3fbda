package org.countinghouse.resources;

import java.io.InputStream;
import java.net.URL;

/// A file of this jar. One that is missing is our mistake, not the shop's.
final class Resource {
    private Resource() {}

    /// @param path below this package, such as `font/OFL.txt`
    static URL address(String path) {
        URL url = Resource.class.getResource(path);
        if (url == null) {
            throw new IllegalStateException("resource " + path + " is missing");
        }
        return url;
    }

    /// Open until the caller closes it.
    static InputStream open(String path) {
        InputStream stream = Resource.class.getResourceAsStream(path);
        if (stream == null) {
            throw new IllegalStateException("resource " + path + " is missing");
        }
        return stream;
    }
}
