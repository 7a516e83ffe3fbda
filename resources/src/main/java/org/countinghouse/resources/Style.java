package org.countinghouse.resources;

/// The look of every screen, on top of AtlantaFX PrimerLight or PrimerDark. The class names it gives are listed at the
/// top of the file.
public final class Style {
    private Style() {}

    /// What `scene.getStylesheets().add(…)` takes.
    public static String address() {
        return address("countinghouse.css");
    }

    /// What the dark theme has otherwise; comes after [#address()].
    public static String dark() {
        return address("countinghouse-dark.css");
    }

    private static String address(String file) {
        return Resource.address("style/" + file).toExternalForm();
    }
}
