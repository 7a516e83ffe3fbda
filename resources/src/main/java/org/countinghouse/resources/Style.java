package org.countinghouse.resources;

/// The look of every screen, on top of AtlantaFX PrimerLight. The class names it gives are listed at the top of the
/// file.
public final class Style {
    private Style() {}

    /// What `scene.getStylesheets().add(…)` takes.
    public static String address() {
        return Resource.address("style/countinghouse.css").toExternalForm();
    }
}
