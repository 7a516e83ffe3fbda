package org.countinghouse.app;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.countinghouse.app.backoffice.EntriesView;
import org.countinghouse.app.backoffice.EntriesViewModel;
import org.countinghouse.app.backoffice.TodaysEntries;
import org.countinghouse.app.count.CloseShift;
import org.countinghouse.app.count.CountView;
import org.countinghouse.app.count.CountViewModel;
import org.countinghouse.app.count.RecountTill;
import org.countinghouse.app.count.RecountView;
import org.countinghouse.app.count.RecountViewModel;
import org.countinghouse.app.device.DeviceSetup;
import org.countinghouse.app.device.DeviceStripView;
import org.countinghouse.app.device.DeviceStripViewModel;
import org.countinghouse.app.device.PrintJobsView;
import org.countinghouse.app.device.PrintJobsViewModel;
import org.countinghouse.app.device.SimulatedMachineView;
import org.countinghouse.app.device.SimulatedMachineViewModel;
import org.countinghouse.app.device.SimulatedPrinterView;
import org.countinghouse.app.device.SimulatedPrinterViewModel;
import org.countinghouse.app.device.SimulatorsView;
import org.countinghouse.app.machine.MachineWatch;
import org.countinghouse.app.machine.MovementViewModel;
import org.countinghouse.app.machine.OwedViewModel;
import org.countinghouse.app.machine.SettleViewModel;
import org.countinghouse.app.machine.TillMachine;
import org.countinghouse.app.palette.Finder;
import org.countinghouse.app.palette.PaletteView;
import org.countinghouse.app.palette.PaletteViewModel;
import org.countinghouse.app.people.OwnPinView;
import org.countinghouse.app.people.OwnPinViewModel;
import org.countinghouse.app.people.ShopPeople;
import org.countinghouse.app.report.Reports;
import org.countinghouse.app.report.ReportsView;
import org.countinghouse.app.report.ReportsViewModel;
import org.countinghouse.app.shell.ApprovalView;
import org.countinghouse.app.shell.ApprovalViewModel;
import org.countinghouse.app.shell.ApprovingDesk;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.CashMachines;
import org.countinghouse.app.shell.Catalogue;
import org.countinghouse.app.shell.CountDrafts;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Exports;
import org.countinghouse.app.shell.KeptCount;
import org.countinghouse.app.shell.Look;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Papers;
import org.countinghouse.app.shell.Pins;
import org.countinghouse.app.shell.Proof;
import org.countinghouse.app.shell.Screen;
import org.countinghouse.app.shell.Screens;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Shell;
import org.countinghouse.app.shell.ShellView;
import org.countinghouse.app.shell.ShellViewModel;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.app.shell.Spool;
import org.countinghouse.app.shell.TableExport;
import org.countinghouse.app.shell.Training;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shift.LeaveShiftView;
import org.countinghouse.app.shift.LeaveShiftViewModel;
import org.countinghouse.app.shift.OpenShift;
import org.countinghouse.app.shift.OpenShiftView;
import org.countinghouse.app.shift.OpenShiftViewModel;
import org.countinghouse.app.shift.PassShift;
import org.countinghouse.app.shift.WaitingView;
import org.countinghouse.app.shift.WaitingViewModel;
import org.countinghouse.app.signin.SignIn;
import org.countinghouse.app.signin.SignInView;
import org.countinghouse.app.signin.SignInViewModel;
import org.countinghouse.app.sync.CloudCopy;
import org.countinghouse.app.sync.SyncStripView;
import org.countinghouse.app.sync.SyncStripViewModel;
import org.countinghouse.app.till.BasketView;
import org.countinghouse.app.till.DuePayment;
import org.countinghouse.app.till.GivenView;
import org.countinghouse.app.till.MoveView;
import org.countinghouse.app.till.MoveViewModel;
import org.countinghouse.app.till.PaymentView;
import org.countinghouse.app.till.ReceiptView;
import org.countinghouse.app.till.TillView;
import org.countinghouse.app.till.TillViewModel;
import org.countinghouse.app.till.Trade;
import org.countinghouse.device.CashDrawer;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.resources.Language;
import org.countinghouse.store.search.SearchIndex;

