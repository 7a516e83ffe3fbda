package org.countinghouse.resources;

import java.io.InputStream;

/// "Countinghouse Sans": one family for Latin, Vietnamese, Khmer, Thai and the currency signs. Load both files before
/// the
/// first scene (`Font.loadFont(ApplicationFont.regular(), 15)`); the stylesheet then asks for the family by name.
public final class ApplicationFont {
    /// The private family name; no installed font has it.
    public static final String FAMILY = "Countinghouse Sans";

    private ApplicationFont() {}

    /// A TrueType file; open until the caller closes it.
    public static InputStream regular() {
        return Resource.open("font/CountinghouseSans-Regular.ttf");
    }

    /// A TrueType file; open until the caller closes it.
    public static InputStream bold() {
        return Resource.open("font/CountinghouseSans-Bold.ttf");
    }
}
