package org.countinghouse.serial;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/// The fonts for lines that are sent as pictures, one choice per run of letters. Only fonts we bring
/// along are used: every `.ttf` in the font folder of the class path. The computer's own differ from
/// station to station, and a till may have none; another script is a jar with another font.
///
/// @param regular in order of preference, at least one
/// @param bold in order of preference; may be empty
record Fonts(List<Font> regular, List<Font> bold) {
    private static final String FOLDER = "org/countinghouse/resources/font";
    private static final int FIRST_VARIATION_SELECTOR = 0xFE00;
    private static final int LAST_VARIATION_SELECTOR = 0xFE0F;

    Fonts {
        regular = List.copyOf(regular);
        bold = List.copyOf(bold);
    }

    /// @throws IllegalStateException when there are none on the class path
    static Fonts brought() {
        var regular = new ArrayList<Font>();
        var bold = new ArrayList<Font>();
        for (String name : names()) {
            (name.contains("Bold") ? bold : regular).add(font(name));
        }
        if (regular.isEmpty()) {
            throw new IllegalStateException("there is no font in " + FOLDER + " on the class path");
        }
        return new Fonts(regular, bold);
    }

    /// The same fonts in one size.
    Fonts sized(float size) {
        return new Fonts(
                regular.stream().map(font -> font.deriveFont(size)).toList(),
                bold.stream().map(font -> font.deriveFont(size)).toList());
    }

    /// The text with every letter that no font has replaced by its name, such as `[U+4E2D]`: a missing
    /// letter is seen, and can be looked up. Signs that are never drawn are left out.
    String printable(String text) {
        if (text.codePoints().allMatch(this::has)) {
            return text;
        }
        var printable = new StringBuilder();
        text.codePoints().forEach(letter -> {
            if (has(letter)) {
                printable.appendCodePoint(letter);
            } else if (!isInvisible(letter)) {
                printable.append("[U+%04X]".formatted(letter));
            }
        });
        return printable.toString();
    }

    /// @param text as [#printable] made it
    AttributedString dressed(String text, boolean isBold) {
        var dressed = new AttributedString(text);
        int from = 0;
        while (from < text.length()) {
            Font font = fontFor(text.codePointAt(from), isBold);
            int to = from + Character.charCount(text.codePointAt(from));
            while (to < text.length() && font.canDisplay(text.codePointAt(to))) {
                to += Character.charCount(text.codePointAt(to));
            }
            dressed.addAttribute(TextAttribute.FONT, font, from, to);
            from = to;
        }
        return dressed;
    }

    private boolean has(int letter) {
        return regular.stream().anyMatch(font -> font.canDisplay(letter));
    }

    private static boolean isInvisible(int letter) {
        return Character.getType(letter) == Character.FORMAT
                || letter >= FIRST_VARIATION_SELECTOR && letter <= LAST_VARIATION_SELECTOR;
    }

    private Font fontFor(int letter, boolean isBold) {
        return Stream.concat(isBold ? bold.stream() : Stream.of(), regular.stream())
                .filter(font -> font.canDisplay(letter))
                .findFirst()
                .map(font -> isBold && !bold.contains(font) ? font.deriveFont(Font.BOLD) : font)
                .orElse(regular.getFirst());
    }

    private static Font font(String name) {
        try (InputStream file = Fonts.class.getResourceAsStream("/" + FOLDER + "/" + name)) {
            if (file == null) {
                throw new IllegalStateException("font " + name + " was listed and is not there");
            }
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("font " + name + " cannot be read", e);
        }
    }

    private static List<String> names() {
        var names = new ArrayList<String>();
        try {
            for (URL folder : Collections.list(Fonts.class.getClassLoader().getResources(FOLDER))) {
                names.addAll(names(folder));
            }
        } catch (IOException | URISyntaxException e) {
            LoggerFactory.getLogger(Fonts.class).warn("the fonts we brought cannot be listed", e);
        }
        return names.stream().filter(name -> name.endsWith(".ttf")).sorted().toList();
    }

    private static List<String> names(URL folder) throws IOException, URISyntaxException {
        if (folder.openConnection() instanceof JarURLConnection jar) {
            try (var entries = jar.getJarFile().stream()) {
                return entries.map(entry -> entry.getName())
                        .filter(name -> name.startsWith(FOLDER + "/"))
                        .map(name -> name.substring(FOLDER.length() + 1))
                        .toList();
            }
        }
        try (var files = Files.list(Path.of(folder.toURI()))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
