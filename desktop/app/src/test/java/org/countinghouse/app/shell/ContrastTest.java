package org.countinghouse.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.countinghouse.resources.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Words can be read on their grounds (WCAG 2.2, 1.4.3: 4.5 to 1), computed from the colours the themes define.
class ContrastTest {
    private static final double LEAST = 4.5;
    private static final Pattern DEFINED = Pattern.compile("(?m)^\\s*(-color-[a-z0-9-]+)\\s*:\\s*([^;]+);");
    private static final Pattern SET = Pattern.compile("rgba?\\(.*\\)|#.*");

    /// A word's colour, and the ground it stands on.
    private static final List<String> PAIRS = List.of(
            "fg-default bg-default",
            "fg-default bg-subtle",
            "fg-default bg-inset",
            "fg-muted bg-default",
            "fg-muted bg-subtle",
            "fg-muted bg-inset",
            "accent-fg bg-default",
            "accent-fg accent-subtle",
            "fg-emphasis accent-emphasis",
            "fg-emphasis accent-hover",
            "fg-emphasis accent-pressed",
            "over-fg over-bg",
            "over-fg bg-default",
            "short-fg short-bg",
            "short-fg bg-default",
            "exact-fg exact-bg",
            "done-words success-subtle",
            "training-fg training-bg",
            "grave-fg grave-bg");

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyWordCanBeReadOnItsGround(Theme theme) throws IOException {
        var colours = colours(theme);
        for (String pair : PAIRS) {
            var names = pair.split(" ");
            assertThat(contrast(colours, names[0], names[1]))
                    .as("%s: %s on %s", theme, names[0], names[1])
                    .isGreaterThanOrEqualTo(LEAST);
        }
    }

    /// The measure itself: black on white is 21 to 1, and a grey everybody knows to be too faint is found so.
    @Test
    void whatIsTooFaintIsFound() {
        var colours = Map.of(
                "-color-a", "#000000", "-color-b", "#ffffff", "-color-c", "#999999", "-color-bg-default", "#fff");
        assertThat(contrast(colours, "a", "b")).isCloseTo(21, within(0.01));
        assertThat(contrast(colours, "c", "b")).isLessThan(LEAST);
    }

    private static Map<String, String> colours(Theme theme) throws IOException {
        var colours = new HashMap<String, String>();
        switch (theme) {
            case LIGHT -> {
                read(colours, theme(new PrimerLight().getUserAgentStylesheet()));
                read(colours, address(Style.address()));
            }
            case DARK -> {
                read(colours, theme(new PrimerDark().getUserAgentStylesheet()));
                read(colours, address(Style.address()));
                read(colours, address(Style.dark()));
            }
        }
        return colours;
    }

    /// What comes later holds; only what the root defines counts.
    private static void read(Map<String, String> colours, String css) {
        int root = css.indexOf(".root {");
        var found = DEFINED.matcher(css.substring(root, css.indexOf('}', root)));
        while (found.find()) {
            colours.put(found.group(1), found.group(2).strip());
        }
    }

    private static String theme(String path) throws IOException {
        try (InputStream in = PrimerLight.class.getResourceAsStream(path.replace(".bss", ".css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String address(String address) throws IOException {
        try (InputStream in = URI.create(address).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static double contrast(Map<String, String> colours, String word, String ground) {
        Color page = colour(colours, "-color-bg-default");
        Color below = over(colour(colours, "-color-" + ground), page);
        double one = luminance(over(colour(colours, "-color-" + word), below));
        double other = luminance(below);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static Color colour(Map<String, String> colours, String name) {
        String value = colours.get(name);
        assertThat(value).as(name).isNotNull();
        return SET.matcher(value).matches() ? Color.web(value) : colour(colours, value);
    }

    private static Color over(Color above, Color below) {
        return below.interpolate(new Color(above.getRed(), above.getGreen(), above.getBlue(), 1), above.getOpacity());
    }

    /// WCAG 2.2, relative luminance.
    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
