package org.countinghouse.app;

import java.util.Map;
import java.util.function.Supplier;
import org.countinghouse.app.backoffice.AccountsView;
import org.countinghouse.app.backoffice.AccountsViewModel;
import org.countinghouse.app.backoffice.AuditTrail;
import org.countinghouse.app.backoffice.AuditView;
import org.countinghouse.app.backoffice.AuditViewModel;
import org.countinghouse.app.backoffice.CashFigures;
import org.countinghouse.app.backoffice.CashFiguresViewModel;
import org.countinghouse.app.backoffice.CorrectionView;
import org.countinghouse.app.backoffice.ExportHistory;
import org.countinghouse.app.backoffice.ShiftsView;
import org.countinghouse.app.backoffice.ShiftsViewModel;
import org.countinghouse.app.backoffice.ShopAccounts;
import org.countinghouse.app.backoffice.ShopShifts;
import org.countinghouse.app.backoffice.TodayView;
import org.countinghouse.app.backoffice.TodayViewModel;
import org.countinghouse.app.backoffice.TodaysShop;
import org.countinghouse.app.backup.BackupView;
import org.countinghouse.app.backup.BackupViewModel;
import org.countinghouse.app.catalogue.CatalogueView;
import org.countinghouse.app.catalogue.CatalogueViewModel;
import org.countinghouse.app.catalogue.ShopCatalogue;
import org.countinghouse.app.device.DeviceCardView;
import org.countinghouse.app.device.DeviceFormView;
import org.countinghouse.app.device.DevicesView;
import org.countinghouse.app.device.DevicesViewModel;
import org.countinghouse.app.device.FindView;
import org.countinghouse.app.device.ImportListView;
import org.countinghouse.app.device.TeachView;
import org.countinghouse.app.device.TrialView;
import org.countinghouse.app.people.PeopleView;
import org.countinghouse.app.people.PeopleViewModel;
import org.countinghouse.app.people.PersonCardView;
import org.countinghouse.app.people.PersonFormView;
import org.countinghouse.app.people.PinPadView;
import org.countinghouse.app.people.RightsView;
import org.countinghouse.app.people.ShopPeople;
import org.countinghouse.app.safe.BackRoom;
import org.countinghouse.app.safe.FloatPlanView;
import org.countinghouse.app.safe.SafeActionView;
import org.countinghouse.app.safe.SafeView;
import org.countinghouse.app.safe.SafeViewModel;
import org.countinghouse.app.settings.RatesView;
import org.countinghouse.app.settings.RatesViewModel;
import org.countinghouse.app.settings.RulesView;
import org.countinghouse.app.settings.RulesViewModel;
import org.countinghouse.app.settings.SettingsView;
import org.countinghouse.app.settings.SettingsViewModel;
import org.countinghouse.app.settings.ShopRules;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.support.SupportView;
import org.countinghouse.app.support.SupportViewModel;
import org.countinghouse.app.sync.CloudView;
import org.countinghouse.app.sync.CloudViewModel;

/// The pages of the back office, put together.
final class Office {
    private Office() {}

    /// @param desk where a second person can be asked
    static Map<Class<?>, Supplier<? extends View>> views(
            Counter.Ports ports, Desk desk, Session session, Background background) {
        var shop = ports.shop();
        return Map.ofEntries(
                Counter.view(
                        TodayView.class,
                        () -> new TodayView(
                                new TodayViewModel(session, new TodaysShop(desk, shop), background, ports.clock()),
                                new CashFiguresViewModel(session, new CashFigures(desk, shop), background),
                                session)),
                Counter.view(
                        AuditView.class,
                        () -> new AuditView(
                                new AuditViewModel(
                                        session, new AuditTrail(desk, shop, ports.papers(), ports.proof()), background),
                                session)),
                Counter.view(CorrectionView.class, () -> new CorrectionView(session)),
                Counter.view(
                        ShiftsView.class,
                        () -> new ShiftsView(
                                new ShiftsViewModel(session, new ShopShifts(desk, shop), background), session)),
                Counter.view(
                        AccountsView.class,
                        () -> new AccountsView(
                                new AccountsViewModel(
                                        session,
                                        new ShopAccounts(desk, shop, ports.exports()),
                                        new ExportHistory(desk, shop.zone()),
                                        background),
                                session)),
                Counter.view(
                        SafeView.class,
                        () -> new SafeView(
                                new SafeViewModel(session, new BackRoom(desk, shop, ports.devices()), background),
                                session)),
                Counter.view(SafeActionView.class, () -> new SafeActionView(session)),
                Counter.view(FloatPlanView.class, () -> new FloatPlanView(session)),
                Counter.view(
                        PeopleView.class,
                        () -> new PeopleView(
                                new PeopleViewModel(session, new ShopPeople(desk, ports.pins()), background), session)),
                Counter.view(PersonCardView.class, () -> new PersonCardView(session)),
                Counter.view(PersonFormView.class, () -> new PersonFormView(session)),
                Counter.view(PinPadView.class, () -> new PinPadView(session)),
                Counter.view(RightsView.class, () -> new RightsView(session)),
                Counter.view(
                        RulesView.class,
                        () -> new RulesView(
                                new RulesViewModel(session, new ShopRules(desk), background),
                                new RatesViewModel(session, new ShopRules(desk), background),
                                session)),
                Counter.view(
                        CatalogueView.class,
                        () -> new CatalogueView(
                                new CatalogueViewModel(session, new ShopCatalogue(desk, shop), background), session)),
                Counter.view(RatesView.class, () -> new RatesView(session)),
                Counter.view(
                        DevicesView.class,
                        () -> new DevicesView(
                                new DevicesViewModel(session, ports.setup().orElseThrow(), background), session)),
                Counter.view(DeviceCardView.class, () -> new DeviceCardView(session)),
                Counter.view(DeviceFormView.class, () -> new DeviceFormView(session)),
                Counter.view(FindView.class, () -> new FindView(session)),
                Counter.view(ImportListView.class, ImportListView::new),
                Counter.view(TrialView.class, () -> new TrialView(session)),
                Counter.view(TeachView.class, () -> new TeachView(session)),
                Counter.view(
                        SettingsView.class,
                        () -> new SettingsView(
                                new SettingsViewModel(session, upkeep(ports).settings(), background),
                                upkeep(ports).folders(),
                                session)),
                Counter.view(
                        SupportView.class,
                        () -> new SupportView(
                                new SupportViewModel(upkeep(ports).bundle(), background),
                                upkeep(ports).folders(),
                                session)),
                Counter.view(
                        BackupView.class,
                        () -> new BackupView(
                                new BackupViewModel(
                                        session,
                                        upkeep(ports).backups(),
                                        background,
                                        ports.clock(),
                                        upkeep(ports).restart()),
                                upkeep(ports).folders(),
                                session)),
                Counter.view(
                        CloudView.class,
                        () -> new CloudView(new CloudViewModel(ports.cloud(), shop.zone(), background), session)));
    }

    private static Upkeep upkeep(Counter.Ports ports) {
        return ports.upkeep().orElseThrow();
    }
}
