package org.countinghouse.app.firstrun;

import java.util.Locale;

/// Something that is typed or chosen at the first start. Its name is `firstrun.<word>` in the texts.
enum Field {
    NAME(Step.SHOP),
    STREET(Step.SHOP),
    TOWN(Step.SHOP),
    ZONE(Step.SHOP),
    MAIN(Step.CURRENCIES),
    SECOND(Step.CURRENCIES),
    TILL(Step.TILL),
    PERSON(Step.MANAGER),
    PIN(Step.MANAGER),
    AGAIN(Step.MANAGER),
    ACCOUNT(Step.CLOUD),
    CLOUD(Step.CLOUD),
    CODE(Step.CLOUD);

    private final Step step;

    Field(Step step) {
        this.step = step;
    }

    Step step() {
        return step;
    }

    /// Whether what is typed is shown as dots.
    boolean isSecret() {
        return this == PIN || this == AGAIN;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
