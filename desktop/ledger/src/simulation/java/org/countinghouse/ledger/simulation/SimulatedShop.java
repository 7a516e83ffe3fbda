package org.countinghouse.ledger.simulation;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.countinghouse.ledger.BusinessDay;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.approval.Policy;
import org.countinghouse.ledger.approval.Policy.Limit;
import org.countinghouse.ledger.approval.Policy.Reason;
import org.countinghouse.ledger.entry.ShopSetUp;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Denomination;
import org.countinghouse.ledger.money.Denomination.Kind;
import org.countinghouse.ledger.people.PersonAdded;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.till.TillId;

/// A shop a schedule is worked in.
///
/// @param people who works there; others are strangers
public record SimulatedShop(BusinessDay day, List<Currency> currencies, List<TillId> tills, List<PersonAdded> people) {
    static final List<Currency> CURRENCIES = List.of(
            currency("GBP", 2, 1, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1),
            currency("USD", 2, 1, 10000, 2000, 1000, 500, 100),
            currency("KHR", 0, 100, 50000, 10000, 5000, 1000, 500, 100),
            currency("CHF", 2, 5, 10000, 2000, 1000, 500, 100, 50, 20, 10, 5),
            currency("JPY", 0, 1, 10000, 5000, 1000, 500, 100, 50, 10, 5, 1),
            currency("KWD", 3, 5, 20000, 10000, 5000, 1000, 500, 250, 100, 50, 20, 10, 5));

    private static final List<PersonAdded> PEOPLE = List.of(
            new PersonAdded("sokha", "Sokha", Role.OWNER),
            new PersonAdded("mary", "Mary", Role.MANAGER),
            new PersonAdded("dara", "Dara", Role.CASHIER),
            new PersonAdded("vanna", "Vanna", Role.CASHIER),
            new PersonAdded("lim", "Lim", Role.ACCOUNTANT));

    static final List<SimulatedShop> ALL = List.of(
            shop("Asia/Phnom_Penh", "04:00", tills("1", "2"), "USD", "KHR"),
            shop("Europe/London", "04:00", tills("1", "2", "bar"), "GBP"),
            shop("Europe/Zurich", "03:00", tills("1"), "CHF", "JPY"),
            shop("Asia/Kuwait", "05:30", tills("1", "2"), "KWD", "USD", "GBP"));

    private static SimulatedShop shop(String zone, String ends, List<TillId> tills, String... codes) {
        return new SimulatedShop(
                new BusinessDay(ZoneId.of(zone), LocalTime.parse(ends)),
                Arrays.stream(codes).map(SimulatedShop::currency).toList(),
                tills,
                PEOPLE);
    }

    private static List<TillId> tills(String... names) {
        return Arrays.stream(names).map(TillId::new).toList();
    }

    /// What the simulated shops trade in.
    ///
    /// @param code ISO 4217
    public static Currency currency(String code) {
        return CURRENCIES.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code));
    }

    private static Currency currency(String code, int digits, long step, long... denominations) {
        return new Currency(
                code,
                digits,
                Arrays.stream(denominations)
                        .mapToObj(each -> new Denomination(each, Kind.NOTE))
                        .toList(),
                step);
    }

    ShopSetUp setUp() {
        return new ShopSetUp(
                "Shop",
                currencies.stream().map(Currency::code).toList(),
                tills,
                day.zone().getId());
    }

    /// Cashiers do little alone, and say why.
    Policy strict() {
        String own = currencies.getFirst().code();
        return new Policy(
                List.of(
                        new Limit(Role.CASHIER, Matter.OVER_SHORT, own, 300),
                        new Limit(Role.CASHIER, Matter.PAID_OUT, own, 2000),
                        new Limit(Role.CASHIER, Matter.NO_SALE, "", 2),
                        new Limit(Role.MANAGER, Matter.REFUND, own, 9000)),
                List.of(new Reason(Matter.PAID_OUT, "milk", false), new Reason(Matter.CORRECTION, "stale", true)),
                2);
    }
}
