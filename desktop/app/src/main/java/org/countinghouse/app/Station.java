package org.countinghouse.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.countinghouse.app.device.Bridge;
import org.countinghouse.app.shell.BackupState;
import org.countinghouse.app.shell.Copies;
import org.countinghouse.app.shell.CurrencyBook;
import org.countinghouse.app.shell.Elsewhere;
import org.countinghouse.app.shell.GuardedPins;
import org.countinghouse.app.shell.Ids;
import org.countinghouse.app.shell.JournalDesk;
import org.countinghouse.app.shell.Safekeeping;
import org.countinghouse.app.shell.ShopFile;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.app.shell.TrainingDesk;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.BusinessDay;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.ShopSetUp;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.people.PersonAdded;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.store.Backups;
import org.countinghouse.store.DataFolder;
import org.countinghouse.store.Journal;
import org.countinghouse.store.JournalReader;
import org.countinghouse.store.StationKey;
import org.countinghouse.wire.Stream;

/// One counter's computer: the only place that wires things together.
public final class Station implements AutoCloseable {
    private final DataFolder folder;
    private final StationKey key;
    private final CurrencyBook currencies;
    private final ShopFile shop;
    private final Journal journal;
    private final JournalReader reader;
    private final JournalDesk desk;
    private final GuardedPins pins;
    private final Safekeeping safekeeping;
    private final Ids ids = new Ids();
    private final Clock clock;
    private final LongSupplier nanos;

    private Station(
            DataFolder folder,
            ShopFile shop,
            String stationName,
            Clock clock,
            LongSupplier nanos,
            Elsewhere elsewhere) {
        this.folder = folder;
        this.clock = clock;
        this.nanos = nanos;
        this.key = StationKey.in(folder.path());
        this.currencies = CurrencyBook.load();
        this.shop = shop;
        BusinessDay day = shop.day();
        var now = clock.instant();
        this.journal = Journal.open(
                folder,
                currencies,
                new Journal.Birth(
                        new Stream(shop.tenant(), stationName, 1), key, ids.next(), now, day.of(now), Version.number()),
                elsewhere.mark());
        this.reader = journal.reader();
        this.desk = new JournalDesk(journal, reader, day, clock, nanos, ids::next);
        this.pins = new GuardedPins(desk, reader, key, ids, clock, nanos);
        this.safekeeping = new Safekeeping(journal, new Backups(folder.path(), elsewhere.backups()), clock);
        desk.watch(safekeeping::afterCommit);
    }

    /// Opens the station of a data folder, setting a new one up.
    ///
    /// @param shopIfNew the shop a new folder is set up for
    /// @param nameIfNew the new station's name on the wire; without it that of the shop's first till
    /// @throws org.countinghouse.store.JournalUnavailable when another station holds the folder or it
    ///        is damaged
    public static Station open(Path data, Supplier<ShopFile> shopIfNew, Optional<String> nameIfNew, Clock clock) {
        return open(data, shopIfNew, nameIfNew, clock, Elsewhere.nowhere());
    }

    /// @param elsewhere where a second high-water mark and second backups are kept
    static Station open(
            Path data, Supplier<ShopFile> shopIfNew, Optional<String> nameIfNew, Clock clock, Elsewhere elsewhere) {
        return open(data, shopIfNew, nameIfNew, clock, System::nanoTime, elsewhere);
    }

    /// The same with a clock that does not run but is set, as an import's is; that is no jump.
    public static Station openAtSetTime(
            Path data, Supplier<ShopFile> shopIfNew, Optional<String> nameIfNew, Clock clock) {
        LongSupplier nanos = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        return open(data, shopIfNew, nameIfNew, clock, nanos, Elsewhere.nowhere());
    }

    private static Station open(
            Path data,
            Supplier<ShopFile> shopIfNew,
            Optional<String> nameIfNew,
            Clock clock,
            LongSupplier nanos,
            Elsewhere elsewhere) {
        var folder = DataFolder.take(data);
        try {
            boolean old = ShopFile.isIn(data);
            ShopFile shop = old ? ShopFile.in(data) : shopIfNew.get();
            String name = nameIfNew.orElseGet(
                    () -> Journal.stationIn(data).orElse(shop.tills().getFirst().station()));
            var station = new Station(folder, shop, name, clock, nanos, elsewhere);
            if (!old && station.desk.doubt().isEmpty()) {
                station.setUp();
            }
            return station;
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /// Writes what is missing; stopped half way, the next start writes the rest.
    private void setUp() {
        if (desk.ask(books -> books.shop().isEmpty())) {
            carryOut(new Command.SetUpShop(new ShopSetUp(
                    shop.name(),
                    shop.currencies(),
                    shop.tills().stream().map(ShopFile.Till::id).toList(),
                    shop.zone())));
        }
        for (ShopFile.Employee employee : shop.employees()) {
            if (desk.ask(books -> books.person(employee.employee()).isEmpty())) {
                carryOut(new Command.AddPerson(
                        new PersonAdded(employee.employee(), employee.name(), employee.asRole())));
            }
            pins.set(employee.employee(), employee.pin().toCharArray());
        }
        shop.keepIn(folder.path());
    }

    private void carryOut(Command command) {
        Answer answer = desk.perform(new Order(ids.next(), Entry.STATION, Optional.empty(), command));
        if (!(answer instanceof Answer.Done)) {
            throw new StationFault("the shop could not be set up: " + answer);
        }
    }

    public Path data() {
        return folder.path();
    }

    public ShopFile shop() {
        return shop;
    }

    public CurrencyBook currencies() {
        return currencies;
    }

    /// The shop's currencies, the main one first.
    public List<Currency> shopCurrencies() {
        return currencies.all(shop.currencies());
    }

    public JournalDesk desk() {
        return desk;
    }

    public JournalReader reader() {
        return reader;
    }

    public GuardedPins pins() {
        return pins;
    }

    /// A new desk to practise at.
    public TrainingDesk practice() {
        return new TrainingDesk(desk, shop.day(), clock, nanos, ids::next);
    }

    public StationKey key() {
        return key;
    }

    public Ids ids() {
        return ids;
    }

    /// Makes backups from now on: at every shift's close, and daily.
    public void backUp() {
        safekeeping.backUp();
    }

    /// How it stands with the backups.
    public BackupState backups() {
        return safekeeping.state();
    }

    /// The backups, to look at and to make one.
    public Copies copies() {
        return safekeeping;
    }

    public Clock clock() {
        return clock;
    }

    /// Where this station's cash machines write down what they do.
    public Bridge.Books machineBooks() {
        return new Bridge.Books(desk, reader::find, currencies, till(), ids::next);
    }

    /// The same for the simulated ones somebody practises with.
    public Bridge.Books machineBooks(TrainingDesk practice) {
        return new Bridge.Books(practice, practice::find, currencies, till(), ids::next);
    }

    /// The till that stands at this station.
    public TillId till() {
        String name = reader.stream().station();
        return shop.tills().stream()
                .filter(till -> till.station().equals(name))
                .findFirst()
                .orElse(shop.tills().getFirst())
                .id();
    }

    @Override
    public void close() {
        pins.close();
        // The desk first: it still has to tell of the last entries, and a shift's close asks for a backup.
        desk.close();
        safekeeping.close();
        reader.close();
        journal.close();
        folder.close();
    }
}
