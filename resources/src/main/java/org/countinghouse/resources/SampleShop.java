package org.countinghouse.resources;

import java.io.InputStream;
import java.util.Locale;

/// Shops to try the station with: tills, employees with their PINs, a price list, reasons and limits. Never a real
/// shop.
///
/// A file holds `tenant`, `name`, `address`, `zone`, `language`, `businessDayEnds`, `currencies` (main one first),
/// `floatTarget`, `safeDropLimit` and `overShortLimit` (decimal strings by currency), `tills`, `employees` (`pin` in
/// plain
/// text: only here), `items` (`price` by currency) and `reasons` (`paidIn`, `paidOut`, `noSale`, `refund`: `reason` is
/// the word
/// that goes into the books, `name` what each language shows).
public enum SampleShop {
    /// One currency, GBP.
    BREAD_BASKET("shop"),
    /// Two currencies in one drawer, USD and KHR, in Khmer.
    PHNOM_PENH("shop-phnom-penh");

    private final String file;

    SampleShop(String file) {
        this.file = file;
    }

    /// UTF-8 JSON; open until the caller closes it.
    public InputStream open() {
        return Resource.open("sample/" + file + ".json");
    }

    /// As a person types it: `bread-basket`, `phnom-penh`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
