package org.countinghouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.countinghouse.app.firstrun.Staging;
import org.countinghouse.app.shell.Glass;
import org.countinghouse.app.shell.InEnglishAndKhmer;
import org.countinghouse.app.shell.Picture;
import org.countinghouse.app.shell.Screen;
import org.countinghouse.app.shell.ShopFile;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.resources.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// An installer alone in a back room: from an empty folder to the first sign-in, with the keyboard.
class FirstRunTest {
    @TempDir
    Path data;

    private final FxRobot robot = new FxRobot();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private FirstRun run;
    private Stage stage;

    @BeforeEach
    void open() {
        Glass.start();
    }

    private static <T> T on(Supplier<T> act) {
        return CompletableFuture.supplyAsync(act, new Screen())
                .orTimeout(90, TimeUnit.SECONDS)
                .join();
    }

    private void begin(Language language) {
        stage = on(() -> {
            run = new FirstRun(data, Clock.systemUTC(), ZoneId.of("Asia/Phnom_Penh"), language, workers);
            var window = new Stage();
            window.setOnHidden(_ -> run.closed());
            run.window().show(window);
            window.requestFocus();
            return window;
        });
    }

    @AfterEach
    void shut() {
        on(() -> {
            if (run != null) {
                run.window().close();
                stage.close();
            }
            return true;
        });
        workers.shutdownNow();
    }

    private Scene scene() {
        return run.window().scene();
    }

    private Stream<Node> seen() {
        return Glass.all(scene().getRoot()).filter(FirstRunTest::isSeen);
    }

    private static boolean isSeen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private void until(String claim, BooleanSupplier holds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!on(holds::getAsBoolean)) {
            assertThat(System.nanoTime()).as(claim).isLessThan(deadline);
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(10);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void focused(String id) {
        until(
                id + " has the focus",
                () -> scene().getFocusOwner() != null
                        && id.equals(scene().getFocusOwner().getId()));
    }

    private void type(String id, String words) {
        focused(id);
        robot.write(words);
        robot.type(KeyCode.ENTER);
    }

    private void picture(String name, Language language) {
        var image = on(() -> Picture.of(scene()));
        Picture.save(
                image, Path.of("target", "pictures", "states", "firstrun-" + name + "-" + language.code() + ".png"));
        assertThat(nameless()).as(name).isEmpty();
    }

    private List<String> nameless() {
        Supplier<List<String>> all = () -> seen().filter(Node::isFocusTraversable)
                .filter(node -> node.getAccessibleText() == null)
                .filter(node -> switch (node) {
                    case Labeled labeled ->
                        labeled.getText() == null || labeled.getText().isBlank();
                    case TextInputControl input ->
                        input.getPromptText() == null || input.getPromptText().isBlank();
                    default -> true;
                })
                .map(Node::toString)
                .toList();
        return on(all);
    }

    @InEnglishAndKhmer
    void theKeyboardAloneLeadsFromAnEmptyFolderToTheFirstSignIn(Language language) throws Exception {
        begin(language);
        until("the languages are offered", () -> scene().lookup("#language-km") != null);
        picture("language", language);
        focused("language-" + language.code());
        robot.type(KeyCode.ENTER);
        focused("field-name");
        for (String field : List.of("field-street", "field-town", "field-zone", "field-name")) {
            robot.type(KeyCode.ENTER);
            focused(field);
        }
        picture("no-name", language);
        type("field-name", "Riverside Bakery");
        type("field-street", "12 Street 240");
        type("field-town", "Phnom Penh");
        picture("shop", language);
        focused("field-zone");
        robot.type(KeyCode.ENTER);
        focused("field-main");
        robot.type(KeyCode.U);
        picture("currencies", language);
        robot.type(KeyCode.ENTER);
        focused("field-second");
        robot.type(KeyCode.K);
        robot.type(KeyCode.ENTER);
        focused("field-till");
        picture("till", language);
        robot.type(KeyCode.ENTER);
        type("field-person", "Maly");
        type("field-pin", "246810");
        type("field-again", "24681");
        picture("pins-differ", language);
        focused("field-again");
        robot.type(KeyCode.ESCAPE);
        focused("field-till");
        robot.type(KeyCode.ENTER);
        focused("field-person");
        robot.type(KeyCode.ENTER);
        focused("field-pin");
        robot.type(KeyCode.ENTER);
        focused("field-again");
        robot.type(KeyCode.END);
        type("field-again", "0");
        focused("next");
        picture("devices", language);
        robot.type(KeyCode.ENTER);
        focused("field-account");
        picture("cloud", language);
        for (String field : List.of("field-cloud", "field-code", "next")) {
            robot.type(KeyCode.ENTER);
            focused(field);
        }
        picture("review", language);
        assertThat(Staging.isDue(data))
                .as("nothing counts before the last press")
                .isTrue();
        robot.type(KeyCode.ENTER);
        until(
                "the shop is there",
                () -> Files.exists(data.resolve("shop.json"))
                        && !scene().lookup("#next").isDisabled());
        picture("done", language);
        focused("next");
        robot.type(KeyCode.ENTER);
        assertThat(run.isSetUp()).isTrue();
        aPersonSignsIn(language);
    }

    private void aPersonSignsIn(Language language) {
        assertThat(Staging.isDue(data)).isFalse();
        assertThat(ShopFile.in(data).employees().getFirst().pin()).isEmpty();
        var station = Station.open(
                data,
                () -> {
                    throw new AssertionError("there is a shop already");
                },
                Optional.empty(),
                Clock.systemUTC());
        try (var trading = new Trading(station, List.of(), Optional.empty(), language);
                var glass = new Glass(_ -> trading.ports(), _ -> "246810", language)) {
            assertThat(station.desk()
                            .<Role>ask(
                                    books -> books.person("maly").orElseThrow().role()))
                    .isEqualTo(Role.OWNER);
            glass.signIn("maly");
            glass.await("#sameAsLast");
            glass.picture("firstrun-opened-" + language.code());
        }
    }

    @Test
    void whoClosesTheWindowLeavesTheFolderEmpty() throws Exception {
        begin(Language.ENGLISH);
        on(() -> {
            stage.close();
            return true;
        });
        assertThat(run.isSetUp()).isFalse();
        try (var files = Files.list(data)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void anotherLanguageIsSpokenAtOnce() {
        begin(Language.ENGLISH);
        focused("language-en");
        robot.type(KeyCode.TAB);
        focused("language-km");
        robot.type(KeyCode.SPACE);
        focused("language-km");
        until(
                "it is spoken",
                () -> seen().anyMatch(node -> node instanceof Labeled label && "បន្ត".equals(label.getText())));
    }
}
