package org.countinghouse.app.firstrun;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One page of the first start, in the order they are asked. Its title is `firstrun.step.<word>` in the texts.
enum Step {
    LANGUAGE,
    SHOP,
    CURRENCIES,
    TILL,
    MANAGER,
    DEVICES,
    CLOUD,
    REVIEW,
    DONE;

    /// What is asked there, in the order it stands there.
    List<Field> fields() {
        return Arrays.stream(Field.values())
                .filter(field -> field.step() == this)
                .toList();
    }

    Optional<Step> before() {
        return this == LANGUAGE || this == DONE ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
    }

    Step after() {
        return values()[Math.min(ordinal() + 1, DONE.ordinal())];
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
