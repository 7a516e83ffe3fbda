package org.countinghouse.app.report;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.Papers;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.ReceiptPrinter;
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
import org.countinghouse.reports.XSlip;
import org.countinghouse.reports.ZSlip;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.Texts;
import org.countinghouse.store.JournalReader;
import org.countinghouse.wire.Hash;

/// The station's slips on its printer.
public final class StationPapers implements Papers {
    private final Shop shop;
    private final Desk desk;
    private final JournalReader reader;
    private final Optional<ReceiptPrinter> printer;
    private final InstantSource clock;
    private final Map<Language, Texts> texts = new HashMap<>();

    public StationPapers(
            Shop shop, Desk desk, JournalReader reader, Optional<ReceiptPrinter> printer, InstantSource clock) {
        this.shop = shop;
        this.desk = desk;
        this.reader = reader;
        this.printer = printer;
        this.clock = clock;
    }

    @Override
    public Printed slip(Entry entry, Language language) {
        return print(of(entry, letterhead(language)));
    }

    @Override
    public Printed copy(Entry entry, Language language) {
        var letterhead = letterhead(language);
        return print(of(entry, letterhead).marked(letterhead.texts().text("slip.copyMark")));
    }

    private Slip of(Entry entry, Letterhead letterhead) {
        return switch (entry.fact()) {
            case SaleMade _ -> SaleReceipt.of(entry, letterhead);
            case ZReported _ -> ZSlip.of(entry, head(entry.sequence()), letterhead);
            default -> CashMoveSlip.of(entry, letterhead);
        };
    }

    @Override
    public Printed x(TillId till, boolean cashShown, Language language) {
        record SoFar(Shift shift, Figures figures) {}
        Optional<SoFar> open = desk.ask(books -> books.openShift(till)
                .map(shift ->
                        new SoFar(shift, Figures.of(books.figures(shift.id()).tallies()))));
        return open.map(soFar -> print(XSlip.of(
                        soFar.shift(),
                        soFar.figures(),
                        clock.instant(),
                        head(reader.lastSequence()),
                        cashShown ? XSlip.CashFigures.SHOWN : XSlip.CashFigures.HIDDEN,
                        letterhead(language))))
                .orElseGet(() -> new Printed.NotOut(DeviceFault.REFUSED));
    }

    private Printed print(Slip slip) {
        return printer.<Printed>map(each -> each.print(slip)
                        .fault()
                        .<Printed>map(Printed.NotOut::new)
                        .orElseGet(Printed.Out::new))
                .orElseGet(Printed.NoPrinter::new);
    }

    /// What heads every paper of this shop.
    public Letterhead letterhead(Language language) {
        Map<String, String> people =
                desk.ask(books -> books.people().stream().collect(Collectors.toMap(Person::employee, Person::name)));
        synchronized (texts) {
            return new Letterhead(
                    shop.name(), shop.zone(), shop.currencies(), people, texts.computeIfAbsent(language, Texts::load));
        }
    }

    /// The ledger with this entry at its head.
    public LedgerHead head(long sequence) {
        var stream = reader.stream();
        Hash hash = reader.hash(sequence).orElse(reader.genesis());
        return new LedgerHead(stream.station(), stream.epoch(), sequence, hash.hex());
    }
}
