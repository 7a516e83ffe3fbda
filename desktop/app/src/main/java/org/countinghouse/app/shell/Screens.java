package org.countinghouse.app.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import org.countinghouse.resources.Texts;

/// Loads screens. The one place that knows which file shows a destination; who makes the views is handed in.
public final class Screens {
    private static final String FRAME = "shell/Shell.fxml";

    private final Map<Class<?>, Supplier<? extends View>> views;

    /// @param views for each view class named in an FXML file, who makes one
    public Screens(Map<Class<?>, Supplier<? extends View>> views) {
        this.views = Map.copyOf(views);
    }

    record Loaded(Parent root, View view) {}

    Loaded load(Destination destination, Texts texts) {
        return load(file(destination), texts);
    }

    Loaded loadFrame(Texts texts) {
        return load(FRAME, texts);
    }

    private static String file(Destination destination) {
        return switch (destination) {
            case Destination.SignIn() -> "signin/SignIn.fxml";
            case Destination.OpenShift() -> "shift/OpenShift.fxml";
            case Destination.Till() -> "till/Till.fxml";
            case Destination.Move _ -> "till/Move.fxml";
            case Destination.Machine() -> "machine/Machine.fxml";
            case Destination.OwnPin() -> "people/OwnPin.fxml";
            case Destination.Count(), Destination.CountParked _ -> "count/Count.fxml";
            case Destination.Recount() -> "count/Recount.fxml";
            case Destination.LeaveShift() -> "shift/LeaveShift.fxml";
            case Destination.Waiting() -> "shift/Waiting.fxml";
            case Destination.Reports() -> "report/Reports.fxml";
            case Destination.Entries(), Destination.EntryOfToday _ -> "backoffice/Entries.fxml";
            case Destination.Office(var page) -> file(page);
            case Destination.OfficeAt(var chosen) -> file(chosen.page());
            case Destination.Simulators() -> "device/Simulators.fxml";
        };
    }

    private static String file(OfficePage page) {
        return switch (page) {
            case TODAY -> "backoffice/Today.fxml";
            case PEOPLE -> "people/People.fxml";
            case SAFE -> "safe/Safe.fxml";
            case RULES -> "settings/Rules.fxml";
            case CATALOGUE -> "catalogue/Catalogue.fxml";
            case DEVICES -> "device/Devices.fxml";
            case CLOUD -> "sync/Cloud.fxml";
            case AUDIT -> "backoffice/Audit.fxml";
            case ACCOUNTS -> "backoffice/Accounts.fxml";
            case SHIFTS -> "backoffice/Shifts.fxml";
            case BACKUP -> "backup/Backup.fxml";
            case SETTINGS -> "settings/Settings.fxml";
        };
    }

    /// @param file under the application's package, such as `shell/Shell.fxml`
    Loaded load(String file, Texts texts) {
        var address = Objects.requireNonNull(Screens.class.getResource("/org/countinghouse/app/" + file), file);
        var loader = new FXMLLoader(address, new TextBundle(texts));
        loader.setControllerFactory(this::view);
        try {
            Parent root = loader.load();
            return new Loaded(root, loader.getController());
        } catch (IOException e) {
            throw new UncheckedIOException("the screen " + file + " cannot be loaded", e);
        }
    }

    private View view(Class<?> type) {
        var maker = views.get(type);
        if (maker == null) {
            throw new IllegalStateException("nobody makes a " + type.getSimpleName());
        }
        return maker.get();
    }
}
