package org.countinghouse.app.report;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.Papers;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.app.shell.Spool;
import org.countinghouse.device.Slip;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.report.Figures;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.reports.CashMoveSlip;
import org.countinghouse.reports.LedgerHead;
import org.countinghouse.reports.Letterhead;
import org.countinghouse.reports.SaleReceipt;
import org.countinghouse.reports.Templates;
import org.countinghouse.reports.XSlip;
import org.countinghouse.reports.ZSlip;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.Texts;
import org.countinghouse.store.JournalReader;
import org.countinghouse.wire.Hash;

/// The station's slips on their way to its printer.
public final class StationPapers implements Papers {
    /// So long a screen waits to say that a slip came out; then it says that it is on its way.
    public static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Shop shop;
    private final Desk desk;
    private final JournalReader reader;
    private final Templates templates;
    private final Optional<Spool> spool;
    private final Duration patience;
    private final InstantSource clock;
    private final Map<Language, Texts> texts = new HashMap<>();

    /// @param patience how long a call waits for a slip to come out
    public StationPapers(
            Shop shop,
            Desk desk,
            JournalReader reader,
            Templates templates,
            Optional<Spool> spool,
            Duration patience,
            InstantSource clock) {
        this.shop = shop;
        this.desk = desk;
        this.reader = reader;
        this.templates = templates;
        this.spool = spool;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public boolean hasSlip(Entry entry) {
        return entry.fact() instanceof SaleMade || entry.fact() instanceof ZReported || CashMoveSlip.isOf(entry);
    }

    @Override
    public Printed slip(Entry entry, Language language) {
        var letterhead = letterhead(language);
        return print(entry.id().toString(), of(entry, letterhead), true, false, letterhead);
    }

    @Override
    public Printed copy(Entry entry, Language language) {
        var letterhead = letterhead(language);
        var marked = of(entry, letterhead).marked(letterhead.texts().text("slip.copyMark"));
        return print(copyKey(entry), marked, false, false, letterhead);
    }

    @Override
    public Optional<Printed> copyOnItsWay(Entry entry) {
        return spool.flatMap(each -> each.onItsWay(copyKey(entry))).map(Printed::of);
    }

    private static String copyKey(Entry entry) {
        return "copy of " + entry.id();
    }

    /// Receipts and vouchers are called by the number of their entry, as it stands on them.
    private Slip of(Entry entry, Letterhead letterhead) {
        return switch (entry.fact()) {
            case SaleMade _ -> numbered(SaleReceipt.of(entry, letterhead), entry);
            case ZReported _ -> ZSlip.of(entry, head(entry.sequence()), letterhead);
            default -> numbered(CashMoveSlip.of(entry, letterhead), entry);
        };
    }

    private static Slip numbered(Slip slip, Entry entry) {
        return new Slip(slip.title() + " " + entry.sequence(), slip.lines());
    }

    @Override
    public Printed x(TillId till, boolean cashShown, Language language) {
        record SoFar(Shift shift, Figures figures) {}
        Optional<SoFar> open = desk.ask(books -> books.openShift(till)
                .map(shift ->
                        new SoFar(shift, Figures.of(books.figures(shift.id()).tallies()))));
        var letterhead = letterhead(language);
        return open.map(soFar -> print(
                        "x of " + till.name() + (cashShown ? ", with cash" : ""),
                        XSlip.of(
                                soFar.shift(),
                                soFar.figures(),
                                clock.instant(),
                                head(reader.lastSequence()),
                                cashShown ? XSlip.CashFigures.SHOWN : XSlip.CashFigures.HIDDEN,
                                letterhead),
                        false,
                        cashShown,
                        letterhead))
                .orElseGet(Printed.NothingOpen::new);
    }

    private Printed print(String key, Slip slip, boolean once, boolean tellsCash, Letterhead letterhead) {
        var wish = new Spool.Wish(key, slip, once, letterhead.texts().text("slip.duplicateMark"), tellsCash);
        return spool.map(each -> each.print(wish, patience)).orElseGet(Printed.NoPrinter::new);
    }

    /// What heads every paper of this shop.
    public Letterhead letterhead(Language language) {
        Map<String, String> people =
                desk.ask(books -> books.people().stream().collect(Collectors.toMap(Person::employee, Person::name)));
        synchronized (texts) {
            return new Letterhead(
                    shop.name(),
                    shop.zone(),
                    shop.currencies(),
                    people,
                    texts.computeIfAbsent(language, Texts::load),
                    templates);
        }
    }

    /// The ledger with this entry at its head.
    public LedgerHead head(long sequence) {
        var stream = reader.stream();
        Hash hash = reader.hash(sequence).orElse(reader.genesis());
        return new LedgerHead(stream.station(), stream.epoch(), sequence, hash.hex());
    }
}
