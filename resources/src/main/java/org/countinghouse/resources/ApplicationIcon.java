package org.countinghouse.resources;

import java.io.InputStream;
import java.util.List;

/// The icon of the window and the installers.
public final class ApplicationIcon {
    /// Width and height in pixels of the PNG files there are.
    public static final List<Integer> SIZES = List.of(16, 32, 64, 256);

    private ApplicationIcon() {}

    /// A square PNG; open until the caller closes it.
    ///
    /// @param size one of [#SIZES]
    public static InputStream png(int size) {
        if (!SIZES.contains(size)) {
            throw new IllegalArgumentException("no icon of " + size + " pixels; there are " + SIZES);
        }
        return Resource.open("icon/countinghouse-" + size + ".png");
    }
}
