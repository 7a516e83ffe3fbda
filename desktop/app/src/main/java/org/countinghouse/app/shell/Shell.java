package org.countinghouse.app.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.event.ActionEvent;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.image.Image;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.countinghouse.app.shell.Destination.Move.Kind;
import org.countinghouse.resources.ApplicationFont;
import org.countinghouse.resources.ApplicationIcon;
import org.countinghouse.resources.Style;

/// The window of a station. Moving between tasks is [#go(Destination)]. Only for the screen thread.
public final class Shell {
    /// The smallest screen the station is drawn for.
    public static final double WIDTH = 1366;

    public static final double HEIGHT = 768;

    private static final double LARGE_SCREEN = 1900;
    private static final double TEXT_SIZE = 15;

    private final Side home;
    private Screens screens;
    private ShellViewModel model;
    private Runnable ended = () -> {};
    private final Scene scene;
    private ShellView frame;
    private Screens.Loaded page;
    private Optional<Screens.Loaded> over = Optional.empty();

    /// What is shown and what decides: those of the real counter, or of one to practise at.
    private record Side(Screens screens, ShellViewModel model) {}

    public Shell(Screens screens, ShellViewModel model) {
        this.home = new Side(screens, model);
        this.screens = screens;
        this.model = model;
        scene = emptyScene();
        wear(scene, model.session().themeProperty().get());
        OncePerPress.guard(scene);
        scene.addEventFilter(InputEvent.ANY, _ -> this.model.touch());
        scene.addEventFilter(ActionEvent.ANY, _ -> this.model.touch());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::shortCut);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressFocused);
        frame = newFrame();
        scene.widthProperty().subscribe(_ -> fitText(frame));
        page = screens.load(new Destination.SignIn(), model.session().texts());
        show(page, new Destination.SignIn());
        model.session().languageProperty().subscribe((_, _) -> speakAnew());
        model.session().themeProperty().subscribe((_, theme) -> wear(scene, theme));
        model.session().textSizeProperty().subscribe((_, _) -> fitText(frame));
    }

    /// Reads letters and styles. Neither needs the ledger: who starts the toolkit has it done while that is still being
    /// opened.
    public static void prepare() {
        wear(emptyScene(), Theme.LIGHT);
    }

    /// An empty one, whose texts can be drawn.
    private static Scene emptyScene() {
        loadFonts();
        return new Scene(new Group(), WIDTH, HEIGHT);
    }

    private static final class Letters {
        static final List<Font> READ = List.of(load(ApplicationFont::regular), load(ApplicationFont::bold));
    }

    static void wear(Scene scene, Theme theme) {
        scene.getStylesheets().setAll(sheets(theme));
    }

    /// A theme is for the whole program: there is one window.
    ///
    /// @return the sheets of what is drawn in it
    private static List<String> sheets(Theme theme) {
        var sheets = new ArrayList<>(List.of(Style.address(), ownStyle()));
        switch (theme) {
            case LIGHT -> Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            case DARK -> {
                Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
                sheets.add(Style.dark());
            }
        }
        return sheets;
    }

    static void loadFonts() {
        Objects.requireNonNull(Letters.READ);
    }

    private static Font load(Supplier<InputStream> font) {
        try (InputStream in = font.get()) {
            return Font.loadFont(in, TEXT_SIZE);
        } catch (IOException e) {
            throw new UncheckedIOException("the station's font cannot be read", e);
        }
    }

    private static String ownStyle() {
        return Objects.requireNonNull(Shell.class.getResource("Shell.css")).toExternalForm();
    }

    public Scene scene() {
        return scene;
    }

    public Theme theme() {
        return home.model().session().themeProperty().get();
    }

    public void show(Stage stage) {
        stage.setTitle(model.session()
                .texts()
                .text("shell.window", Map.of("shop", model.session().shop().name())));
        putIcons(stage);
        stage.setScene(scene);
        stage.show();
        page.view().enter(model.placeProperty().get());
    }

    static void putIcons(Stage stage) {
        if (stage.getIcons().isEmpty()) {
            for (int size : ApplicationIcon.SIZES) {
                stage.getIcons().add(icon(size));
            }
        }
    }

    private static Image icon(int size) {
        try (InputStream in = ApplicationIcon.png(size)) {
            return new Image(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the station's icon cannot be read", e);
        }
    }

    /// Goes there, or where such a wish leads: to the sign-in when nobody is at the counter, to the opening of a
    /// shift when none is open.
    public void go(Destination destination) {
        model.route(destination, this::arrive);
    }

    /// Closes a task done over the till.
    public void back() {
        over.ifPresent(task -> {
            task.view().leave();
            frame.uncover();
            over = Optional.empty();
            page.view().enter(model.placeProperty().get());
        });
    }

    /// Leaves a training first: who leaves the counter leaves that too.
    public void lock() {
        endTraining();
        model.lock();
        go(new Destination.SignIn());
    }

    /// Shows another counter in this window, until [#endTraining()]: its screens know nothing of the real one.
    ///
    /// @param ended hears that the training is over
    public void practise(Screens screens, ShellViewModel model, Runnable ended) {
        if (isTraining()) {
            throw new IllegalStateException("one training at a time");
        }
        this.ended = ended;
        work(new Side(screens, model), new Destination.Simulators());
    }

    /// Whether the counter with this frame is the one that is shown.
    public boolean shows(ShellViewModel frame) {
        return model == frame;
    }

    public boolean isTraining() {
        return model != home.model();
    }

    /// Shows the real counter again, as it was left.
    public void endTraining() {
        if (isTraining()) {
            var practised = model;
            work(home, home.model().placeProperty().get());
            practised.close();
            ended.run();
        }
    }

    private void work(Side side, Destination first) {
        back();
        page.view().leave();
        frame.leave();
        screens = side.screens();
        model = side.model();
        frame = newFrame();
        show(screens.load(first, model.session().texts()), first);
    }

    /// Ends what listens. The window is gone.
    public void close() {
        page.view().leave();
        frame.leave();
        model.close();
        if (isTraining()) {
            home.model().close();
            ended.run();
        }
    }

    private void arrive(Destination destination) {
        frame.leaveSearch();
        back();
        var loaded = screens.load(destination, model.session().texts());
        if (destination.isOverPage()) {
            over = Optional.of(loaded);
            frame.cover(loaded.root());
            loaded.view().enter(destination);
        } else {
            page.view().leave();
            show(loaded, destination);
        }
    }

    private void show(Screens.Loaded loaded, Destination destination) {
        page = loaded;
        model.arrive(destination);
        frame.show(loaded.root());
        loaded.view().enter(destination);
        frame.readFromTheBeginning();
    }

    private ShellView newFrame() {
        var loaded = screens.loadFrame(model.session().texts());
        var view = (ShellView) loaded.view();
        view.drive(this);
        scene.setRoot(loaded.root());
        fitText(view);
        return view;
    }

    /// A change of language draws the frame and the page anew.
    private void speakAnew() {
        back();
        page.view().leave();
        frame.leave();
        frame = newFrame();
        var place = model.placeProperty().get();
        show(screens.load(place, model.session().texts()), place);
    }

    /// A large screen has larger letters by itself, as long as nobody asked for a size of their own.
    private void fitText(ShellView shown) {
        var size = home.model().session().textSizeProperty().get();
        largeScreen(scene.getRoot(), isLarge(scene.getWidth()) && size == TextSize.NORMAL);
        shown.magnify(size);
    }

    static boolean isLarge(double width) {
        return width >= LARGE_SCREEN;
    }

    static void largeScreen(Parent root, boolean large) {
        root.getStyleClass().remove("large-screen");
        if (large) {
            root.getStyleClass().add("large-screen");
        }
    }

    /// Enter presses the button that has the focus, as Space does.
    private void pressFocused(KeyEvent event) {
        pressFocused(scene, event);
    }

    static void pressFocused(Scene scene, KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && scene.getFocusOwner() instanceof ButtonBase button) {
            event.consume();
            button.fire();
        }
    }

    private void shortCut(KeyEvent event) {
        if (model.session().person().isEmpty() || frame.isHeld()) {
            return;
        }
        boolean taken = true;
        switch (event.getCode()) {
            case F1 -> {
                taken = isTraining();
                if (taken) {
                    go(new Destination.Simulators());
                }
            }
            case F2 -> go(new Destination.Till());
            case F3 -> go(new Destination.OpenShift());
            case F4 -> go(new Destination.Count());
            case F5 -> go(new Destination.Move(Kind.PAID_IN));
            case F6 -> go(new Destination.Move(Kind.PAID_OUT));
            case F7 -> go(new Destination.Move(Kind.SAFE_DROP));
            case F8 -> go(new Destination.Move(Kind.NO_SALE));
            case F9 -> go(new Destination.Move(Kind.REFUND));
            case F10 -> go(new Destination.Reports());
            case F11 -> go(new Destination.Entries());
            case F12 -> lock();
            case K -> {
                taken = event.isShortcutDown();
                if (taken) {
                    frame.search();
                }
            }
            case ESCAPE -> {
                taken = frame.leaveSearch();
                if (!taken) {
                    taken = over.isPresent();
                    back();
                }
            }
            default -> taken = false;
        }
        if (taken) {
            event.consume();
        }
    }
}
