package org.countinghouse.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.control.ToggleButton;
import org.countinghouse.app.shell.Destination.Move.Kind;
import org.countinghouse.app.sync.CloudCopy;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScreensTest {
    private static final Pattern UNFILLED = Pattern.compile("\\{[a-zA-Z]+}");
    private static final Pattern INVISIBLE_BREAK = Pattern.compile("\u200b");

    private final Map<String, List<String>> clipped = new TreeMap<>();
    private final SampleStation station = SampleStation.of(SampleShop.PHNOM_PENH);

    @ParameterizedTest
    @MethodSource("languagesAndThemes")
    void everyScreenLoadsAndSaysWholeSentences(Language language, Theme theme) {
        station.look.choose(theme);
        station.cloud = new CloudCopy.State.Offline(station.desk.now(), 37);
        try (var glass = new Glass(station, language)) {
            whole(glass, "sign-in", language);
            glass.press("#person-maly");
            glass.press("#key-1");
            glass.press("#action");
            glass.await(".tone-warning");
            whole(glass, "wrong-pin", language);
            glass.signIn("maly");
            glass.await("#sameAsLast");
            whole(glass, "first-opening", language);
            open();
            glass.go(new Destination.Till(), "#moves");
            whole(glass, "till", language);
            for (Kind kind : Kind.values()) {
                glass.go(new Destination.Move(kind), ".dialog");
                whole(glass, "move-" + kind, language);
            }
            glass.go(new Destination.Reports(), "#printX");
            glass.await(".report-row");
            whole(glass, "x-of-a-manager", language);
            glass.go(new Destination.Entries(), "#table");
            whole(glass, "entries", language);
            glass.go(new Destination.Count(), "#seal");
            whole(glass, "count", language);
            glass.press("#seal");
            glass.await("#close");
            whole(glass, "large-difference", language);
            close();
            glass.go(new Destination.OpenShift(), "#sameAsLast");
            glass.press("#sameAsLast");
            glass.type("#pieces-100", "3");
            whole(glass, "next-opening", language);
            Glass.on(() -> {
                glass.shell.lock();
                return true;
            });
            glass.await("#person-dara");
            whole(glass, "locked", language);
        }
    }

    @ParameterizedTest
    @MethodSource("languagesAndThemes")
    void everyPageOfTheBackOfficeLoadsAndSaysWholeSentences(Language language, Theme theme) {
        station.look.choose(theme);
        open();
        var paidOut = new Command.PayOut(station.shop.till(), Cash.of(station.money("12.00")), "ice", "");
        station.order(paidOut);
        station.desk.waitSeconds(4_000);
        station.order(new Command.DropToSafe(station.shop.till(), Cash.of(station.money("30.00")), "17"));
        try (var glass = new Glass(station, language)) {
            glass.signIn("bopha");
            glass.await("#moves");
            for (OfficePage page : OfficePage.values()) {
                glass.go(new Destination.Office(page), "#office-" + page.word());
                glass.until(() ->
                        glass.find("#office-" + page.word()) instanceof ToggleButton button && button.isSelected());
                whole(glass, "office-" + page.word(), language);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aCashierSeesTheXReportWithoutItsCash(Language language) {
        open();
        try (var glass = new Glass(station, language)) {
            glass.signIn("dara");
            glass.await("#moves");
            glass.go(new Destination.Reports(), "#printX");
            glass.await(".report-row");
            whole(glass, "x-of-a-cashier", language);
        }
    }

    @Test
    void theLargeScreenShowsTheSameInLargerLetters() {
        open();
        try (var glass = new Glass(station, Language.KHMER)) {
            Glass.on(() -> {
                glass.shell.scene().getWindow().setWidth(1920);
                glass.shell.scene().getWindow().setHeight(1080);
                return true;
            });
            glass.until(() -> glass.shell.scene().getRoot().getStyleClass().contains("large-screen"));
            glass.await("#person-maly");
            glass.picture("large-sign-in");
            glass.signIn("maly");
            glass.await("#moves");
            glass.press("#item-baguette");
            glass.picture("large-till");
            glass.go(new Destination.Count(), "#seal");
            glass.picture("large-count");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void atTwiceTheSizeOfTheTextNoWordIsCutOff(Language language) {
        station.look.choose(TextSize.DOUBLE);
        open();
        try (var glass = new Glass(station, language)) {
            glass.signIn("bopha");
            glass.await("#moves");
            large(glass, "till", language);
            for (OfficePage page : OfficePage.values()) {
                glass.go(new Destination.Office(page), "#office-" + page.word());
                large(glass, "office-" + page.word(), language);
            }
            glass.go(new Destination.Count(), "#seal");
            large(glass, "count", language);
        }
    }

    private void large(Glass glass, String name, Language language) {
        glass.save(Path.of("target", "gallery", "large", language.code(), name + ".png"));
        look(glass, name);
    }

    @Test
    void thePageMovesUnderTheWindowAfterTheFocus() {
        station.look.choose(TextSize.DOUBLE);
        open();
        try (var glass = new Glass(station, Language.ENGLISH)) {
            glass.signIn("maly");
            glass.await("#moves");
            Glass.on(() -> {
                glass.find("#lock").requestFocus();
                return true;
            });
            assertThat(Glass.on(() -> isInside(glass, "#lock"))).isTrue();
            Glass.on(() -> {
                glass.find("#key-9").requestFocus();
                return true;
            });
            assertThat(Glass.on(() -> isInside(glass, "#key-9"))).isTrue();
            assertThat(Glass.on(() -> isInside(glass, "#lock"))).isFalse();
        }
    }

    private void look(Glass glass, String name) {
        var words = glass.clipped();
        if (!words.isEmpty()) {
            clipped.put(name, words);
        }
    }

    @AfterEach
    void noWordWasCutOff() {
        assertThat(clipped).isEmpty();
    }

    private static boolean isInside(Glass glass, String selector) {
        var node = glass.find(selector);
        var bounds = node.localToScene(node.getBoundsInLocal());
        var scene = glass.shell.scene();
        return scene.getRoot().getBoundsInLocal().contains(bounds) && bounds.getMaxX() <= scene.getWidth() + 1;
    }

    static Stream<Arguments> languagesAndThemes() {
        return Stream.of(Language.values())
                .flatMap(language -> Stream.of(Theme.values()).map(theme -> Arguments.of(language, theme)));
    }

    private void open() {
        station.order(new Command.OpenShift(station.shop.till(), floats(), Optional.empty()));
    }

    private void close() {
        station.order(new Command.CountTill(station.shop.till(), floats()));
        station.order(new Command.CloseShift(station.shop.till(), List.of(), "", true));
    }

    private List<Cash> floats() {
        return station.shop.currencies().stream()
                .map((Currency currency) ->
                        Cash.of(Pieces.largestFirst(station.shop.limits().floatTarget(currency))))
                .toList();
    }

    /// The gallery: every screen, in every language and theme.
    private void whole(Glass glass, String name, Language language) {
        String theme = glass.shell.theme().word();
        glass.save(Path.of("target", "gallery", theme, language.code(), name + ".png"));
        assertThat(glass.nameless()).as(name).isEmpty();
        look(glass, name);
        assertThat(glass.words()).as(name).noneMatch(UNFILLED.asPredicate()).noneMatch(INVISIBLE_BREAK.asPredicate());
    }
}
