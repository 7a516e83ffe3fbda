package org.countinghouse.app.safe;

import java.util.Map;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.resources.Texts;

/// Places cash can be, in words.
record PlaceWords(Texts texts) {
    /// By itself, as on a card.
    String title(Account place) {
        if (place.equals(Account.BANK)) {
            return texts.text("safe.bank");
        }
        if (place.equals(Account.SAFE)) {
            return texts.text("safe.title");
        }
        return texts.text("backoffice.today.place." + word(place), Map.of("name", name(place)));
    }

    /// Inside a sentence.
    String spoken(Account place) {
        return texts.text("safe.place." + word(place), Map.of("name", name(place)));
    }

    private static String word(Account place) {
        int slash = place.path().indexOf('/');
        return slash < 0 ? place.path() : place.path().substring(0, slash);
    }

    private static String name(Account place) {
        return place.path().substring(place.path().indexOf('/') + 1);
    }
}
