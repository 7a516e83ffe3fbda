package org.countinghouse.app.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countinghouse.ledger.BusinessDay;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.resources.SampleShop;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A shop as an installer describes it in a file: `resources/sample/shop.json` shows the form.
///
/// @param tenant the owner's name on the wire
/// @param zone the shop's time zone, IANA
/// @param businessDayEnds `HH:mm`, the hour that ends the trading day
/// @param currencies ISO codes, the main one first
/// @param floatTarget what stays in a till overnight, a decimal by currency
/// @param overShortLimit above it a difference should be counted again, a decimal by currency
/// @param safeDropLimit above it the station asks for a safe drop, a decimal by currency
public record ShopFile(
        String tenant,
        String name,
        List<String> address,
        String zone,
        String language,
        String businessDayEnds,
        List<String> currencies,
        Map<String, String> floatTarget,
        Map<String, String> safeDropLimit,
        Map<String, String> overShortLimit,
        List<Till> tills,
        List<Employee> employees,
        List<Item> items,
        Reasons reasons) {
    /// @param station the name on the wire of the station this till stands at
    /// @param name by language
    public record Till(String till, String station, Map<String, String> name) {
        public TillId id() {
            return new TillId(till);
        }
    }

    /// @param pin only in the file an installer writes; never kept
    public record Employee(String employee, String name, String role, String pin) {
        public Role asRole() {
            return Role.valueOf(role.toUpperCase(Locale.ROOT));
        }
    }

    /// @param name by language
    /// @param price a decimal by currency
    public record Item(String item, Map<String, String> name, Map<String, String> price) {}

    /// @param name by language
    public record Reason(String reason, Map<String, String> name) {}

    public record Reasons(List<Reason> paidIn, List<Reason> paidOut, List<Reason> noSale, List<Reason> refund) {}

    private static final String FILE = "shop.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    public static ShopFile sample(SampleShop sample) {
        try (InputStream in = sample.open()) {
            return JSON.readValue(in, ShopFile.class);
        } catch (IOException e) {
            throw new StationFault("the sample shop cannot be read: install Countinghouse again", e);
        }
    }

    /// @throws StationFault when the file is missing or not a shop; the message says what is wrong
    public static ShopFile read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            var shop = JSON.readValue(in, ShopFile.class);
            shop.day();
            return shop;
        } catch (IOException e) {
            throw new StationFault("cannot read the shop file " + file + ": " + e.getMessage(), e);
        } catch (JacksonException e) {
            throw new StationFault("the shop file " + file + " is not right: " + e.getOriginalMessage(), e);
        }
    }

    /// The shop this data folder was set up for, without the PINs.
    public static ShopFile in(Path folder) {
        return read(folder.resolve(FILE));
    }

    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /// Keeps the shop in a data folder, without the PINs.
    public void keepIn(Path folder) {
        try {
            Files.write(
                    folder.resolve(FILE), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(withoutPins()));
        } catch (IOException e) {
            throw new StationFault("cannot write the shop into " + folder + ": " + e.getMessage(), e);
        }
    }

    private ShopFile withoutPins() {
        var people = employees.stream()
                .map(person -> new Employee(person.employee, person.name, person.role, ""))
                .toList();
        return new ShopFile(
                tenant,
                name,
                address,
                zone,
                language,
                businessDayEnds,
                currencies,
                floatTarget,
                safeDropLimit,
                overShortLimit,
                tills,
                people,
                items,
                reasons);
    }

    public BusinessDay day() {
        return new BusinessDay(ZoneId.of(zone), LocalTime.parse(businessDayEnds));
    }
}
