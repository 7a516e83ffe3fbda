package org.countinghouse.app.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.countinghouse.app.Counter;
import org.countinghouse.app.Upkeep;
import org.countinghouse.app.backup.BackupRoom;
import org.countinghouse.app.device.DeviceSetup;
import org.countinghouse.app.settings.Setting;
import org.countinghouse.app.settings.StationSettings;
import org.countinghouse.app.support.SupportBundle;
import org.countinghouse.app.sync.CloudCopy;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.device.PrintJob;
import org.countinghouse.device.Slip;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.approval.Policy;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.ShopSetUp;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Denomination;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.people.PersonAdded;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.reports.LedgerHead;
import org.countinghouse.resources.Currencies;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;
import org.countinghouse.store.Backups;
import org.countinghouse.store.JournalUnavailable;
import org.countinghouse.wire.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A station of a sample shop, with the real rules behind it and nothing plugged in.
public final class SampleStation implements Pins, Papers {
    private static final JsonMapper JSON = new JsonMapper();

    public final MemoryDesk desk = new MemoryDesk();
    public final Shop shop;
    public final List<Entry> printed = new ArrayList<>();
    public final List<Language> printedIn = new ArrayList<>();
    public Printed printer = new Printed.Out(job(PrintJob.State.PRINTED, PrintJob.Why.NOTHING));
    public final Look look = Look.untilTheEnd();
    public Optional<Spool> spool = Optional.empty();
    public Optional<Notice> layouts = Optional.empty();
    public List<DeviceHealth> devices = List.of(
            new DeviceHealth(
                    "Counter printer", DeviceHealth.Kind.PRINTER, DeviceHealth.Level.WELL, Optional.empty(), "ready"),
            new DeviceHealth(
                    "Counter drawer", DeviceHealth.Kind.DRAWER, DeviceHealth.Level.WELL, Optional.empty(), "shut"),
            new DeviceHealth(
                    "Recycler",
                    DeviceHealth.Kind.CASH_MACHINE,
                    DeviceHealth.Level.FAULT,
                    Optional.of(DeviceFault.JAMMED),
                    "note in the path"));
    public Optional<Proof> proof = Optional.empty();
    public CashMachines machines = CashMachines.NONE;
    public Optional<Exports> exports = Optional.empty();
    public CountDrafts drafts = new MemoryDrafts();
    public Optional<DeviceSetup> setup;
    public Optional<CloudCopy.Details> cloudDetails = Optional.empty();
    public CloudCopy.State cloud = new CloudCopy.State.Online(0);
    public Path settings = Path.of("target", "no-station");
    public Copies copies = new NoCopies();
    public Folders folders = new NoFolders();
    public int restarts;
    private final Map<String, String> pins = new java.util.HashMap<>();
    private int wrong;

    private SampleStation(JsonNode file) {
        var currencies = new ArrayList<Currency>();
        file.get("currencies").forEach(code -> currencies.add(currency(code.asString())));
        shop = new Shop(
                file.get("name").asString(),
                new TillId("1"),
                java.time.ZoneId.of(file.get("zone").asString()),
                currencies,
                each(
                        file.get("items"),
                        item -> new Shop.Item(
                                item.get("item").asString(),
                                names(item.get("name")),
                                sums(item.get("price"), currencies))),
                new Shop.Reasons(
                        reasons(file, "paidIn"),
                        reasons(file, "paidOut"),
                        reasons(file, "noSale"),
                        reasons(file, "refund")),
                new Shop.Limits(
                        sums(file.get("floatTarget"), currencies),
                        sums(file.get("safeDropLimit"), currencies),
                        sums(file.get("overShortLimit"), currencies)));
        setup = Optional.of(new DeviceSetup(Path.of("target", "no-devices"), List::of, shop.zone()));
        setUp(new Command.SetUpShop(new ShopSetUp(
                shop.name(),
                currencies.stream().map(Currency::code).toList(),
                List.of(new TillId("1"), new TillId("2")),
                shop.zone().getId())));
        file.get("employees").forEach(this::add);
    }

