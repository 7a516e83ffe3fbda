package org.countinghouse.app.shell;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.resources.Language;

/// The shop file as the screens of one till show it.
public final class ShopScreens {
    private ShopScreens() {}

    /// @throws org.countinghouse.ledger.money.MoneyFormatException when a price or a limit is no amount
    public static Shop of(ShopFile file, TillId till, List<Currency> currencies) {
        return new Shop(
                file.name(),
                till,
                ZoneId.of(file.zone()),
                currencies,
                file.items().stream()
                        .map(item -> new Shop.Item(item.item(), names(item.name()), sums(item.price(), currencies)))
                        .toList(),
                new Shop.Reasons(
                        reasons(file.reasons().paidIn()),
                        reasons(file.reasons().paidOut()),
                        reasons(file.reasons().noSale()),
                        reasons(file.reasons().refund())),
                new Shop.Limits(
                        sums(file.floatTarget(), currencies),
                        sums(file.safeDropLimit(), currencies),
                        sums(file.overShortLimit(), currencies)));
    }

    private static List<Shop.Reason> reasons(List<ShopFile.Reason> reasons) {
        return reasons.stream()
                .map(reason -> new Shop.Reason(reason.reason(), names(reason.name())))
                .toList();
    }

    private static Map<Language, String> names(Map<String, String> byCode) {
        var names = new EnumMap<Language, String>(Language.class);
        for (Language language : Language.values()) {
            Optional.ofNullable(byCode.get(language.code()))
                    .or(() -> Optional.ofNullable(byCode.get(Language.ENGLISH.code())))
                    .ifPresent(name -> names.put(language, name));
        }
        return names;
    }

    private static List<Money> sums(Map<String, String> byCode, List<Currency> currencies) {
        return currencies.stream()
                .filter(currency -> byCode.containsKey(currency.code()))
                .map(currency -> Money.parse(byCode.getOrDefault(currency.code(), "0"), currency))
                .toList();
    }
}
