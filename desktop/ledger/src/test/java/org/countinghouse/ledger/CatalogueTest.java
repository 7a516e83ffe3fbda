package org.countinghouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countinghouse.ledger.Day.GBP;
import static org.countinghouse.ledger.Day.USD;
import static org.countinghouse.ledger.Day.day;

import java.util.List;
import org.countinghouse.ledger.catalogue.ItemSet;
import org.countinghouse.ledger.catalogue.ItemSet.Name;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.junit.jupiter.api.Test;

/// What is sold, and what it costs, is set by entries.
class CatalogueTest {
    private static final List<Name> COFFEE = List.of(new Name("en", "Coffee"));

    private final Day shop = day("as sok");

    private List<String> set(String word, List<Name> names, boolean onSale, Money... prices) {
        return shop.give(new Command.SetItem(new ItemSet(word, names, List.of(prices), onSale)));
    }

    @Test
    void theBooksHoldWhatWasSetLastOfEachItem() {
        set("coffee", COFFEE, true, GBP.of(2_50));
        set("tea", List.of(new Name("en", "Tea")), true, GBP.of(1_80), USD.of(2_00));
        set("coffee", COFFEE, true, GBP.of(2_70));
        assertThat(shop.books.items()).extracting(ItemSet::item).containsExactly("coffee", "tea");
        assertThat(shop.books.items().getFirst().prices()).containsExactly(GBP.of(2_70));
        assertThat(shop.entries.getLast().actor()).isEqualTo("sok");
    }

    @Test
    void booksThatWereSavedKnowTheItems() {
        set("coffee", COFFEE, true, GBP.of(2_50));
        set("coffee", COFFEE, false, GBP.of(2_50));
        var saved = Books.of(shop.books.snapshot());
        assertThat(saved.items()).isEqualTo(shop.books.items());
        assertThat(saved.snapshot()).isEqualTo(shop.books.snapshot());
        assertThat(shop.books.snapshot().withoutCash().items()).hasSize(1);
    }

    @Test
    void aPriceMovesNoCash() {
        set("coffee", COFFEE, true, GBP.of(2_50));
        assertThat(shop.entries.getLast().fact().postings()).isEmpty();
    }

    @Test
    void aWordIsOneOfTheBooks() {
        assertThat(set("Coffee", COFFEE, true, GBP.of(1))).containsExactly("refused item-not-a-word");
        assertThat(set("", COFFEE, true, GBP.of(1))).containsExactly("refused item-not-a-word");
        assertThat(set("iced coffee", COFFEE, true, GBP.of(1))).containsExactly("refused item-not-a-word");
        assertThat(set("x".repeat(65), COFFEE, true, GBP.of(1))).containsExactly("refused item-not-a-word");
        assertThat(set("iced-coffee-2", COFFEE, true, GBP.of(1))).containsExactly("item-set");
    }

    @Test
    void whatIsSoldHasANameAndAPrice() {
        assertThat(set("coffee", List.of(), true, GBP.of(1))).containsExactly("refused name-missing");
        assertThat(set("coffee", COFFEE, true)).containsExactly("refused price-missing");
        assertThat(set("coffee", List.of(), false)).containsExactly("item-set");
    }

    @Test
    void aPriceIsAnAmountAboveZeroOnceInACurrencyOfTheShop() {
        assertThat(set("coffee", COFFEE, true, GBP.zero())).containsExactly("refused not-positive");
        assertThat(set("coffee", COFFEE, true, GBP.of(-1))).containsExactly("refused not-positive");
        assertThat(set("coffee", COFFEE, true, GBP.of(1), GBP.of(2))).containsExactly("refused named-twice");
        assertThat(set("coffee", COFFEE, true, GBP.of(Long.MAX_VALUE))).containsExactly("refused amount-too-large");
        var elsewhere = new Currency("XTS", 2, USD.denominations(), USD.rounding());
        assertThat(set("coffee", COFFEE, true, elsewhere.of(1))).containsExactly("refused currency-not-here");
    }

    @Test
    void aCardNumberIsNoName() {
        assertThat(set("coffee", List.of(new Name("en", "4111 1111 1111 1111")), true, GBP.of(1)))
                .containsExactly("refused card-number");
    }

    @Test
    void anItemHasOneNameInALanguage() {
        var twice = List.of(new Name("en", "Coffee"), new Name("en", "Tea"));
        assertThatThrownBy(() -> new ItemSet("coffee", twice, List.of(), true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Name("english", "Coffee")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Name("en", " ")).isInstanceOf(IllegalArgumentException.class);
    }
}
