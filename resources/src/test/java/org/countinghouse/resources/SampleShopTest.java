package org.countinghouse.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SampleShopTest {
    @ParameterizedTest
    @EnumSource(SampleShop.class)
    void aShopHasTwoTillsAndAPersonForEveryRole(SampleShop sample) {
        JsonNode shop = read(sample);
        assertThat(shop.get("tills").valueStream().map(till -> till.get("till").stringValue()))
                .containsExactly("1", "2");
        assertThat(shop.get("employees")
                        .valueStream()
                        .map(employee -> employee.get("role").stringValue()))
                .containsExactly("cashier", "manager", "owner");
        assertThat(shop.get("employees")
                        .valueStream()
                        .map(employee -> employee.get("pin").stringValue()))
                .doesNotHaveDuplicates()
                .allMatch(pin -> pin.matches("[0-9]{6}"));
    }

    @ParameterizedTest
    @EnumSource(SampleShop.class)
    void everyPriceCanBePaidInEveryCurrencyOfTheShop(SampleShop sample) {
        JsonNode shop = read(sample);
        List<String> currencies =
                shop.get("currencies").valueStream().map(JsonNode::stringValue).toList();
        assertThat(Currencies.codes()).containsAll(currencies);
        assertThat(shop.get("items").size()).isEqualTo(12);
        for (JsonNode item : shop.get("items")) {
            assertThat(item.get("price").propertyNames()).containsExactlyInAnyOrderElementsOf(currencies);
            item.get("price")
                    .forEachEntry((_, price) ->
                            assertThat(new BigDecimal(price.stringValue())).isPositive());
            assertThat(item.get("name").propertyNames()).containsExactlyInAnyOrder("en", "km");
        }
    }

    @ParameterizedTest
    @EnumSource(SampleShop.class)
    void everyReasonIsAWordTheBooksTake(SampleShop sample) {
        JsonNode reasons = read(sample).get("reasons");
        assertThat(reasons.propertyNames()).containsExactlyInAnyOrder("paidIn", "paidOut", "noSale", "refund");
        reasons.forEachEntry((_, list) -> list.forEach(reason -> {
            assertThat(reason.get("reason").stringValue()).matches("[a-z0-9-]{1,64}");
            assertThat(reason.get("name").propertyNames()).containsExactlyInAnyOrder("en", "km");
        }));
    }

    private static JsonNode read(SampleShop sample) {
        try (var file = sample.open()) {
            return JsonMapper.shared().readTree(file);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
