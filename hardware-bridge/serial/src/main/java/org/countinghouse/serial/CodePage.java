package org.countinghouse.serial;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Arrays;
import java.util.Optional;

/// A table of 256 letters a printer has built in, and its ESC t number (Epson, ESC t). What a page
/// cannot hold is printed as a picture, never as a question mark. Customer displays use the same
/// numbers (Epson DM-D110, ESC t).
public enum CodePage {
    PC437("437", "IBM437", 0),
    PC850("850", "IBM850", 2),
    PC858("858", "IBM00858", 19),
    WPC1252("1252", "windows-1252", 16),
    /// For printers whose tables cannot be trusted: everything beyond plain ASCII is sent as a picture.
    ASCII("ascii", "US-ASCII", 0);

    private final String word;
    private final Charset charset;
    private final int number;

    CodePage(String word, String charset, int number) {
        this.word = word;
        this.charset = Charset.forName(charset);
        this.number = number;
    }

    /// The page people write as `word`, such as `858`.
    public static Optional<CodePage> named(String word) {
        return Arrays.stream(values()).filter(page -> page.word.equals(word)).findFirst();
    }

    /// Its ESC t number.
    public int number() {
        return number;
    }

    public boolean holds(String text) {
        CharsetEncoder encoder = charset.newEncoder();
        return encoder.canEncode(text);
    }

    /// @throws IllegalArgumentException when the page does not hold the text
    public byte[] encoded(String text) {
        if (!holds(text)) {
            throw new IllegalArgumentException("code page " + word + " cannot hold \"" + text + "\"");
        }
        return text.getBytes(charset);
    }
}