/// The screens of one station, put together.
public final class Counter {
    /// What the screens ask of the rest of the station.
    ///
    /// @param spool the way of slips to the printer; empty when there is none
    /// @param layouts what is wrong with the shop's own layouts of slips, when something is
    /// @param devices asks every device how it does; may wait
    /// @param ids UUIDv7, a new one each time
    /// @param worker where work may wait: virtual threads, or one worker
    /// @param look the theme, kept over restarts
    /// @param training where people practise; without it nobody can
    /// @param drafts where counts that are not sealed yet are kept
    /// @param setup what an installer does with the devices; empty in training, which offers no page for it
    /// @param machines the connected cash machines
    /// @param exports where files for others lie; empty in training, where none are made
    /// @param proof of the ledger's entries; empty where there is nothing to prove, as in training
    /// @param upkeep settings, backups and the bundle for support; empty in training, which offers no page for them
    /// @param index of the desk's entries; without one they are read through, as in training
    public record Ports(
            Shop shop,
            Desk desk,
            Pins pins,
            Papers papers,
            Optional<Spool> spool,
            Optional<Notice> layouts,
            Optional<CashDrawer> drawer,
            Supplier<List<DeviceHealth>> devices,
            CloudCopy cloud,
            InstantSource clock,
            Supplier<UUID> ids,
            Executor worker,
            Look look,
            Optional<TrainingRoom> training,
            CountDrafts drafts,
            Optional<DeviceSetup> setup,
            Optional<Proof> proof,
            CashMachines machines,
            Optional<Exports> exports,
            Optional<Upkeep> upkeep,
            Optional<SearchIndex> index) {}

    private Counter() {}

    /// Makes the window's content. Only on the screen thread.
    public static Shell open(Ports ports, Language language) {
        var session = new Session(ports.shop(), language, ports.ids());
        var background = new Background(ports.worker(), new Screen());
        session.themeProperty().set(ports.look().theme());
        session.textSizeProperty().set(ports.look().textSize());
        session.themeProperty()
                .subscribe((_, theme) -> keep(background, () -> ports.look().choose(theme)));
        session.textSizeProperty()
                .subscribe((_, size) -> keep(background, () -> ports.look().choose(size)));
        var opened = new CompletableFuture<Shell>();
        var begin = new CompletableFuture<Runnable>();
        Training training = ports.training()
                .<Training>map(_ -> new Training.Offered(() -> begin.thenAccept(Runnable::run)))
                .orElseGet(Training.NotOffered::new);
        var real = stage(ports, session, background, opened, training);
        var shell = new Shell(real.screens(), real.frame());
        ports.training().ifPresent(room -> {
            var rehearsal = new Rehearsal(ports.desk(), session, background, room);
            begin.complete(() ->
                    rehearsal.begin(shell, real.frame(), prepared -> practice(prepared, session, background, opened)));
        });
        opened.complete(shell);
        return shell;
    }

    private static void keep(Background background, Runnable choice) {
        background.run(
                () -> {
                    choice.run();
                    return true;
                },
                _ -> {},
                _ -> {});
    }

    /// The same screens over a desk and devices to practise with, and the page of those devices.
    private static Rehearsal.Stage practice(
            TrainingRoom.Prepared prepared, Session real, Background background, CompletableFuture<Shell> opened) {
        var ports = prepared.ports();
        var session = new Session(ports.shop(), real.language(), ports.ids());
        session.textSizeProperty().bindBidirectional(real.textSizeProperty());
        real.person().ifPresent(session::begin);
        var machine = new SimulatedMachineViewModel(session, prepared.devices(), background);
        var printer = new SimulatedPrinterViewModel(prepared.devices(), background);
        return stage(
                ports,
                session,
                background,
                opened,
                new Training.Going(),
                view(SimulatorsView.class, SimulatorsView::new),
                view(SimulatedMachineView.class, () -> new SimulatedMachineView(machine, session)),
                view(SimulatedPrinterView.class, () -> new SimulatedPrinterView(printer, session)));
    }

    /// A wish to go somewhere is heard while this counter is the one that is shown: what was begun in training does
    /// not turn the real counter's pages.
    @SafeVarargs
    private static Rehearsal.Stage stage(
            Ports ports,
            Session session,
            Background background,
            CompletableFuture<Shell> opened,
            Training training,
            Map.Entry<Class<?>, Supplier<? extends View>>... more) {
        Catalogue.follow(session, ports.desk(), background);
        var frame = new ShellViewModel(session, ports.desk(), background, ports.clock(), ports.layouts(), training);
        Consumer<Consumer<Shell>> shown = act -> opened.thenAccept(shell -> {
            if (shell.shows(frame)) {
                act.accept(shell);
            }
        });
        Consumer<Destination> go = destination -> shown.accept(shell -> shell.go(destination));
        Runnable back = () -> shown.accept(Shell::back);
        var views = new HashMap<Class<?>, Supplier<? extends View>>(
                views(ports, session, background, frame, go, back, () -> shown.accept(Shell::lock)));
        var finder = Finder.of(ports.desk(), ports.shop(), ports.index());
        var ways =
                new PaletteViewModel.Ways(go, () -> shown.accept(Shell::lock), () -> shown.accept(Shell::endTraining));
        views.put(
                PaletteView.class,
                () -> new PaletteView(new PaletteViewModel(session, frame, finder, background, ways), session));
        for (var each : more) {
            views.put(each.getKey(), each.getValue());
        }
        return new Rehearsal.Stage(new Screens(views), frame);
    }

