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

/// The fonts for lines that are sent as pictures, one choice per run of letters.
///
/// @param regular in order of preference, at least one
/// @param bold in order of preference; may be empty
record Fonts(List<Font> regular, List<Font> bold) {
    private static final String FOLDER = "org/countinghouse/resources/font";

    Fonts {
        regular = List.copyOf(regular);
        bold = List.copyOf(bold);
    }

    /// The fonts we bring along, or the computer's own sans serif when there are none on the class path.
    static Fonts brought() {
        var regular = new ArrayList<Font>();
        var bold = new ArrayList<Font>();
        for (String name : names()) {
            (name.contains("Bold") ? bold : regular).add(font(name));
        }
        regular.add(new Font(Font.SANS_SERIF, Font.PLAIN, 1));
        return new Fonts(regular, bold);
    }

    /// The text with a font for each letter. A letter that no font has keeps the first font, and shows as a box.
    AttributedString dressed(String text, float size, boolean isBold) {
        var dressed = new AttributedString(text);
        int from = 0;
        while (from < text.length()) {
            Font font = fontFor(text.codePointAt(from), isBold);
            int to = from + Character.charCount(text.codePointAt(from));
            while (to < text.length() && staysIn(font, text.codePointAt(to))) {
                to += Character.charCount(text.codePointAt(to));
            }
            dressed.addAttribute(TextAttribute.FONT, font.deriveFont(size), from, to);
            from = to;
        }
        return dressed;
    }

    private boolean staysIn(Font font, int letter) {
        return font.canDisplay(letter) || Character.getType(letter) == Character.FORMAT;
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
