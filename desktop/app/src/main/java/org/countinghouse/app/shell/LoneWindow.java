package org.countinghouse.app.shell;

import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.util.Subscription;

/// One screen in the station's looks, before there is a counter. Another language or theme is shown at once. Only for
/// the screen thread.
public final class LoneWindow {
    private final Screens screens;
    private final String file;
    private final Session session;
    private final Scene scene = new Scene(new Group(), Shell.WIDTH, Shell.HEIGHT);
    private final Subscription life;
    private Screens.Loaded page;

    /// @param file of the screen under the application's package
    public LoneWindow(Screens screens, String file, Session session) {
        this.screens = screens;
        this.file = file;
        this.session = session;
        Shell.loadFonts();
        OncePerPress.guard(scene);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> Shell.pressFocused(scene, event));
        page = draw();
        life = Subscription.combine(
                session.themeProperty().subscribe(theme -> Shell.wear(scene, theme)),
                session.languageProperty().subscribe((_, _) -> {
                    page.view().leave();
                    page = draw();
                    page.view().enter(new Destination.SignIn());
                }),
                scene.widthProperty()
                        .subscribe(width -> Shell.largeScreen(scene.getRoot(), Shell.isLarge(width.doubleValue()))));
    }

    private Screens.Loaded draw() {
        var loaded = screens.load(file, session.texts());
        Shell.largeScreen(loaded.root(), Shell.isLarge(scene.getWidth()));
        scene.setRoot(loaded.root());
        return loaded;
    }

    public Scene scene() {
        return scene;
    }

    public void show(Stage stage) {
        stage.setTitle(session.texts().text("shell.name"));
        Shell.putIcons(stage);
        stage.setScene(scene);
        stage.show();
        page.view().enter(new Destination.SignIn());
    }

    /// Ends what listens.
    public void close() {
        life.unsubscribe();
        page.view().leave();
    }
}