    public static SampleStation of(SampleShop sample) {
        try (var in = sample.open()) {
            return new SampleStation(JSON.readTree(in));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// One currency, GBP.
    public static SampleStation bakery() {
        return of(SampleShop.BREAD_BASKET);
    }

    private void add(JsonNode person) {
        String employee = person.get("employee").asString();
        setUp(new Command.AddPerson(new PersonAdded(
                employee,
                person.get("name").asString(),
                Role.valueOf(person.get("role").asString().toUpperCase(Locale.ROOT)))));
        pins.put(employee, person.get("pin").asString());
    }

    private void setUp(Command command) {
        desk.perform(new Order(UUID.randomUUID(), Entry.STATION, Optional.empty(), command));
    }

    /// Files for others lie in this folder; the ledger's head is told by its sequence, and a shift's workbook is a
    /// word.
    public void exportTo(Path folder) {
        exports = Optional.of(new Exports(
                new ExportFolder(folder.resolve("exports")),
                folder.resolve("account-map.json"),
                sequence -> new LedgerHead("1", 1, sequence, String.format("%064x", sequence)),
                (shift, _) -> java.nio.file.Files.writeString(folder.resolve(shift + ".xlsx"), "workbook")));
    }

    public Answer order(Command command) {
        return desk.perform(new Order(UUID.randomUUID(), "dara", Optional.empty(), command));
    }

    /// The owner sets what each role may do, and the shop's reasons.
    public void policy(Policy policy) {
        var owner = desk.ask(books -> books.people().stream()
                .filter(person -> person.role() == Role.OWNER)
                .findFirst()
                .orElseThrow());
        desk.perform(new Order(UUID.randomUUID(), owner.employee(), Optional.empty(), new Command.SetPolicy(policy)));
    }

    public String pin(String employee) {
        return pins.get(employee);
    }

    public Session session() {
        return new Session(shop, Language.ENGLISH, UUID::randomUUID);
    }

    /// A session somebody is signed in to.
    public Session session(String employee) {
        var session = session();
        session.begin(person(employee));
        return session;
    }

    public Person person(String employee) {
        return desk.ask(books -> books.person(employee)).orElseThrow();
    }

    /// Keeps what is typed on this station.
    public KeptCount kept(Session session) {
        return new KeptCount(session, drafts, atOnce(), desk::now);
    }

    /// Works and shows at once, on the thread of the test.
    public static Background atOnce() {
        return new Background(Runnable::run, Runnable::run);
    }

    public Money money(String amount) {
        return Money.parse(amount, shop.mainCurrency());
    }

    public Counter.Ports ports(Executor worker) {
        return new Counter.Ports(
                shop,
                desk,
                this,
                this,
                spool,
                layouts,
                Optional.empty(),
                () -> devices,
                copy(),
                desk::now,
                UUID::randomUUID,
                worker,
                look,
                Optional.empty(),
                drafts,
                setup,
                proof,
                machines,
                exports,
                Optional.of(upkeep()),
                Optional.empty());
    }

    private Upkeep upkeep() {
        return new Upkeep(
                new StationSettings(settings, this::known),
                new BackupRoom(settings, copies, desk, this, () -> new Stream("sample-shop", "counter-1", 1)),
                new SupportBundle(settings, () -> List.of(new SupportBundle.Page("about.txt", "Countinghouse"))),
                folders,
                () -> restarts++);
    }

    private List<Setting> known(StationFile kept) {
        return List.of(
                new Setting("shop", shop.name(), Setting.Origin.SHOP_FILE, Setting.Place.SHOP_FILE),
                new Setting("theme", look.theme().word(), Setting.Origin.DEFAULT, Setting.Place.HERE),
                new Setting(
                        "language",
                        kept.language().orElse("en"),
                        kept.language().isPresent() ? Setting.Origin.STATION_FILE : Setting.Origin.SHOP_FILE,
                        Setting.Place.HERE),
                new Setting("cloud", kept.cloud().orElse(""), Setting.Origin.DEFAULT, Setting.Place.HERE),
                new Setting("data", "/var/lib/countinghouse", Setting.Origin.COMMAND_LINE, Setting.Place.COMMAND_LINE));
    }

    private CloudCopy copy() {
        return new CloudCopy() {
            @Override
            public State state() {
                return cloud;
            }

            @Override
            public Optional<Details> details() {
                return cloudDetails;
            }
        };
    }

    /// A job of a slip called RECEIPT 7.
    public static PrintJob job(PrintJob.State state, PrintJob.Why why) {
        return new PrintJob(1, Slip.titled("RECEIPT 7").build(), state, Optional.empty(), why, "");
    }

    @Override
    public Verdict check(String employee, char[] pin) {
        if (new String(pin).equals(pins.get(employee))) {
            return new Verdict.Right();
        }
        setUp(new Command.RefuseSignIn(employee));
        wrong++;
        return wrong < 5
                ? new Verdict.Wrong(5 - wrong)
                : new Verdict.LockedOut(desk.now().plusSeconds(1800));
    }

    @Override
    public void set(String employee, char[] pin) {
        pins.put(employee, new String(pin));
    }

    @Override
    public boolean has(String employee) {
        return pins.containsKey(employee);
    }

    @Override
    public Printed slip(Entry entry, Language language) {
        printed.add(entry);
        printedIn.add(language);
        return printer;
    }

    @Override
    public Printed copy(Entry entry, Language language) {
        return slip(entry, language);
    }

    @Override
    public Printed x(TillId till, boolean cashShown, Language language) {
        return printer;
    }

    private static Currency currency(String code) {
        try (var in = Currencies.open(code)) {
            var file = JSON.readTree(in);
            return new Currency(
                    code,
                    file.get("digits").asInt(),
                    each(file.get("denominations"), each -> each).stream()
                            .filter(each -> !each.path("rare").asBoolean(false))
                            .map(each -> new Denomination(
                                    each.get("minorUnits").asLong(),
                                    Denomination.Kind.valueOf(
                                            each.get("kind").asString().toUpperCase(Locale.ROOT))))
                            .toList(),
                    Math.max(1, file.get("cashRounding").path("step").asLong(1)));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Shop.Reason> reasons(JsonNode file, String kind) {
        return each(
                file.get("reasons").get(kind),
                reason -> new Shop.Reason(reason.get("reason").asString(), names(reason.get("name"))));
    }

    private static Map<Language, String> names(JsonNode names) {
        var all = new EnumMap<Language, String>(Language.class);
        for (Language language : Language.values()) {
            all.put(
                    language,
                    names.path(language.code()).asString(names.get("en").asString()));
        }
        return all;
    }

    private static List<Money> sums(JsonNode byCode, List<Currency> currencies) {
        return currencies.stream()
                .filter(currency -> byCode.has(currency.code()))
                .map(currency -> Money.parse(byCode.get(currency.code()).asString(), currency))
                .toList();
    }

    private static <T> List<T> each(JsonNode array, Function<JsonNode, T> read) {
        var all = new ArrayList<T>();
        array.forEach(each -> all.add(read.apply(each)));
        return all;
    }

    /// Nobody made a backup.
    private static final class NoCopies implements Copies {
        @Override
        public BackupState state() {
            return new BackupState(false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        @Override
        public List<Backups.Kept> kept() {
            return List.of();
        }

        @Override
        public Backups.Made make(Optional<Path> to, LongPredicate goOn) {
            throw new JournalUnavailable("there is no ledger to back up");
        }
    }

    /// Whoever is asked changes their mind.
    private static final class NoFolders implements Folders {
        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> file(String title) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> newFile(String title, String name) {
            return Optional.empty();
        }
    }
}
