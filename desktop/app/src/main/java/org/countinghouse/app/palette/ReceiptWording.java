package org.countinghouse.app.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.app.shell.Times;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.shift.ShiftOpened;
import org.countinghouse.ledger.till.RefundMade;
import org.countinghouse.ledger.till.SaleLine;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.Texts;
import org.countinghouse.store.search.Findable;
import org.countinghouse.store.search.Findable.Kind;
import org.countinghouse.store.search.Wording;

/// What receipts and shifts are found by: their number, when it was and who it was; of receipts also what was sold, in
/// every language, and for how much. Of a shift no amount: it could be the one nobody may know before a count.
public final class ReceiptWording implements Wording {
    /// Raised when this class says something else of the same entry.
    private static final int VERSION = 1;

    private final Shop shop;
    private final Desk desk;
    private final Map<String, String> items = new ConcurrentHashMap<>();
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final List<String> refund;

    public ReceiptWording(Shop shop, Desk desk) {
        this.shop = shop;
        this.desk = desk;
        this.refund = List.of(Language.values()).stream()
                .map(language -> Texts.load(language).text("report.kind.refund-made"))
                .toList();
        shop.items().forEach(item -> items.put(item.item(), names(item)));
    }

    private static String names(Shop.Item item) {
        var all = new ArrayList<String>(item.names().values());
        all.sort(null);
        all.add(item.item());
        return String.join("\n", all);
    }

    @Override
    public Optional<Findable> of(Entry entry) {
        var words = new ArrayList<String>();
        switch (entry.fact()) {
            case SaleMade sale -> {
                sale.lines().stream().map(SaleLine::item).forEach(item -> words.add(items.getOrDefault(item, item)));
                amount(words, sale.total());
                words.add(sale.reference());
            }
            case RefundMade made -> {
                words.addAll(refund);
                amount(words, made.amount().amount());
            }
            case ShiftOpened opened -> {
                words.add(opened.shift().toString());
                return Optional.of(findable(Kind.SHIFT, entry, words, entry.businessDate().toString()));
            }
            default -> {
                return Optional.empty();
            }
        }
        words.add(Long.toString(entry.sequence()));
        return Optional.of(findable(Kind.RECEIPT, entry, words, Times.date(entry.recordedAt(), shop.zone())));
    }

    /// As it is typed, and as it is shown.
    private static void amount(List<String> words, Money amount) {
        words.add(amount.decimal() + " " + amount.currency().code());
        words.add(Amounts.text(amount));
    }

    private Findable findable(Kind kind, Entry entry, List<String> words, String date) {
        words.add(entry.actor());
        words.add(name(entry.actor()));
        words.add(date + " " + Times.time(entry.recordedAt(), shop.zone()));
        return new Findable(kind, String.join("\n", words));
    }

    private String name(String employee) {
        return names.computeIfAbsent(employee, each -> desk.ask(books -> books.person(each).map(Person::name))
                .orElse(each));
    }

    @Override
    public String version() {
        return VERSION + " " + shop.zone() + " " + items.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    }
}
