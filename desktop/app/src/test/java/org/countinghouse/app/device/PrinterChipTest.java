package org.countinghouse.app.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.countinghouse.app.shell.Glass;
import org.countinghouse.app.shell.InEnglishAndKhmer;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.OnPaper;
import org.countinghouse.app.shell.Picture;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.app.shell.Spool;
import org.countinghouse.app.shell.ToyPrinter;
import org.countinghouse.device.PrinterState;
import org.countinghouse.device.Printing;
import org.countinghouse.device.Slip;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// The printer's chip and the list of slips over it, as a hand and a keyboard meet them.
class PrinterChipTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final double FINGER = 44;

    private final SampleStation station = SampleStation.of(SampleShop.PHNOM_PENH);
    private final ToyPrinter printer = new ToyPrinter();
    private final AtomicLong nanos = new AtomicLong();
    /// Nothing is asked for twice by the same press.
    private final Spool spool = new Spool(printer, () -> nanos.addAndGet(10_000_000_000L), OnPaper.untilTheEnd());
    private final FxRobot robot = new FxRobot();

    @AfterEach
    void close() {
        printer.letGo();
        spool.close();
    }

    @InEnglishAndKhmer
    void everyStateIsToldInWordsAndNothingIsTooSmallForAFinger(Language language) {
        station.layouts = Optional.of(new Notice(
                Notice.Tone.WARNING,
                "device.template.line",
                java.util.Map.of("file", "receipt/z.txt", "line", 12, "what", "\"totl\" is nothing this slip knows")));
        everyState(language);
        try (var glass = glass(language)) {
            glass.picture("printer-locked-" + language.code());
            glass.signIn("maly");
            glass.await("#sameAsLast");
            glass.until(() -> glass.find("#printer") instanceof Button chip
                    && chip.getText().contains("2"));
            glass.picture("printer-chip-" + language.code());
            assertThat(height(glass.shell.scene(), "#printer")).isGreaterThanOrEqualTo(FINGER);
            glass.press("#printer");
            glass.until(() -> over().isPresent());
            var scene = over().orElseThrow();
            glass.until(() -> !scene.getRoot().lookupAll(".print-row").isEmpty());
            save(scene, "printer-slips-" + language.code());
            var buttons = Glass.on(() -> scene.getRoot().lookupAll(".button").stream()
                    .map(Button.class::cast)
                    .toList());
            assertThat(buttons).hasSizeGreaterThanOrEqualTo(8).allSatisfy(button -> {
                assertThat(button.getHeight()).as(button.getText()).isGreaterThanOrEqualTo(FINGER);
                assertThat(button.isFocusTraversable()).isTrue();
            });
            assertThat(words(scene)).noneMatch(word -> word.contains("{"));
        }
    }

    @Test
    void theKeyboardOpensTheListWalksItAndShutsItAgain() {
        print("RECEIPT 7", "3.50");
        try (var glass = glass(Language.ENGLISH)) {
            glass.signIn("dara");
            glass.await("#sameAsLast");
            glass.await("#printer");
            Glass.on(() -> {
                glass.find("#printer").requestFocus();
                return true;
            });
            robot.push(KeyCode.ENTER);
            glass.until(() -> over().isPresent());
            glass.until(() -> focused("close"));
            robot.push(KeyCode.TAB);
            glass.until(() -> focused("again-1"));
            robot.push(KeyCode.ENTER);
            glass.until(() -> printer.printed().size() == 2 || printer.printed().size() == 1 && told(glass));
            robot.push(KeyCode.ESCAPE);
            glass.until(() -> over().isEmpty());
        }
    }

    @Test
    void aPrinterThatHoldsASlipCountsItOnItsChipAndTheListEndsWithTheView() {
        printer.hold();
        try (var glass = glass(Language.ENGLISH)) {
            glass.await("#printer");
            print("RECEIPT 7", "3.50");
            glass.until(() -> text(glass.find("#printer")).endsWith("1 waiting"));
            glass.press("#printer");
            glass.until(() -> over().isPresent());
            printer.letGo();
            glass.until(() -> !text(glass.find("#printer")).contains("waiting"));
            glass.until(() -> over().orElseThrow().getRoot().lookupAll(".wrapped.print-state").stream()
                    .anyMatch(state -> "On paper".equals(state.getAccessibleText())));
        }
        assertThat(Glass.on(PrinterChipTest::over)).isEmpty();
    }

    private boolean told(Glass glass) {
        return over().map(scene -> words(scene).stream().anyMatch(word -> word.contains("Printed")))
                .orElse(false);
    }

    private Glass glass(Language language) {
        station.spool = Optional.of(spool);
        return new Glass(station, language);
    }

    private void everyState(Language language) {
        print("RECEIPT 1038", "3.50");
        printer.answer = new Printing.Unknown("the cable was cut");
        print("RECEIPT 1039", "12.00");
        printer.answer = new Printing.PaperOut();
        print("SAFE DROP 1040", "150.00");
        printer.answer = new Printing.Printed();
        printer.state = PrinterState.COVER_OPEN;
        print("RECEIPT 1041", "7.00");
        printer.state = PrinterState.READY;
        spool.printAgain(2, PATIENCE);
        printer.hold();
        print("RECEIPT 1043", "1.25");
        print(language == Language.KHMER ? "របាយការណ៍ Z 17" : "Z REPORT 17", "73.50");
        print("RECEIPT 1044", "4.00");
        spool.takeBack(8);
    }

    private void print(String name, String amount) {
        var wish = new Spool.Wish(name, Slip.titled(name).text(amount).build(), true, "DUPLICATE", false);
        spool.print(wish, name.endsWith("7") || name.endsWith("3") || name.endsWith("4") ? Duration.ZERO : PATIENCE);
    }

    private static Optional<Scene> over() {
        return Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .map(Window::getScene)
                .filter(scene -> scene.getRoot().lookup(".print-jobs") != null)
                .findFirst();
    }

    private static boolean focused(String id) {
        return over().map(Scene::getFocusOwner)
                .map(Node::getId)
                .filter(id::equals)
                .isPresent();
    }

    private static String text(Node node) {
        return node instanceof Labeled labeled ? labeled.getText() : "";
    }

    private static List<String> words(Scene scene) {
        return Glass.on(() -> Glass.all(scene.getRoot())
                .map(PrinterChipTest::text)
                .filter(text -> text != null && !text.isEmpty())
                .toList());
    }

    private static double height(Scene scene, String selector) {
        return Glass.on(() -> scene.lookup(selector).getBoundsInParent().getHeight());
    }

    private static void save(Scene scene, String name) {
        Picture.save(Glass.on(() -> Picture.of(scene)), Path.of("target", "pictures", "states", name + ".png"));
    }
}
