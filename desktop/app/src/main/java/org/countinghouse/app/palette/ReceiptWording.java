package org.countinghouse.app.palette;

import java.util.ArrayList;
import java.util.Collection;
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
    private final Collection<Texts> languages = Offers.everyLanguage().values();

    public ReceiptWording(Shop shop, Desk desk) {
        this.shop = shop;
        this.desk = desk;
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
        if (entry.fact() instanceof ShiftOpened opened) {
            title(words, "shell.strip.shift", "shift", opened.shift());
            return Optional.of(
                    findable(Kind.SHIFT, entry, words, entry.businessDate().toString()));
        }
        if (entry.fact() instanceof SaleMade sale) {
            title(words, "palette.receipt", "number", entry.sequence());
            sale.lines().stream().map(SaleLine::item).forEach(item -> words.add(items.getOrDefault(item, item)));
            amount(words, sale.total());
            words.add(sale.reference());
        } else if (entry.fact() instanceof RefundMade made) {
            title(words, "palette.refund", "number", entry.sequence());
            amount(words, made.amount().amount());
        } else {
            return Optional.empty();
        }
        return Optional.of(findable(Kind.RECEIPT, entry, words, Times.date(entry.recordedAt(), shop.zone())));
    }

    /// As it is shown, in every language.
    private void title(List<String> words, String key, String name, Object number) {
        languages.forEach(texts -> words.add(texts.text(key, Map.of(name, number))));
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
        return names.computeIfAbsent(
                employee,
                each -> desk.ask(books -> books.person(each).map(Person::name)).orElse(each));
    }

    @Override
    public String version() {
        var titles = new ArrayList<String>();
        title(titles, "palette.receipt", "number", "");
        title(titles, "palette.refund", "number", "");
        title(titles, "shell.strip.shift", "shift", "");
        return VERSION + " " + shop.zone() + " " + titles + " "
                + items.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    }
}
