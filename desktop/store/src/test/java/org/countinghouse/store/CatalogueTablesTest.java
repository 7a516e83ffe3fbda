package org.countinghouse.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.catalogue.ItemSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTablesTest {
    @TempDir
    Path folder;

    private static ItemSet coffee(String price, boolean onSale) {
        return new ItemSet(
                "coffee",
                List.of(new ItemSet.Name("en", "Coffee"), new ItemSet.Name("km", "កាហ្វេ")),
                List.of(TestShop.gbp(price)),
                onSale);
    }

    @Test
    void whatWasSetLastIsThereAfterARestart() {
        try (var shop = new TestShop(folder)) {
            shop.perform(new Command.SetItem(coffee("2.50", true)));
            shop.perform(new Command.SetItem(coffee("2.70", false)));
        }
        try (var shop = new TestShop(folder)) {
            assertThat(shop.journal.books().items()).containsExactly(coffee("2.70", false));
            assertThat(shop.verify()).isInstanceOf(Verification.Whole.class);
        }
    }
}