    private static Map<Class<?>, Supplier<? extends View>> views(
            Ports ports,
            Session session,
            Background background,
            ShellViewModel frame,
            Consumer<Destination> go,
            Runnable back,
            Runnable lock) {
        var approval = new ApprovalViewModel(session, ports.desk(), ports.pins(), background);
        var desk = new ApprovingDesk(ports.desk(), approval);
        var shop = ports.shop();
        var trade = new Trade(desk, shop, ports.drawer(), ports.papers());
        var till = new TillViewModel(session, trade, background);
        var devices = new DeviceStripViewModel(ports.devices(), background);
        var slips = new PrintJobsViewModel(session, ports.spool(), background, ports.layouts());
        var cloud = new SyncStripViewModel(ports.cloud(), shop.zone());
        var due = new DuePayment(till);
        var machine = new TillMachine(ports.machines(), desk, shop, approval);
        var watch = new MachineWatch(machine, background);
        var movement = new MovementViewModel(session, machine, watch, due, background, go);
        var settle = new SettleViewModel(session, machine, watch, movement, background);
        var owed = new OwedViewModel(session, machine, watch, due, background, till::openDrawer);
        var signIn = new SignIn(ports.desk(), shop.till(), ports.pins(), ports.drafts());
        Supplier<KeptCount> kept = () -> new KeptCount(session, ports.drafts(), background, ports.clock());
        var pass = new PassShift(desk, shop);
        var recount = new RecountTill(desk, shop);
        var openShift = new OpenShift(desk, shop);
        var closeShift = new CloseShift(desk, shop, ports.papers());
        var reports = new Reports(desk, shop, ports.papers());
        var entries = new TodaysEntries(desk);
        var export = new TableExport(ports.exports(), session, background, ports.clock(), frame::tell);
        var views = new HashMap<Class<?>, Supplier<? extends View>>(Map.ofEntries(
                view(ShellView.class, () -> new ShellView(frame, export)),
                view(ApprovalView.class, () -> new ApprovalView(approval, session)),
                view(DeviceStripView.class, () -> new DeviceStripView(devices, slips, session)),
                view(PrintJobsView.class, () -> new PrintJobsView(slips, session)),
                view(SyncStripView.class, () -> new SyncStripView(cloud, session)),
                view(
                        SignInView.class,
                        () -> new SignInView(new SignInViewModel(session, signIn, background, go), session)),
                view(
                        OpenShiftView.class,
                        () -> new OpenShiftView(
                                new OpenShiftViewModel(session, openShift, background, kept.get(), go), session, go)),
                view(
                        LeaveShiftView.class,
                        () -> new LeaveShiftView(new LeaveShiftViewModel(session, pass, background, go), session, go)),
                view(
                        WaitingView.class,
                        () -> new WaitingView(
                                new WaitingViewModel(session, pass, background, kept.get(), go), session, lock)),
                view(
                        RecountView.class,
                        () -> new RecountView(
                                new RecountViewModel(session, recount, background, kept.get()), session, go)),
                view(TillView.class, () -> new TillView(till, session, go)),
                view(BasketView.class, () -> new BasketView(till, session)),
                view(GivenView.class, () -> new GivenView(till, session)),
                view(PaymentView.class, () -> new PaymentView(till, session)),
                view(ReceiptView.class, () -> new ReceiptView(till, session)),
                view(
                        MoveView.class,
                        () -> new MoveView(
                                new MoveViewModel(session, trade, background, till, movement, back), session, back)),
                view(
                        CountView.class,
                        () -> new CountView(
                                new CountViewModel(session, closeShift, background, kept.get()), session, go)),
                view(
                        ReportsView.class,
                        () -> new ReportsView(new ReportsViewModel(session, reports, background), session)),
                view(
                        OwnPinView.class,
                        () -> new OwnPinView(
                                new OwnPinViewModel(
                                        session,
                                        new ShopPeople(ports.desk(), ports.pins()),
                                        background,
                                        frame::tell,
                                        back),
                                session,
                                back)),
                view(
                        EntriesView.class,
                        () -> new EntriesView(new EntriesViewModel(session, entries, background), session))));
        views.putAll(MachineScreens.views(session, watch, movement, settle, owed, go, back));
        views.putAll(Office.views(ports, desk, session, background));
        return views;
    }

    static <V extends View> Map.Entry<Class<?>, Supplier<? extends View>> view(Class<V> type, Supplier<V> maker) {
        return Map.entry(type, maker);
    }
}
