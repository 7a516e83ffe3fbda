package org.countinghouse.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// Font, icon and stylesheet. AWT reads the files here because it needs no screen; the application never uses it.
class LookTest {
    private static final int LARGEST_FONT_BYTES = 400 * 1024;
    private static final String SIGNS = "₫៛฿£€$¥ ←↑→↓ ✓✗ ▲▼ ●○ ⌫ × … – — − “” ‘’ · ទឹកសុទ្ធ ០១២៣៤៥៦៧៨៩ Phở ệ Ữ ภาษาไทย";

    @Test
    void theFontDrawsEveryCharacterOfEveryText() throws IOException, FontFormatException {
        for (Font font : fonts()) {
            assertThat(missing(font, SIGNS)).as(font.getFontName()).isEmpty();
            for (Language language : Language.values()) {
                Texts texts = Texts.load(language);
                for (String key : texts.keys()) {
                    assertThat(missing(font, texts.text(key))).as(key).isEmpty();
                }
            }
        }
    }

    @Test
    void theFontDrawsEveryCurrencySignAndTheSampleShops() throws IOException, FontFormatException {
        for (Font font : fonts()) {
            for (String code : Currencies.codes()) {
                assertThat(missing(font, text(Currencies.open(code)))).as(code).isEmpty();
            }
            for (SampleShop shop : SampleShop.values()) {
                assertThat(missing(font, text(shop.open()))).as(shop.word()).isEmpty();
            }
        }
    }

    @Test
    void theFontHasItsOwnNameAndIsSmall() throws IOException, FontFormatException {
        for (Font font : fonts()) {
            assertThat(font.getFamily()).isEqualTo(ApplicationFont.FAMILY);
        }
        assertThat(ApplicationFont.regular().readAllBytes()).hasSizeLessThan(LARGEST_FONT_BYTES);
        assertThat(ApplicationFont.bold().readAllBytes()).hasSizeLessThan(LARGEST_FONT_BYTES);
        assertThat(text(Resource.open("font/OFL.txt"))).contains("SIL OPEN FONT LICENSE");
    }

    @Test
    void theIconHasTheSizesItSays() throws IOException {
        for (int size : ApplicationIcon.SIZES) {
            var image = ImageIO.read(ApplicationIcon.png(size));
            assertThat(image.getWidth()).isEqualTo(size);
            assertThat(image.getHeight()).isEqualTo(size);
            assertThat(image.getColorModel().hasAlpha()).isTrue();
        }
        assertThatThrownBy(() -> ApplicationIcon.png(17)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyClassTheStylesheetStylesIsExplainedAtItsTop() throws IOException {
        String css = text(Resource.open("style/countinghouse.css"));
        String top = css.substring(0, css.indexOf("*/"));
        String rules = css.substring(css.indexOf("*/"))
                .replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("(?s)\\{.*?}", "{}");
        Set<String> ours = new TreeSet<>();
        Pattern.compile("\\.([a-z][a-z-]*)").matcher(rules).results().forEach(found -> ours.add(found.group(1)));
        ours.removeAll(ToolkitClasses.NAMES);
        assertThat(ours).allSatisfy(name -> assertThat(top).contains("." + name));
        assertThat(css).contains("\"" + ApplicationFont.FAMILY + "\"");
        assertThat(Style.address()).endsWith("countinghouse.css");
    }

    private static Iterable<Font> fonts() throws IOException, FontFormatException {
        return List.of(
                Font.createFont(Font.TRUETYPE_FONT, ApplicationFont.regular()),
                Font.createFont(Font.TRUETYPE_FONT, ApplicationFont.bold()));
    }

    private static String missing(Font font, String text) {
        return text.codePoints()
                .filter(codePoint -> codePoint >= ' ' && !font.canDisplay(codePoint))
                .mapToObj(Character::toString)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String text(InputStream file) throws IOException {
        try (file) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Classes of JavaFX, ControlsFX and Ikonli that the stylesheet touches.
    private static final class ToolkitClasses {
        static final Set<String> NAMES = Set.of(
                "root",
                "popup",
                "button",
                "toggle-button",
                "text-field",
                "password-field",
                "text-input",
                "combo-box",
                "choice-box",
                "label",
                "text",
                "table-view",
                "table-row-cell",
                "table-cell",
                "column-header",
                "list-cell",
                "ikonli-font-icon",
                "menu-item",
                "check-box",
                "radio-button",
                "spinner",
                "tooltip",
                "content");
    }
}
