package org.countinghouse.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.countinghouse.app.device.DeviceCardView;
import org.countinghouse.app.device.DeviceFormView;
import org.countinghouse.app.device.DeviceSetup;
import org.countinghouse.app.device.DevicesView;
import org.countinghouse.app.device.DevicesViewModel;
import org.countinghouse.app.device.FindView;
import org.countinghouse.app.device.ImportListView;
import org.countinghouse.app.device.TeachView;
import org.countinghouse.app.device.TrialView;
import org.countinghouse.app.firstrun.FirstRunView;
import org.countinghouse.app.firstrun.FirstRunViewModel;
import org.countinghouse.app.firstrun.FirstShop;
import org.countinghouse.app.firstrun.Staging;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.CurrencyBook;
import org.countinghouse.app.shell.Ids;
import org.countinghouse.app.shell.LoneWindow;
import org.countinghouse.app.shell.Screen;
import org.countinghouse.app.shell.Screens;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.app.shell.ShopFile;
import org.countinghouse.app.shell.View;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.resources.Language;

/// The first start of a data folder, put together: its window, and what came of it.
public final class FirstRun {
    private static final String FILE = "firstrun/FirstRun.fxml";

    private final Staging staging;
    private final CompletableFuture<Boolean> over = new CompletableFuture<>();
    private final LoneWindow window;

    /// Only on the screen thread.
    ///
    /// @param data an empty data folder, taken
    /// @param here the time zone this computer is set to
    /// @param worker where work may wait
    public FirstRun(Path data, Clock clock, ZoneId here, Language language, Executor worker) {
        staging = Staging.begin(data);
        var session = new Session(nameless(here), language, new Ids()::next);
        var background = new Background(worker, new Screen());
        var task = new FirstShop(staging, (folder, shop) -> make(folder, shop, clock));
        var model = new FirstRunViewModel(session, task, background, here, () -> over.complete(true));
        var setup = new DeviceSetup(staging.devices(), List::of, here);
        window = new LoneWindow(new Screens(views(model, session, setup, background)), FILE, session);
    }

    /// What the pages of the devices ask of a shop, as long as there is none.
    private static Shop nameless(ZoneId here) {
        return new Shop(
                "",
                new TillId("1"),
                here,
                List.of(CurrencyBook.load().apply("USD")),
                List.of(),
                new Shop.Reasons(List.of(), List.of(), List.of(), List.of()),
                new Shop.Limits(List.of(), List.of(), List.of()));
    }

    private static void make(Path folder, ShopFile shop, Clock clock) {
        Station.open(folder, () -> shop, Optional.empty(), clock).close();
    }

    private static Map<Class<?>, Supplier<? extends View>> views(
            FirstRunViewModel model, Session session, DeviceSetup setup, Background background) {
        return Map.ofEntries(
                Counter.view(FirstRunView.class, () -> new FirstRunView(model, session)),
                Counter.view(
                        DevicesView.class,
                        () -> new DevicesView(new DevicesViewModel(session, setup, background), session)),
                Counter.view(DeviceCardView.class, () -> new DeviceCardView(session)),
                Counter.view(DeviceFormView.class, () -> new DeviceFormView(session)),
                Counter.view(FindView.class, () -> new FindView(session)),
                Counter.view(ImportListView.class, ImportListView::new),
                Counter.view(TrialView.class, () -> new TrialView(session)),
                Counter.view(TeachView.class, () -> new TeachView(session)));
    }

    LoneWindow window() {
        return window;
    }

    /// The window was closed: what was not finished is thrown away.
    void closed() {
        if (over.complete(false)) {
            staging.giveUp();
        }
    }

    /// Waits for the end.
    ///
    /// @return whether there is a shop now
    boolean isSetUp() {
        return over.join();
    }
}
