package org.countinghouse.store.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.shift.ShiftOpened;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.store.JournalReader;
import org.countinghouse.store.TestShop;
import org.countinghouse.store.search.Findable.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchIndexTest {
    private static final List<String> ITEMS = List.of(
            "Loaf of bread",
            "កាហ្វេទឹកដោះគោទឹកកក",
            "Cà phê sữa đá",
            "ชาเย็น",
            "ស្រាបៀរ",
            "Môre koffie",
            "នំបញ្ចុក",
            "7.70",
            "បាយសាច់ជ្រូក",
            "Phở bò");

    @TempDir
    Path temp;

    private TestShop shop;
    private JournalReader reader;
    private final NavigableMap<Long, Entry> read = new TreeMap<>();

    @BeforeEach
    void work() {
        shop = new TestShop(temp.resolve("data"));
        shop.workADay(40);
        reader = shop.journal.reader();
    }

    @AfterEach
    void close() {
        reader.close();
        shop.close();
    }

    @Test
    void theIndexFindsWhatAScanFinds() {
        try (var index = index(new Items(), Fold::text)) {
            index.follow();
            assertThat(differences(index)).isEmpty();
        }
    }

    @Test
    void anIndexThatForgetsMarksIsCaught() {
        UnaryOperator<String> forgetful = words -> Fold.text(words).replaceAll("\\p{M}", "");
        try (var index = index(new Items(), forgetful)) {
            index.follow();
            assertThat(differences(index)).isNotEmpty();
        }
    }

    @Test
    void anIndexThatKeepsTheMarksOfLatinLettersIsCaught() {
        try (var index = index(new Items(), words -> words)) {
            index.follow();
            assertThat(differences(index)).isNotEmpty();
        }
    }

    @Test
    void whatHasJustBeenSoldIsFound() {
        try (var index = index(new Items(), Fold::text)) {
            index.follow();
            shop.workADay(3);
            var found = index.find(wanted(Kind.RECEIPT, "no"));
            assertThat(found.whole()).isTrue();
            assertThat(index.find(wanted(Kind.SHIFT, "shift 1-2")).sequences()).hasSize(1);
            assertThat(differences(index)).isEmpty();
        }
    }

    @Test
    void onlyWhatWasAskedForIsFound() {
        try (var index = index(new Items(), Fold::text)) {
            var all = index.find(wanted(Kind.RECEIPT, "receipt")).sequences();
            long middle = all.get(all.size() / 2);
            var terms = List.of("receipt");
            assertThat(index.find(new Wanted(Kind.RECEIPT, terms, Optional.of("dara"), middle, 1000))
                            .sequences())
                    .isEqualTo(all.subList(0, all.size() / 2));
            assertThat(index.find(new Wanted(Kind.RECEIPT, terms, Optional.of("sok"), 0, 1000))
                            .sequences())
                    .isEmpty();
            assertThat(index.find(new Wanted(Kind.RECEIPT, terms, Optional.empty(), 0, 3))
                            .sequences())
                    .isEqualTo(all.subList(0, 3));
        }
    }

    @Test
    void whatIsTypedIsNoLanguageOfQueries() {
        try (var index = index(new Items(), Fold::text)) {
            for (String typed :
                    List.of("\"", "\"\"\"\"", "loaf\" OR \"bread", "NEAR(a b)", "words:loaf", "%%%", "___", "*", "'")) {
                assertThat(index.find(wanted(Kind.RECEIPT, typed)).sequences())
                        .as(typed)
                        .isEqualTo(scan(Kind.RECEIPT, Wanted.terms(typed)));
            }
        }
    }

    @Test
    void aDamagedIndexIsMadeAnew() throws IOException {
        try (var index = index(new Items(), Fold::text)) {
            index.follow();
        }
        Files.write(temp.resolve("data/search.db"), new byte[50_000]);
        try (var index = index(new Items(), Fold::text)) {
            assertThat(differences(index)).isEmpty();
        }
    }

    @Test
    void anIndexOfOtherWordsIsMadeAnew() {
        try (var index = index(new Items(), Fold::text)) {
            index.follow();
        }
        try (var index = index(new Renamed(), Fold::text)) {
            assertThat(index.find(wanted(Kind.RECEIPT, "everything")).sequences())
                    .hasSize(scan(Kind.RECEIPT, List.of()).size());
            assertThat(index.find(wanted(Kind.RECEIPT, "loaf")).sequences()).isEmpty();
        }
    }

    @Test
    void anIndexOfALedgerThatWentAnotherWayIsMadeAnew() throws IOException {
        Path other = temp.resolve("other");
        try (var longer = new TestShop(other)) {
            longer.workADay(60);
            try (var its = longer.journal.reader();
                    var index = new SearchIndex(other, its, new Items())) {
                index.follow();
            }
        }
        Files.copy(other.resolve("search.db"), temp.resolve("data/search.db"));
        try (var index = index(new Items(), Fold::text)) {
            assertThat(differences(index)).isEmpty();
        }
    }

    @Test
    void onceClosedItIsNotOpenedAgain() {
        var index = index(new Items(), Fold::text);
        index.follow();
        index.close();
        assertThatThrownBy(() -> index.find(wanted(Kind.RECEIPT, "loaf"))).hasMessageContaining("closed");
    }

    @Test
    void anIndexBehindSaysSoInsteadOfLettingSomebodyWait() {
        try (var index = new SearchIndex(temp.resolve("data"), reader, new Items(), Fold::text, 10)) {
            assertThat(index.find(wanted(Kind.RECEIPT, "loaf")).whole()).isFalse();
            index.follow();
            assertThat(index.find(wanted(Kind.RECEIPT, "loaf")).whole()).isTrue();
            assertThat(differences(index)).isEmpty();
        }
    }

    /// Every part of every item, and parts of two together: where the index and a scan do not agree.
    private List<String> differences(SearchIndex index) {
        var random = new Random(7);
        var different = new ArrayList<String>();
        for (int i = 0; i < 300; i++) {
            String item = ITEMS.get(random.nextInt(ITEMS.size()));
            int from = random.nextInt(item.length());
            String typed = item.substring(from, Math.min(item.length(), from + 1 + random.nextInt(7)));
            if (random.nextInt(3) == 0) {
                typed += " " + random.nextInt(200);
            }
            var terms = Wanted.terms(typed);
            var found = index.find(new Wanted(Kind.RECEIPT, terms, Optional.empty(), 0, 1_000_000));
            if (!found.sequences().equals(scan(Kind.RECEIPT, terms))) {
                different.add(typed);
            }
        }
        return different;
    }

    private List<Long> scan(Kind kind, List<String> terms) {
        return scanned(kind).entrySet().stream()
                .filter(each -> each.getValue().holds(terms))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The newest first.
    private Map<Long, Folded> scanned(Kind kind) {
        if (read.size() < reader.lastSequence()) {
            reader.entries(0, Integer.MAX_VALUE).forEach(entry -> read.put(entry.sequence(), entry));
        }
        var found = new LinkedHashMap<Long, Folded>();
        read.descendingMap()
                .forEach((sequence, entry) -> new Items()
                        .of(entry)
                        .filter(each -> each.kind() == kind)
                        .ifPresent(each -> found.put(sequence, Fold.of(each.words()))));
        return found;
    }

    private static Wanted wanted(Kind kind, String typed) {
        return new Wanted(kind, Wanted.terms(typed), Optional.empty(), 0, 1_000_000);
    }

    private SearchIndex index(Wording wording, UnaryOperator<String> fold) {
        return new SearchIndex(temp.resolve("data"), reader, wording, fold, 1_000);
    }

    private static class Items implements Wording {
        @Override
        public Optional<Findable> of(Entry entry) {
            return switch (entry.fact()) {
                case SaleMade _ ->
                    Optional.of(new Findable(
                            Kind.RECEIPT,
                            "receipt " + entry.sequence() + "\n" + ITEMS.get((int) (entry.sequence() % ITEMS.size()))));
                case ShiftOpened opened -> Optional.of(new Findable(Kind.SHIFT, "shift " + opened.shift()));
                default -> Optional.empty();
            };
        }

        @Override
        public String version() {
            return "items";
        }
    }

    private static final class Renamed extends Items {
        @Override
        public Optional<Findable> of(Entry entry) {
            return super.of(entry).map(found -> new Findable(found.kind(), "everything"));
        }

        @Override
        public String version() {
            return "renamed";
        }
    }
}
